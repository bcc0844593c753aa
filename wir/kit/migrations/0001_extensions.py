from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations


class Migration(migrations.Migration):
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(
            # unaccent() is only stable, an index needs an immutable function
            """
            create function kit_plain(words text) returns text language sql immutable parallel safe strict
            set search_path = public, pg_catalog
            as $$ select lower(unaccent('unaccent', words)) $$
            """,
            "drop function kit_plain(text)",
        ),
    ]
