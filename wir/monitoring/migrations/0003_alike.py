"""What the report sums up stands in an index of its own: it reads no row of the table, whose traces are long."""

from django.db import migrations, models

ALIKE = """
create function monitoring_alike(
    gender varchar, state varchar, exit_state varchar, outcome varchar, exited_on date, indicators varchar[],
    codes varchar[]
) returns text
language sql immutable parallel safe
return gender || '|' || state || '|' || exit_state || '|' || outcome || '|' || (exited_on is not null)::int || '|'
    || array_to_string(indicators, ',') || '|' || array_to_string(codes, ',');
"""
COLUMNS = """participant_id, network_id, project_ids, gender, state, exit_state, indicators, codes, trace, asks, outcome,
        entered_on, exited_on, derived_on, next_change_on"""
KEEP = f"""
create or replace function monitoring_keep(derived json) returns void
language sql volatile security definer set search_path = public, pg_catalog
as $$
    insert into monitoring_participation ({COLUMNS})
    select {COLUMNS} from json_populate_recordset(null::monitoring_participation, derived)
    where network_id = any((select nullif(current_setting('wir.networks', true), '')::uuid[])::uuid[])
    on conflict (participant_id) do update set
        project_ids = excluded.project_ids, gender = excluded.gender, state = excluded.state,
        exit_state = excluded.exit_state, indicators = excluded.indicators, codes = excluded.codes,
        trace = excluded.trace, asks = excluded.asks, outcome = excluded.outcome,
        entered_on = excluded.entered_on, exited_on = excluded.exited_on, derived_on = excluded.derived_on,
        next_change_on = excluded.next_change_on
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0002_walls")]

    operations = [
        migrations.RunSQL(ALIKE, "drop function monitoring_alike"),
        migrations.AddField(
            "participation",
            "alike",
            models.GeneratedField(
                expression=models.Func(
                    "gender",
                    "state",
                    "exit_state",
                    "outcome",
                    "exited_on",
                    "indicators",
                    "codes",
                    function="monitoring_alike",
                ),
                output_field=models.TextField(),
                db_persist=True,
            ),
        ),
        migrations.AddIndex(
            "participation",
            models.Index(
                fields=["network", "alike"],
                include=["project_ids", "next_change_on"],
                name="participation_alike",
            ),
        ),
        migrations.RunSQL(KEEP, migrations.RunSQL.noop),
    ]
