from django.db import migrations

from wir.kit.walls import in_file, in_file_or_overseen, in_team, same_network, tenant_key, wall

TABLES = [
    "counselling_stay",
    "counselling_contact",
    "counselling_contactnote",
    "counselling_goal",
    "counselling_step",
]


class Migration(migrations.Migration):
    dependencies = [("counselling", "0001_initial"), ("people", "0002_walls")]

    operations = [
        *(same_network(table, "project_id", "network_project") for table in TABLES),
        *(same_network(table, "person_id", "people_person") for table in TABLES),
        tenant_key("counselling_stay"),
        same_network("counselling_stay", "participant_id", "people_participant"),
        same_network("counselling_contact", "stay_id", "counselling_stay"),
        wall("counselling_stay", reads=in_file_or_overseen(), writes=in_file()),
        wall("counselling_stayevent", reads=in_file_or_overseen(), writes="true"),
        wall("counselling_contact", reads=in_file()),
        wall("counselling_contactnote", reads=in_team()),
        wall("counselling_goal", reads=in_file()),
        wall("counselling_step", reads=in_file()),
    ]
