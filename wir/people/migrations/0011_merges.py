import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import wir.kit.ids
from wir.kit.walls import IN_NETWORK, among, in_file, rewall, same_network, wall

HERE = f"{IN_NETWORK} and project_id {among('projects')}"

# Every table that hangs on a file is found in the catalogue, so that a new one needs no line here. The trail stays as
# it was written; names and search keys stay with their file.
TABLES = """
    select rel.relname::text as name, subject.attname::text as subject,
           (select part.attname::text from pg_index as i join pg_attribute as part
              on part.attrelid = i.indrelid and part.attnum = i.indkey[0]
             where i.indrelid = rel.oid and i.indisprimary) as key,
           exists (select from pg_attribute as a where a.attrelid = rel.oid and a.attname = 'participant_id'
                      and not a.attisdropped) as anchored
      from pg_class as rel join pg_attribute as subject on subject.attrelid = rel.oid
     where rel.relkind = 'r' and rel.relnamespace = 'public'::regnamespace and not subject.attisdropped
       and subject.attname in ('person_id', 'subject_id') and subject.atttypid = 'uuid'::regtype
       and rel.relname !~ 'event$' and rel.relname not in ('privacy_auditentry', 'network_breakglass',
           'people_personidentity', 'people_namekeys', 'people_duplicatemark')
     order by rel.relname
"""
# Whoever merges works in the sub-project of both files, but reads no notes of a case team they are not in, so the
# rows are moved past the walls; nothing of them is let out but their keys.
ALLOWED = f"""
    if (select count(*) from people_person as file
         where file.id in (kept, absorbed) and file.network_id {among("networks")}
           and file.project_id {among("projects")}) <> 2
       or (select count(distinct file.project_id) from people_person as file where file.id in (kept, absorbed)) <> 1
    then
        raise insufficient_privilege;
    end if;
"""
MERGE = f"""
create function people_merge(kept uuid, absorbed uuid) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog
as $$
declare
    place record;
    line record;
    anchor uuid := (select participant_id from people_person where id = kept);
    moved jsonb := '[]';
begin
    {ALLOWED}
    for place in {TABLES} loop
        for line in execute format(
            'select %I::text as key, %s as anchor from %I where %I = $1 order by 1', place.key,
            case when place.anchored then 'participant_id' else 'null::uuid' end, place.name, place.subject
        ) using absorbed loop
            begin
                execute format('update %I set %I = $1%s where %I::text = $3', place.name, place.subject,
                    case when place.anchored then ', participant_id = $2' else '' end, place.key)
                using kept, anchor, line.key;
                moved := moved || jsonb_build_array(jsonb_build_object('table', place.name,
                    'key', case when place.key = place.subject then kept::text else line.key end,
                    'anchor', line.anchor));
            exception when unique_violation or exclusion_violation then
                null;  -- it cannot stand twice: it stays with the absorbed file
            end;
        end loop;
    end loop;
    return moved;
end
$$;
create function people_unmerge(kept uuid, absorbed uuid, moved jsonb) returns integer
language plpgsql volatile security definer set search_path = public, pg_catalog
as $$
declare
    place record;
    line record;
    touched integer;
    back integer := 0;
begin
    {ALLOWED}
    for place in {TABLES} loop
        for line in select one->>'key' as key, (one->>'anchor')::uuid as anchor
                      from jsonb_array_elements(moved) as one where one->>'table' = place.name loop
            execute format('update %I set %I = $1%s where %I::text = $3 and %I = $4', place.name, place.subject,
                case when place.anchored then ', participant_id = $2' else '' end, place.key, place.subject)
            using absorbed, line.anchor, line.key, kept;
            get diagnostics touched = row_count;
            back := back + touched;
        end loop;
    end loop;
    return back;
end
$$;
"""
BACK = "drop function people_merge(uuid, uuid); drop function people_unmerge(uuid, uuid, jsonb);"


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0012_who_removes"),
        ("people", "0010_search_keys"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Merge",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=wir.kit.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("moved", models.JSONField(default=list)),
                ("written", models.JSONField(default=dict)),
                ("merged_at", models.DateTimeField()),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="merges", to="people.person"
                    ),
                ),
                (
                    "absorbed",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="absorbed_by",
                        to="people.person",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                *(
                    (
                        name,
                        models.ForeignKey(
                            db_index=name == "network",
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to=f"network.{name}",
                        ),
                    )
                    for name in ("carrier", "network", "project")
                ),
            ],
            options={
                "indexes": [models.Index(fields=["network", "kept"], name="people_merg_network_fd6494_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kept", models.F("absorbed")), _negated=True),
                        name="merge_of_two_files",
                    )
                ],
            },
        ),
        *(
            same_network("people_merge", column, target)
            for column, target in (
                ("project_id", "network_project"),
                ("carrier_id", "network_carrier"),
                ("kept_id", "people_person"),
                ("absorbed_id", "people_person"),
            )
        ),
        wall("people_merge", reads=in_file("kept_id")),
        rewall("people_merge", reads=in_file("kept_id"), writes=HERE),
        migrations.RunSQL(MERGE, BACK),
    ]
