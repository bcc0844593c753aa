from django.db import migrations

from wir.kit.walls import in_file, same_network, wall

TRACKED = [
    "people_householdmember",
    "people_profile",
    "people_qualification",
    "people_schooling",
    "people_workexperience",
]
ABOUT_PERSON = [*TRACKED, "people_requirement"]


class Migration(migrations.Migration):
    dependencies = [("people", "0006_whole_person")]

    operations = [
        *(same_network(table, "project_id", "network_project") for table in ABOUT_PERSON),
        *(same_network(table, "carrier_id", "network_carrier") for table in ABOUT_PERSON),
        *(same_network(table, "person_id", "people_person") for table in ABOUT_PERSON),
        same_network("people_householdmember", "linked_id", "people_person"),
        *(wall(table, reads=in_file()) for table in ABOUT_PERSON),
        *(wall(f"{table}event", reads=in_file(), writes="true") for table in TRACKED),
    ]
