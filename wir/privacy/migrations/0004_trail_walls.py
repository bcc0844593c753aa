from django.db import migrations

from wir.kit.walls import IN_NETWORK, among

ACTOR = "nullif(current_setting('wir.actor', true), '')::uuid"
JOB = "current_setting('wir.kind', true) = 'job'"
AUDITED = f"network_id {among('audited')} or carrier_id {among('audited_carriers')}"
NONE = "'00000000-0000-0000-0000-000000000000'::uuid"
CHAIN = f"coalesce(network_id, {NONE})"

COLUMNS = f"""
-- which transaction wrote a line: what was finished at the last sealing need not be looked at again
alter table privacy_auditentry add column writer xid8 not null default pg_current_xact_id();
create index privacy_auditentry_chain on privacy_auditentry (({CHAIN}), writer);
create index privacy_auditentry_page on privacy_auditentry (network_id, id);
alter table privacy_auditseal add column horizon xid8 not null;
create index privacy_auditseal_day on privacy_auditseal (network_id, sealed_at);
"""

# the trail is no business of whoever coordinates: it is read by data protection officers, the case team, and jobs
WALLS = f"""
drop policy privacy_auditentry_reads on privacy_auditentry;
create policy privacy_auditentry_reads on privacy_auditentry for select using (
    {AUDITED} or actor_id = {ACTOR} or ({IN_NETWORK} and subject_id {among("team")})
    or ({JOB} and (network_id is null or {IN_NETWORK})));
alter table privacy_auditseal enable row level security;
create policy privacy_auditseal_reads on privacy_auditseal for select using (
    network_id {among("audited")} or ({JOB} and (network_id = {NONE} or {IN_NETWORK})));
alter table privacy_inquiry enable row level security;
create policy privacy_inquiry_reads on privacy_inquiry for select using ({AUDITED});
create policy privacy_inquiry_adds on privacy_inquiry for insert with check (
    ({AUDITED}) and by_id = {ACTOR});
"""

FUNCTIONS = f"""
-- no pinned search path: it would keep PostgreSQL from inlining, and only functions of pg_catalog are called
create function privacy_line(entry privacy_auditentry) returns text
language sql stable
as $$
    select jsonb_build_object(
        'id', entry.id, 'kind', entry.kind, 'network', entry.network_id, 'carrier', entry.carrier_id,
        'at', to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'actor', entry.actor_id, 'actor_kind', entry.actor_kind, 'role', entry.role, 'purpose', entry.purpose,
        'request', entry.request_id, 'verb', entry.verb, 'subject', entry.subject_id, 'detail', entry.detail
    )::text
$$;

create function privacy_chains() returns table (chain uuid)
language sql stable security definer set search_path = public, pg_catalog
as $$
    with recursive found as (
        (select {CHAIN} as chain from privacy_auditentry
          where {JOB} order by {CHAIN} limit 1)
        union all
        select (select {CHAIN} from privacy_auditentry
                 where {CHAIN} > found.chain order by {CHAIN} limit 1)
          from found where found.chain is not null
    )
    select chain from found where chain is not null
$$;

create function privacy_seal(chain uuid, most integer) returns integer
language plpgsql volatile security definer set search_path = public, pg_catalog
as $$
declare
    last privacy_auditseal;
    finished xid8;
    since xid8;
    entry privacy_auditentry;
    waiting privacy_auditentry[];
begin
    if not ({JOB}) then
        raise insufficient_privilege using message = 'lines are sealed by a job';
    end if;
    -- one sealer at a time; writers take no lock at all
    perform pg_advisory_xact_lock(hashtextextended('audit ' || chain::text, 0));
    select * into last from privacy_auditseal as s where s.network_id = chain order by number desc limit 1;
    -- taken before the lines are read: whatever is finished here is seen below, or was rolled back
    finished := pg_snapshot_xmin(pg_current_snapshot());
    since := coalesce(last.horizon, '0');
    if since > finished then  -- restored on a server that has counted fewer transactions
        since := '0';
    end if;
    waiting := array(
        select e from privacy_auditentry as e
         where coalesce(e.network_id, {NONE}) = chain and e.writer >= since
           and not exists (select from privacy_auditseal as s where s.entry_id = e.id)
         order by e.id limit most);
    if cardinality(waiting) = most then  -- more may wait: look from the same place again
        finished := since;
    end if;
    last.number := coalesce(last.number, 0);
    last.hash := coalesce(last.hash, sha256(convert_to(chain::text, 'UTF8')));
    foreach entry in array waiting loop
        last.number := last.number + 1;
        last.hash := sha256(last.hash || convert_to(privacy_line(entry), 'UTF8'));
        insert into privacy_auditseal (entry_id, network_id, number, hash, sealed_at, horizon)
        values (entry.id, chain, last.number, last.hash, clock_timestamp(), finished);
    end loop;
    return cardinality(waiting);
end
$$;

create function privacy_tail(chain uuid) returns table (waiting bigint, oldest timestamptz, slipped_in uuid[])
language sql stable security definer set search_path = public, pg_catalog
as $$
    with last as (
        select horizon from privacy_auditseal where network_id = chain order by number desc limit 1
    ), tail as (
        select e.id, e.at, e.writer < (select horizon from last) as before
          from privacy_auditentry as e
         where coalesce(e.network_id, {NONE}) = chain and {JOB}
           and not exists (select from privacy_auditseal as s where s.entry_id = e.id)
    )
    select count(*) filter (where before is not true), min(at) filter (where before is not true),
           coalesce((array_agg(id order by id) filter (where before))[1:1000], '{{}}')
      from tail
$$;

create function privacy_forget_history(subject uuid) returns integer
language plpgsql volatile security definer set search_path = public, pg_catalog
as $$
declare
    network uuid;
    place record;
    removed integer;
    total integer := 0;
begin
    select network_id into network from privacy_retentionorder
     where subject_id = subject and done_on is null and hold = '' and {IN_NETWORK} and {JOB} limit 1;
    if network is null then
        raise insufficient_privilege using message = 'history goes only by an open erasure order, by a job';
    end if;
    -- history tables are known by their first column; the person stands in person_id or is the row itself
    for place in
        select c.relname as name,
               coalesce(max(a.attname::text) filter (where a.attname in ('person_id', 'subject_id')), 'id') as person
          from pg_class as c join pg_attribute as a on a.attrelid = c.oid and not a.attisdropped
         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         group by c.relname
        having bool_or(a.attname = 'pgh_id') and bool_or(a.attname = 'network_id')
           and bool_or(a.attname in ('person_id', 'subject_id', 'id'))
    loop
        execute format('delete from %I where network_id = $1 and %I = $2', place.name, place.person)
          using network, subject;
        get diagnostics removed = row_count;
        total := total + removed;
    end loop;
    return total;
end
$$;
"""
DROP = """
drop function privacy_forget_history(uuid); drop function privacy_tail(uuid);
drop function privacy_seal(uuid, integer); drop function privacy_chains();
drop function privacy_line(privacy_auditentry);
"""


class Migration(migrations.Migration):
    dependencies = [("privacy", "0003_trail")]

    operations = [
        migrations.RunSQL(COLUMNS, migrations.RunSQL.noop),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
        migrations.RunSQL(FUNCTIONS, DROP),
    ]
