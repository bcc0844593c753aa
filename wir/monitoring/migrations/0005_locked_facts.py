from django.db import migrations

LOCKED_FACTS = """
create function monitoring_locked_facts(participants uuid[], until date)
returns table (participant_id uuid, network_id uuid, stays json)
language plpgsql volatile set search_path = public, pg_catalog
as $$
begin
    perform from people_participant as anchor where anchor.id = any(participants) order by anchor.id
    for no key update;
    -- a statement of its own sees what was written while this one waited
    return query select * from monitoring_facts(participants, until);
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0004_birth_years")]

    operations = [
        migrations.RunSQL(LOCKED_FACTS, "drop function monitoring_locked_facts(uuid[], date)"),
    ]
