from django.db import migrations

from wir.kit.walls import in_file, same_network, wall

TABLES = ["eligibility_assessment", "eligibility_circumstances"]


class Migration(migrations.Migration):
    dependencies = [("eligibility", "0001_initial"), ("people", "0002_walls")]

    operations = [
        *(same_network(table, "project_id", "network_project") for table in TABLES),
        *(same_network(table, "carrier_id", "network_carrier") for table in TABLES),
        *(same_network(table, "person_id", "people_person") for table in TABLES),
        *(wall(table, reads=in_file()) for table in TABLES),
        wall("eligibility_circumstancesevent", reads=in_file(), writes="true"),
    ]
