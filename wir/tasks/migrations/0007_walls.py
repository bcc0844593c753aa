"""What a sub-project sets about automatic tasks is read in its network, and set by its heads and who coordinates."""

from django.db import migrations

from wir.kit.walls import IN_NETWORK, OVERSEEN, among, same_network, tenant_key

ACTOR = "(select nullif(current_setting('wir.actor', true), '')::uuid)"
TODAY = "(now() at time zone 'Europe/Berlin')::date"
HEADS = f"""project_id {among("projects")} and exists (
    select 1 from network_membership as led
    where led.project_id = tasks_taskrule.project_id and led.network_id = tasks_taskrule.network_id
      and led.user_id = {ACTOR} and led.role = 'project_lead'
      and led.from_on <= {TODAY} and (led.until_on is null or {TODAY} < led.until_on)
)"""


class Migration(migrations.Migration):
    dependencies = [("tasks", "0006_planning"), ("network", "0011_who_describes_carriers")]

    operations = [
        tenant_key("tasks_task"),
        same_network("tasks_task", "followed_by_id", "tasks_task"),
        same_network("tasks_taskrule", "project_id", "network_project"),
        # rows only grow: there is no policy to change or remove one
        migrations.RunSQL(
            f"""
            alter table tasks_taskrule enable row level security;
            create policy tasks_taskrule_reads on tasks_taskrule for select using ({IN_NETWORK});
            create policy tasks_taskrule_adds on tasks_taskrule for insert
                with check ({IN_NETWORK} and ({OVERSEEN} or {HEADS}));
            """,
            migrations.RunSQL.noop,
        ),
    ]
