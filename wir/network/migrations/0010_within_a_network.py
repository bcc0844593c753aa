"""An opening rests on a grant of its own network, and an invitation is for a carrier of its own network.

Data protection officers see the grants by which closed files were opened, and no others: how long each was open.
"""

from django.db import migrations

from wir.kit.walls import IN_NETWORK, OVERSEEN, among, rewall, same_network, tenant_key

ACTOR = "nullif(current_setting('wir.actor', true), '')::uuid"
JOB = "current_setting('wir.kind', true) = 'job'"
OF_A_PROJECT = f"project_id {among('projects')}"
AUDITED = f"""cause = 'glass' and (network_id {among("audited")} or exists (
    select from network_project as p where p.id = network_grant.project_id and p.carrier_id {among("audited_carriers")}))"""


class Migration(migrations.Migration):
    dependencies = [("network", "0009_carrier_law")]

    operations = [
        tenant_key("network_grant"),
        same_network("network_breakglass", "grant_id", "network_grant"),
        same_network("network_invitation", "carrier_id", "network_carrier"),
        rewall(
            "network_grant",
            reads=f"{IN_NETWORK} and ({OF_A_PROJECT} or {OVERSEEN} or grantee_id = {ACTOR} or {JOB} or ({AUDITED}))",
            writes=f"{IN_NETWORK} and {OF_A_PROJECT}",
        ),
    ]
