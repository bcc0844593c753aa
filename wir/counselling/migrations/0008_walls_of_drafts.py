from django.db import migrations

from wir.kit.walls import in_file, same_network, wall

MINE = f"{in_file()} and by_id = nullif(current_setting('wir.actor', true), '')::uuid"
KEYS = {"project_id": "network_project", "carrier_id": "network_carrier", "person_id": "people_person"}


class Migration(migrations.Migration):
    dependencies = [("counselling", "0007_absence_and_drafts"), ("network", "0007_who_writes")]

    operations = [
        *(same_network("counselling_contactdraft", column, target) for column, target in KEYS.items()),
        wall("counselling_contactdraft", reads=MINE),
    ]
