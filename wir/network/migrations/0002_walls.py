from django.db import migrations

from wir.kit.walls import IN_NETWORK, among, same_network, tenant_key, wall

ACTOR = "nullif(current_setting('wir.actor', true), '')::uuid"
BY_JOB = "(network_id is null and current_setting('wir.kind', true) = 'job')"

REACH = """
create function network_reach(asking uuid, today date) returns json
language sql stable security definer set search_path = public, pg_catalog
as $$
    with held as (
        select * from network_membership
        where user_id = asking and from_on <= today and (until_on is null or today < until_on)
    ),
    granted as (
        select * from network_grant
        where grantee_id = asking and from_on <= today and (until_on is null or today < until_on)
    )
    select json_build_object(
        'roles', (select coalesce(json_agg(distinct role), '[]') from held),
        'networks', (select coalesce(json_agg(distinct network_id), '[]') from (
            select network_id from held where network_id is not null union select network_id from granted) as n),
        'overseen', (select coalesce(json_agg(distinct network_id), '[]') from held where role = 'coordinator'),
        'carriers', (select coalesce(json_agg(distinct carrier_id), '[]') from held where carrier_id is not null),
        'projects', (select coalesce(json_agg(distinct project_id), '[]') from held where project_id is not null),
        'subjects', (select coalesce(json_agg(distinct subject_id), '[]') from granted where scope = 'file'),
        'team', (select coalesce(json_agg(distinct subject_id), '[]') from granted where scope = 'case_team')
    )
$$;
create function network_projects_of(network uuid) returns table (id uuid, carrier_id uuid)
language sql stable security definer set search_path = public, pg_catalog
as $$ select id, carrier_id from network_project where network_id = network $$;
create function network_project_named(wanted text)
returns table (id uuid, network_id uuid, carrier_id uuid, name text)
language sql stable security definer set search_path = public, pg_catalog
as $$ select id, network_id, carrier_id, name from network_project where slug = wanted $$;
create function network_ids() returns table (id uuid)
language sql stable security definer set search_path = public, pg_catalog
as $$ select id from network_network where current_setting('wir.kind', true) = 'job' $$;
"""


class Migration(migrations.Migration):
    dependencies = [("network", "0001_initial")]

    operations = [
        tenant_key("network_carrier"),
        tenant_key("network_project"),
        same_network("network_project", "carrier_id", "network_carrier"),
        same_network("network_membership", "project_id", "network_project"),
        same_network("network_grant", "project_id", "network_project"),
        wall("network_network", reads=f"id {among('networks')}"),
        wall("network_carrier", reads=IN_NETWORK),
        wall("network_project", reads=IN_NETWORK),
        wall(
            "network_membership",
            reads=f"{IN_NETWORK} or user_id = {ACTOR} or {BY_JOB}",
            writes=f"{IN_NETWORK} or {BY_JOB}",
        ),
        wall("network_grant", reads=IN_NETWORK),
        migrations.RunSQL(
            REACH,
            "drop function network_reach(uuid, date); drop function network_projects_of(uuid);"
            "drop function network_ids(); drop function network_project_named(text);",
        ),
    ]
