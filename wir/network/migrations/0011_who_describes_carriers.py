"""What a carrier says of itself is written by who answers for it: the heads of its sub-projects, or who oversees the network.

Until here whoever advised in a sub-project could have written it past the application, and put down a request of an
authority as decided already.
"""

from django.db import migrations

from wir.kit.walls import IN_NETWORK, OVERSEEN, among

ACTOR = "(select nullif(current_setting('wir.actor', true), '')::uuid)"
TODAY = "(now() at time zone 'Europe/Berlin')::date"
HEADS = f"""exists (
    select 1 from network_membership as led join network_project as place on place.id = led.project_id
    where place.carrier_id = network_controller.carrier_id and led.user_id = {ACTOR}
      and led.role = 'project_lead' and led.from_on <= {TODAY} and (led.until_on is null or {TODAY} < led.until_on)
)"""
DESCRIBES = f"{IN_NETWORK} and ({OVERSEEN} or {HEADS})"
ASKED = f"{IN_NETWORK} and project_id {among('projects')} and logged_by = {ACTOR} and decision = ''"


class Migration(migrations.Migration):
    dependencies = [("network", "0010_within_a_network")]

    operations = [
        # not rewall: what was recorded is changed, with history, and never removed
        migrations.RunSQL(
            f"""
            drop policy network_controller_adds on network_controller;
            drop policy network_controller_changes on network_controller;
            create policy network_controller_adds on network_controller for insert with check ({DESCRIBES});
            create policy network_controller_changes on network_controller for update
                using ({DESCRIBES}) with check ({DESCRIBES});
            drop policy privacy_authorityrequest_adds on privacy_authorityrequest;
            create policy privacy_authorityrequest_adds on privacy_authorityrequest for insert with check ({ASKED});
            """,
            migrations.RunSQL.noop,
        ),
    ]
