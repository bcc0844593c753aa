from django.db import migrations

from wir.kit.walls import in_file, same_network, wall


class Migration(migrations.Migration):
    dependencies = [("eligibility", "0001_initial"), ("people", "0002_walls")]

    operations = [
        same_network("eligibility_assessment", "project_id", "network_project"),
        same_network("eligibility_assessment", "person_id", "people_person"),
        wall("eligibility_assessment", reads=in_file()),
    ]
