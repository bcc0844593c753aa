from django.db import migrations

from wir.kit.walls import among, in_file, wall

IS_JOB = "current_setting('wir.kind', true) = 'job'"

# Which columns hold sealed values is asked of the database's own list of types, so that no app can be forgotten.
KEYS = f"""
create view sealed_columns as
    select c.relname::text as table_name, a.attname::text as column_name
    from pg_catalog.pg_attribute as a join pg_catalog.pg_class as c on c.oid = a.attrelid
    where a.atttypid = 'sealed'::regtype and c.relkind = 'r' and not a.attisdropped
      and c.relnamespace = 'public'::regnamespace;

create function sealed_counts() returns table (key_id text, amount bigint)
language plpgsql stable security definer set search_path = public, pg_catalog
as $$
declare place record;
begin
    for place in select * from sealed_columns where {IS_JOB} loop
        return query execute format(
            'select encode(substring(%1$I::bytea from 2 for 4), ''hex''), count(*) from %2$I'
            ' where %1$I is not null group by 1', place.column_name, place.table_name);
    end loop;
end
$$;
create function sealed_outdated(relation text, field text, network uuid, newest bytea, most integer)
returns table (id uuid, content bytea)
language plpgsql stable security definer set search_path = public, pg_catalog
as $$
begin
    if exists (select from sealed_columns where table_name = relation and column_name = field and {IS_JOB}
               and network {among("networks")}) then
        return query execute format(
            'select id, %1$I::bytea from %2$I where network_id = $1 and substring(%1$I::bytea from 2 for 4) <> $2'
            ' order by id limit $3', field, relation) using network, newest, most;
    end if;
end
$$;
create function sealed_replace(relation text, field text, network uuid, row_id uuid, was bytea, becomes bytea)
returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog
as $$
declare changed integer := 0;
begin
    if exists (select from sealed_columns where table_name = relation and column_name = field and {IS_JOB}
               and network {among("networks")}) then
        execute format('update %2$I set %1$I = $1 where network_id = $2 and id = $3 and %1$I::bytea = $4',
                       field, relation) using becomes, network, row_id, was;
        get diagnostics changed = row_count;
    end if;
    return changed = 1;
end
$$;
"""
UNDO = """
drop function sealed_replace(text, text, uuid, uuid, bytea, bytea);
drop function sealed_outdated(text, text, uuid, bytea, integer);
drop function sealed_counts();
drop view sealed_columns;
"""


class Migration(migrations.Migration):
    dependencies = [("files", "0001_initial"), ("kit", "0001_extensions")]

    operations = [
        wall("files_storedfile", reads=in_file("subject_id")),
        wall("files_filechunk", reads=in_file("subject_id")),
        # what is encrypted does not get smaller by trying
        migrations.RunSQL(
            "alter table files_filechunk alter column content set storage external", migrations.RunSQL.noop
        ),
        # a piece belongs to a file of the same place and person
        migrations.RunSQL(
            "alter table files_storedfile add constraint files_storedfile_whole_place"
            " unique (id, network_id, project_id, subject_id);"
            "alter table files_filechunk add constraint files_filechunk_same_place"
            " foreign key (file_id, network_id, project_id, subject_id)"
            " references files_storedfile (id, network_id, project_id, subject_id) deferrable initially deferred",
            "alter table files_filechunk drop constraint files_filechunk_same_place;"
            "alter table files_storedfile drop constraint files_storedfile_whole_place",
        ),
        migrations.RunSQL(KEYS, UNDO),
    ]
