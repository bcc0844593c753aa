from django.db import migrations

from wir.kit.walls import IN_NETWORK, in_file, same_network, tenant_key, wall


class Migration(migrations.Migration):
    dependencies = [("placement", "0001_initial"), ("people", "0002_walls")]

    operations = [
        tenant_key("placement_opportunity"),
        tenant_key("placement_spell"),
        same_network("placement_application", "project_id", "network_project"),
        same_network("placement_application", "person_id", "people_person"),
        same_network("placement_application", "opportunity_id", "placement_opportunity"),
        same_network("placement_spell", "project_id", "network_project"),
        same_network("placement_spell", "person_id", "people_person"),
        wall("placement_opportunity", reads=IN_NETWORK),
        wall("placement_application", reads=in_file()),
        wall("placement_applicationevent", reads=in_file(), writes="true"),
        wall("placement_spell", reads=in_file()),
        wall("placement_spellevent", reads=in_file(), writes="true"),
    ]
