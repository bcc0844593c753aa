from django.db import migrations

from wir.kit.walls import IN_NETWORK, among, same_network, tenant_key, wall

HERE = f"{IN_NETWORK} and project_id {among('projects')}"


class Migration(migrations.Migration):
    dependencies = [("counselling", "0016_group_sessions")]

    operations = [
        tenant_key("counselling_groupsession"),
        same_network("counselling_groupsession", "project_id", "network_project"),
        same_network("counselling_groupsession", "carrier_id", "network_carrier"),
        same_network("counselling_contact", "session_id", "counselling_groupsession"),
        wall("counselling_groupsession", reads=HERE),
    ]
