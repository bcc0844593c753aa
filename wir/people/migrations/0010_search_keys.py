import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

from wir.kit.walls import among, in_file, same_network, wall

AT_ONCE = 2000
MINE = f"k.network_id {among('networks')} and (k.project_id {among('projects')} or k.person_id {among('subjects')})"

# Each way to be found is asked by its own index; what is found on several ways counts on each.
FIND = f"""
create function people_find(words text, wanted_sounds text[], born date[], wanted_numbers text[], most integer)
returns table (person_id uuid, likeness real)
language sql stable security definer
set search_path = public, pg_catalog
set pg_trgm.word_similarity_threshold = 0.45
as $$
    select way.person_id, max(way.likeness)::real
    from (
        (select k.person_id, word_similarity(words, k.text) as likeness, 0 as shared
           from people_namekeys as k where words <> '' and k.text %> words and {MINE} order by 2 desc, 1 limit most)
        union all
        (select k.person_id, 0, cardinality(array(select unnest(k.sounds) intersect select unnest(wanted_sounds)))
           from people_namekeys as k where k.sounds && wanted_sounds and {MINE} order by 3 desc, 1 limit most)
        union all
        (select k.person_id, 0, 0 from people_personidentity as k where k.birth_date = any(born) and {MINE} limit most)
        union all
        (select k.person_id, 0, 0 from people_namekeys as k where k.numbers && wanted_numbers and {MINE} limit most)
    ) as way
    group by way.person_id
$$;
drop function people_search(text, integer);
"""
BACK = "drop function people_find(text, text[], date[], text[], integer);"


def keep_keys(apps, schema_editor):
    """Write the keys of everybody who is in the files already, in batches."""
    from wir.people.rules.asked import phone_keys, search_keys

    identities = apps.get_model("people", "PersonIdentity").objects
    keys = apps.get_model("people", "NameKeys").objects
    rows = identities.values_list(
        "person_id", "network_id", "carrier_id", "project_id", "given_names", "family_names", "original_name",
        "spoken_name", "other_names", "phone",
    )  # fmt: skip
    batch = []
    for (
        person_id,
        network_id,
        carrier_id,
        project_id,
        given,
        family,
        original,
        spoken,
        others,
        phone,
    ) in rows.iterator(AT_ONCE):
        found = search_keys(f"{given} {family}", original, spoken, *others)
        batch.append(
            keys.model(
                person_id=person_id, network_id=network_id, carrier_id=carrier_id, project_id=project_id,
                text=found.text, sounds=list(found.sounds), numbers=list(phone_keys(phone)),
            )
        )  # fmt: skip
        if len(batch) == AT_ONCE:
            keys.bulk_create(batch)
            batch = []
    keys.bulk_create(batch)


def _place(name, **options):
    return (
        name,
        models.ForeignKey(
            on_delete=django.db.models.deletion.PROTECT, related_name="+", to=f"network.{name}", **options
        ),
    )


class Migration(migrations.Migration):
    dependencies = [("network", "0011_who_describes_carriers"), ("people", "0009_files_of_officers")]

    operations = [
        migrations.CreateModel(
            name="NameKeys",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="name_keys",
                        serialize=False,
                        to="people.person",
                    ),
                ),
                ("text", models.TextField()),
                (
                    "sounds",
                    django.contrib.postgres.fields.ArrayField(models.TextField(), default=list),
                ),
                (
                    "numbers",
                    django.contrib.postgres.fields.ArrayField(models.TextField(), default=list),
                ),
                _place("carrier", db_index=False),
                _place("network"),
                _place("project", db_index=False),
            ],
            options={
                "indexes": [
                    models.Index(fields=["network", "project"], name="people_name_network_06c393_idx"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("text", name="gin_trgm_ops"),
                        name="name_keys_text",
                    ),
                    django.contrib.postgres.indexes.GinIndex(fields=["sounds"], name="name_keys_sounds"),
                    django.contrib.postgres.indexes.GinIndex(fields=["numbers"], name="name_keys_numbers"),
                ]
            },
        ),
        migrations.RemoveIndex(model_name="personidentity", name="identity_search_trigram"),
        *(
            same_network("people_namekeys", column, target)
            for column, target in (
                ("project_id", "network_project"),
                ("carrier_id", "network_carrier"),
                ("person_id", "people_person"),
            )
        ),
        wall("people_namekeys", reads=in_file()),
        migrations.RunPython(keep_keys, migrations.RunPython.noop),
        migrations.RunSQL(FIND, BACK),
    ]
