"""What any network has released may be said to somebody without an account."""

from django.db import migrations

RELEASED = """
create function eligibility_released_sentences(codes text[])
returns table (language text, code text, text text, for_demonstration boolean)
language sql stable security definer set search_path = public, pg_catalog
as $$
    select distinct on (one.language, one.code) one.language, one.code, one.text, one.for_demonstration
    from eligibility_sentencerelease as one
    where one.code = any(codes) and one.released_on is not null
    order by one.language, one.code, one.for_demonstration, one.released_on desc
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("eligibility", "0008_wordings")]

    operations = [migrations.RunSQL(RELEASED, "drop function eligibility_released_sentences(text[])")]
