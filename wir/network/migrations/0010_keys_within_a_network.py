"""An opening rests on a grant of its own network, and an invitation is for a carrier of its own network."""

from django.db import migrations

from wir.kit.walls import same_network, tenant_key


class Migration(migrations.Migration):
    dependencies = [("network", "0007_who_writes")]

    operations = [
        tenant_key("network_grant"),
        same_network("network_breakglass", "grant_id", "network_grant"),
        same_network("network_invitation", "carrier_id", "network_carrier"),
    ]
