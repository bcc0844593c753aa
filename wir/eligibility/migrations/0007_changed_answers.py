"""Who oversees a network sees how many cases would be answered differently now, and none of them."""

from django.db import migrations

from wir.kit.walls import among

COUNT = f"""
create function eligibility_outdated_cases() returns bigint
language sql stable security definer set search_path = public, pg_catalog
as $$
    select count(distinct person_id) from eligibility_assessment
    where outdated_on is not null and network_id {among("overseen")}
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("eligibility", "0006_findings")]

    operations = [migrations.RunSQL(COUNT, "drop function eligibility_outdated_cases()")]
