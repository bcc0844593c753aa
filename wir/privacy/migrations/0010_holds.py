"""What holds an erasure back is a row of its own; orders name the carrier; decisions on periods remain as proof."""

from django.db import migrations, models

import wir.kit.fields
import wir.kit.ids
from wir.kit.walls import among, in_file, rewall

AUDITED = f"network_id {among('audited')} or carrier_id {among('audited_carriers')}"
FILE = in_file("subject_id")
# on a new database there is no order yet, and the table of sub-projects comes later
CARRIERS = """
do $$ begin
    if exists (select from privacy_retentionorder) then
        update privacy_retentionorder as o set carrier_id = p.carrier_id
          from network_project as p where p.id = o.project_id;
    end if;
end $$
"""
HOLDS = f"""
alter table privacy_retentionhold enable row level security;
create policy privacy_retentionhold_reads on privacy_retentionhold for select using (({FILE}) or {AUDITED});
create policy privacy_retentionhold_adds on privacy_retentionhold for insert with check ({AUDITED});
create policy privacy_retentionhold_changes on privacy_retentionhold for update
    using ({AUDITED}) with check ({AUDITED});
"""


def reasons_become_holds(apps, schema_editor):
    order, hold = (apps.get_model("privacy", name) for name in ("RetentionOrder", "RetentionHold"))
    for held in order.objects.filter(done_on=None).exclude(hold="").order_by("id"):
        hold.objects.create(
            network_id=held.network_id,
            carrier_id=held.carrier_id,
            project_id=held.project_id,
            subject_id=held.subject_id,
            ground="other",
            reason=held.hold,
            from_on=held.ordered_on,
        )


class Migration(migrations.Migration):
    dependencies = [("privacy", "0009_health_needs")]

    operations = [
        migrations.CreateModel(
            name="RetentionHold",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=wir.kit.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("network_id", models.UUIDField()),
                ("carrier_id", models.UUIDField()),
                ("project_id", models.UUIDField()),
                ("subject_id", models.UUIDField()),
                (
                    "ground",
                    models.CharField(
                        choices=[(code, code) for code in ("court", "claim", "restriction", "other")],
                        max_length=20,
                    ),
                ),
                ("reason", wir.kit.fields.SealedTextField()),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(null=True)),
                ("placed_by", models.UUIDField(null=True)),
                ("released_on", models.DateField(null=True)),
                ("released_by", models.UUIDField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["network_id", "subject_id"], name="retention_hold_subject")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(until_on=None) | models.Q(until_on__gt=models.F("from_on")),
                        name="retention_hold_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(released_on=None, released_by=None)
                        | models.Q(released_on__gte=models.F("from_on")),
                        name="retention_hold_released_after_start",
                    ),
                ],
            },
        ),
        migrations.RunSQL(HOLDS, migrations.RunSQL.noop),
        migrations.AddField("retentionorder", "carrier_id", models.UUIDField(null=True)),
        migrations.RunSQL(CARRIERS, migrations.RunSQL.noop),
        migrations.AlterField("retentionorder", "carrier_id", models.UUIDField()),
        migrations.RunPython(reasons_become_holds, migrations.RunPython.noop),
        migrations.RemoveField("retentionorder", "hold"),
        rewall("privacy_retentionorder", reads=f"({FILE}) or {AUDITED}", writes=FILE),
        migrations.RemoveConstraint("retentionsetting", "retention_setting_once"),
        migrations.AddConstraint(
            "retentionsetting",
            models.UniqueConstraint(
                fields=["carrier_id", "purpose", "decided_on"], name="retention_setting_once_a_day"
            ),
        ),
    ]
