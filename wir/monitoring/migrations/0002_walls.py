from django.db import migrations

from wir.kit.walls import IN_NETWORK, OVERSEEN, among, in_file, same_network, wall

RECORDS = ["monitoring_entryrecord", "monitoring_exitrecord", "monitoring_laterstatus", "monitoring_followup"]
IN_MY_PROJECTS = "project_ids && (select nullif(current_setting('wir.projects', true), '')::uuid[])::uuid[]"

TOTALS = """
create function monitoring_programme_totals(today date)
returns table (network_name text, indicator text, gender text, figure bigint, as_of date)
language sql stable security definer set search_path = public, pg_catalog
as $$
    select network.name, total.indicator, total.gender, total.count::bigint, total.as_of
    from monitoring_indicatortotal as total
    join network_network as network on network.id = total.network_id
    where exists (
        select from network_membership as held
        where held.user_id = nullif(current_setting('wir.actor', true), '')::uuid
          and held.role = 'programme_office'
          and held.from_on <= today and (held.until_on is null or today < held.until_on)
    )
$$;
"""

FACTS = f"""
create function monitoring_facts(participants uuid[], until date)
returns table (participant_id uuid, network_id uuid, stays json)
language sql stable security definer set search_path = public, pg_catalog
as $$
    select stay.participant_id, stay.network_id, json_agg(json_build_object(
        'project', stay.project_id, 'entered_on', stay.entered_on, 'exited_on', stay.exited_on,
        'gender', person.gender, 'born_on', identity.birth_date, 'citizenships', person.nationalities,
        'minutes', (select coalesce(sum(contact.minutes), 0) from counselling_contact as contact
                    where contact.stay_id = stay.id and contact."on" <= until),
        'employment', entry.employment, 'unemployed_since', entry.unemployed_since,
        'in_education', entry.in_education, 'isced', entry.isced, 'disability', entry.disability,
        'foreign_background', entry.foreign_background, 'minority', entry.minority,
        'homeless', entry.homeless, 'degurba', entry.degurba,
        'education_from', leaving.education_from, 'education_in_window', leaving.education_in_window,
        'qualification_on', leaving.qualification_on,
        'qualification_certified', leaving.qualification_certified,
        'statuses', (select coalesce(json_agg(json_build_array(later."on", later.status)
                            order by later."on", later.recorded_at), '[]')
                     from monitoring_laterstatus as later where later.stay_id = stay.id),
        'spells', (select coalesce(json_agg(json_build_array(spell.kind, spell.insured, spell.starts_on)), '[]')
                   from placement_spell as spell where spell.person_id = stay.person_id),
        'follow_up', (select json_build_object('on', answer."on", 'status', answer.status,
                             'improvements', answer.improvements)
                      from monitoring_followup as answer where answer.stay_id = stay.id)
    ))
    from counselling_stay as stay
    join people_person as person on person.id = stay.person_id
    join people_personidentity as identity on identity.person_id = person.id
    left join monitoring_entryrecord as entry on entry.stay_id = stay.id
    left join monitoring_exitrecord as leaving on leaving.stay_id = stay.id
    where stay.participant_id = any(participants) and stay.network_id {among("networks")}
    group by stay.participant_id, stay.network_id
$$;
create function monitoring_keep(derived json) returns void
language sql volatile security definer set search_path = public, pg_catalog
as $$
    insert into monitoring_participation
    select * from json_populate_recordset(null::monitoring_participation, derived)
    where network_id {among("networks")}
    on conflict (participant_id) do update set
        project_ids = excluded.project_ids, gender = excluded.gender, state = excluded.state,
        exit_state = excluded.exit_state, indicators = excluded.indicators, codes = excluded.codes,
        trace = excluded.trace, asks = excluded.asks, outcome = excluded.outcome,
        entered_on = excluded.entered_on, exited_on = excluded.exited_on, derived_on = excluded.derived_on,
        next_change_on = excluded.next_change_on
$$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("monitoring", "0001_initial"),
        ("counselling", "0002_walls"),
        ("placement", "0002_walls"),
    ]

    operations = [
        *(same_network(table, "project_id", "network_project") for table in RECORDS),
        *(same_network(table, "person_id", "people_person") for table in RECORDS),
        *(same_network(table, "stay_id", "counselling_stay") for table in RECORDS),
        *(wall(table, reads=in_file()) for table in RECORDS),
        *(wall(f"{table}event", reads=in_file(), writes="true") for table in RECORDS),
        same_network("monitoring_participation", "participant_id", "people_participant"),
        wall("monitoring_participation", reads=f"{IN_NETWORK} and ({OVERSEEN} or {IN_MY_PROJECTS})"),
        wall("monitoring_indicatortotal", reads=IN_NETWORK),
        migrations.RunSQL(
            FACTS, "drop function monitoring_facts(uuid[], date); drop function monitoring_keep(json);"
        ),
        migrations.RunSQL(TOTALS, "drop function monitoring_programme_totals(date)"),
    ]
