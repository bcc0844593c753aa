from django.db import migrations

from wir.kit.walls import IN_NETWORK, among, same_network

ACTOR = "nullif(current_setting('wir.actor', true), '')::uuid"
JOB = "current_setting('wir.kind', true) = 'job'"

# new: data protection officers read the trail of their network or carrier and reach nothing else by that role;
# grants may end at a moment
REACH = """
create or replace function network_reach(asking uuid, today date) returns json
language sql stable security definer set search_path = public, pg_catalog
as $$
    with held as (
        select * from network_membership
        where user_id = asking and from_on <= today and (until_on is null or today < until_on)
    ),
    working as (
        select * from held where role <> 'data_protection'
    ),
    auditing as (
        select * from held where role = 'data_protection'
    ),
    granted as (
        select * from network_grant
        where grantee_id = asking and from_on <= today and (until_on is null or today < until_on)
          and (until_at is null or clock_timestamp() < until_at)
    )
    select json_build_object(
        'roles', (select coalesce(json_agg(distinct role), '[]') from held),
        'networks', (select coalesce(json_agg(distinct network_id), '[]') from (
            select network_id from held where network_id is not null union select network_id from granted) as n),
        'overseen', (select coalesce(json_agg(distinct network_id), '[]') from held where role = 'coordinator'),
        'carriers', (select coalesce(json_agg(distinct carrier_id), '[]') from working where carrier_id is not null),
        'projects', (select coalesce(json_agg(distinct project_id), '[]') from working where project_id is not null),
        'subjects', (select coalesce(json_agg(distinct subject_id), '[]') from granted where scope = 'file'),
        'team', (select coalesce(json_agg(distinct subject_id), '[]') from granted where scope = 'case_team'),
        'audited', (select coalesce(json_agg(distinct network_id), '[]') from auditing where carrier_id is null),
        'audited_carriers',
            (select coalesce(json_agg(distinct carrier_id), '[]') from auditing where carrier_id is not null)
    )
$$;
"""

LED = f"""exists (
    select from network_membership as m
     where m.user_id = {ACTOR} and m.role = 'project_lead' and m.project_id = network_breakglass.project_id
       and m.from_on <= (now() at time zone 'Europe/Berlin')::date
       and (m.until_on is null or (now() at time zone 'Europe/Berlin')::date < m.until_on))"""

# written by the action in the name of the machine, after it has asked the rules; nobody changes or removes one
WALL = f"""
alter table network_breakglass enable row level security;
create policy network_breakglass_reads on network_breakglass for select using (
    {IN_NETWORK} and (by_id = {ACTOR} or subject_id {among("team")} or network_id {among("audited")}
                      or carrier_id {among("audited_carriers")} or {JOB} or {LED}));
create policy network_breakglass_adds on network_breakglass for insert with check ({IN_NETWORK} and {JOB});
"""


class Migration(migrations.Migration):
    dependencies = [("network", "0003_break_glass")]

    operations = [
        same_network("network_breakglass", "carrier_id", "network_carrier"),
        same_network("network_breakglass", "project_id", "network_project"),
        migrations.RunSQL(WALL, migrations.RunSQL.noop),
        migrations.RunSQL(REACH, migrations.RunSQL.noop),
    ]
