from django.db import migrations

# The function is changed where it stands, so that whatever else was changed in it stays.
PARTS = """
do $$
declare
    before text := pg_get_functiondef('monitoring_facts(uuid[], date)'::regprocedure);
    after text := replace(before, '{old}', '{new}');
begin
    if after = before then
        raise exception 'monitoring_facts does not tell the birth date where it was expected';
    end if;
    execute after;
end $$;
"""
OLD = "''born_on'', identity.birth_date,"
NEW = OLD + " ''birth_year'', identity.birth_year, ''birth_month'', identity.birth_month,"


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0003_alike"), ("people", "0006_whole_person")]

    operations = [
        migrations.RunSQL(PARTS.format(old=OLD, new=NEW), PARTS.format(old=NEW, new=OLD)),
    ]
