"""What a field held before goes when the last purpose of the field has ended, and not with the first order that comes."""

from django.db import migrations

from wir.kit.walls import IN_NETWORK

JOB = "current_setting('wir.kind', true) = 'job'"
NOBODY = "00000000-0000-0000-0000-000000000000"
FORGET = f"""
drop function privacy_forget_history(uuid);

-- `kept`: per table of history the column that says whose row it is, and per field the purposes it is kept for,
-- as the models declare them. Gives the tables from which rows went, and the fields whose values went, with how many.
create function privacy_forget_history(subject uuid, today date, kept jsonb)
returns table (place text, number bigint)
language plpgsql volatile security definer set search_path = public, pg_catalog
as $$
declare
    network uuid;
    ended jsonb;
    history record;
    field record;
begin
    select o.network_id into network from privacy_retentionorder as o
     where o.subject_id = subject and o.done_on is null and o.due_on <= today and o.{IN_NETWORK} and {JOB}
       and not exists (
           select from privacy_retentionhold as h
            where h.network_id = o.network_id and h.subject_id = subject and h.from_on <= today
              and (h.until_on is null or today < h.until_on) and (h.released_on is null or today < h.released_on))
     limit 1;
    if network is null then
        raise insufficient_privilege using message =
            'history goes only by an erasure order that is due and that nothing holds, by a job';
    end if;
    -- per purpose the moment before which it has ended; after one that was carried out, life may have gone on
    select jsonb_object_agg(purpose, until) into ended from (
        select o.purpose, max(coalesce((o.done_on + 1)::timestamp at time zone 'Europe/Berlin', 'infinity')) as until
          from privacy_retentionorder as o
         where o.network_id = network and o.subject_id = subject and (o.done_on is not null or o.due_on <= today)
         group by o.purpose) as orders;
    for history in
        select key as name, value ->> 'subject' as person, value -> 'fields' as fields from jsonb_each(kept)
    loop
        if not exists (select from pg_attribute
                        where attrelid = to_regclass(format('public.%I', history.name)) and attname = 'pgh_id') then
            raise insufficient_privilege using message = history.name || ' holds no history';
        end if;
        -- first the rows in which nothing is kept any more, then the fields of the others
        for field in
            select min((ended ->> purpose)::timestamptz) as until
              from jsonb_each(history.fields) as kept_for, jsonb_array_elements_text(kept_for.value) as purpose
            having bool_and(ended ? purpose)
        loop
            place := history.name;
            execute format('delete from %I where network_id = $1 and %I = $2 and pgh_created_at < $3',
                           history.name, history.person)
              using network, subject, field.until;
            get diagnostics number = row_count;
            return next;
        end loop;
        for field in
            select kept_for.key as name, min((ended ->> purpose)::timestamptz) as until,
                   case when not a.attnotnull then 'null' when t.typcategory = 'S' then quote_literal('')
                        when t.typcategory = 'A' then quote_literal('{{}}')
                        when t.typname = 'uuid' then quote_literal('{NOBODY}') end as blank
              from jsonb_each(history.fields) as kept_for, jsonb_array_elements_text(kept_for.value) as purpose,
                   pg_attribute as a join pg_type as t on t.oid = a.atttypid
             where a.attrelid = to_regclass(format('public.%I', history.name)) and a.attname = kept_for.key
             group by kept_for.key, a.attnotnull, t.typcategory, t.typname
            having bool_and(ended ? purpose)
        loop
            continue when field.blank is null;  -- such a field is kept as long as its row
            place := history.name || '.' || field.name;
            execute format(
                'update %1$I set %2$I = %3$s where network_id = $1 and %4$I = $2 and pgh_created_at < $3'
                ' and %2$I is distinct from %3$s', history.name, field.name, field.blank, history.person)
              using network, subject, field.until;
            get diagnostics number = row_count;
            return next;
        end loop;
    end loop;
end
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("privacy", "0010_holds")]

    operations = [migrations.RunSQL(FORGET, "drop function privacy_forget_history(uuid, date, jsonb);")]
