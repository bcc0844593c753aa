from django.db import migrations

from wir.kit.walls import in_file, same_network, wall


class Migration(migrations.Migration):
    dependencies = [("aftercare", "0001_initial"), ("placement", "0002_walls")]

    operations = [
        same_network("aftercare_checkin", "project_id", "network_project"),
        same_network("aftercare_checkin", "person_id", "people_person"),
        same_network("aftercare_checkin", "spell_id", "placement_spell"),
        wall("aftercare_checkin", reads=in_file()),
    ]
