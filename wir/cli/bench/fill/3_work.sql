-- What was done for people: contacts, plans, tasks, placements, check-ins; and what monitoring made of it.

create temp table talked as
select c, s.*, s.entered_on + floor(random() * (coalesce(exited_on, day) - entered_on + 1))::int as on_day
  from bench_size, generate_series(1, contacts) as c
  join stay as s on s.stay_no = 1 + (c::bigint * 104729) % (select count(*) from stay);
-- Written in the order of days, as life does it: a person's contacts lie far apart.
insert into counselling_contact (id, network_id, carrier_id, project_id, person_id, stay_id, by_id, "on", minutes, mode,
    language, interpreter, topics, has_note, created_at)
select pg_temp.made_id(15, c), network_id, carrier_id, project_id, person_id, stay_id, advisor_id, on_day,
       15 + 15 * (c % 5), (array['in_person', 'in_person', 'phone', 'video', 'message', 'at_authority'])[1 + c % 6],
       language, c % 3 = 0, array[(array['job_search', 'residence', 'training', 'housing', 'work_permit'])[1 + c % 5]],
       c % 10 = 0, on_day + time '14:00'
  from talked order by on_day;
-- What was said is sealed by `filling.seal_notes`: the database holds no key.
insert into counselling_contactnote (id, network_id, carrier_id, project_id, person_id, text)
select pg_temp.made_id(15, c), network_id, carrier_id, project_id, person_id,
       decode('01' || repeat('00', 32), 'hex')
  from talked where c % 10 = 0;
insert into privacy_auditentry (id, at, kind, network_id, carrier_id, actor_kind, actor_id, role, purpose, verb,
    subject_id, detail)
select pg_temp.made_id(16, c), on_day + time '14:00', 'act', network_id, carrier_id, 'user', advisor_id, 'advisor',
       'counselling', 'counselling.contact_recorded', person_id, '{}'
  from talked order by on_day;

insert into counselling_goal (id, network_id, carrier_id, project_id, person_id, title, stage, agreed_on, reached_on)
select pg_temp.made_id(17, stay_no), network_id, carrier_id, project_id, person_id, 'Eine Arbeit finden', 'placement',
       entered_on, exited_on
  from stay;
insert into counselling_step (id, network_id, carrier_id, project_id, person_id, goal_id, title, due_on, done_on, task_id)
select pg_temp.made_id(18, stay_no * 2 + n), network_id, carrier_id, project_id, person_id, pg_temp.made_id(17, stay_no),
       'Unterlagen zusammenstellen', day + stay_no % 60 - 10, exited_on, null
  from stay, bench_size, generate_series(0, 1) as n;
insert into tasks_task (id, network_id, project_id, subject_id, assignee_id, reason, title, due_on, done_on, link,
    created_at)
select pg_temp.made_id(19, stay_no * 3 + n), network_id, project_id, person_id, advisor_id, 'own', 'Rückruf vereinbaren',
       case when n = 0 or exited_on is not null then entered_on + 14 else day - 5 + floor(random() * 90)::int end,
       case when n = 0 or exited_on is not null then entered_on + 14 end, '', entered_on
  from stay, bench_size, generate_series(0, 2) as n;

insert into placement_opportunity (id, network_id, provider_id, kind, title, skilled, weekly_hours, seats, available_from,
    closed_on)
select pg_temp.made_id(20, home_no * 100 + n), network_id,
       pg_temp.made_id(6, 1 + (home_no * 20 + n) % greatest(5, people / 50)), 'job',
       pg_temp.one_of('{Küchenhilfe,Pflegehilfe,Lagerarbeit,Malerhelfer,Servicekraft}'), n % 5 = 0, 38.5, 1 + n % 3,
       day - 200, case when n % 2 = 0 then day - 20 end
  from home, bench_size, generate_series(0, 19) as n;
insert into placement_application (id, network_id, carrier_id, project_id, person_id, opportunity_id, state, since_on)
select pg_temp.made_id(21, stay_no), network_id, carrier_id, project_id, person_id,
       pg_temp.made_id(20, home_no * 100 + stay_no % 20),
       case when stay_no % 4 = 0 then 'started'
            else (array['sent', 'interview', 'declined_by_provider'])[1 + stay_no % 3] end,
       entered_on
  from stay where is_last and stay_no % 2 = 0;
create temp table worked as
select *, entered_on + 20 as starts_on from stay, bench_size
 where is_last and stay_no % 4 = 0 and entered_on + 20 <= day;
insert into placement_spell (id, network_id, carrier_id, project_id, person_id, application_id, kind, starts_on, ends_on,
    probation_until, weekly_hours, insured, end_reason)
select pg_temp.made_id(22, stay_no), network_id, carrier_id, project_id, person_id, pg_temp.made_id(21, stay_no), 'job',
       starts_on, null, starts_on + 180, 38.5, true, ''
  from worked;
insert into aftercare_checkin (id, network_id, carrier_id, project_id, person_id, spell_id, kind, due_on, task_id,
    held_on, outcome, cancelled_on)
select pg_temp.made_id(23, stay_no * 4 + n), network_id, carrier_id, project_id, person_id, pg_temp.made_id(22, stay_no),
       (array['first_week', 'four_weeks', 'three_months', 'six_months'])[1 + n], due_on, null,
       case when due_on < day - 3 then due_on end, case when due_on < day - 3 then 'fine' else '' end, null
  from worked, generate_series(0, 3) as n, lateral (select starts_on + (array[7, 28, 91, 182])[1 + n] as due_on) as d;

insert into monitoring_entryrecord (stay_id, network_id, carrier_id, project_id, person_id, employment, unemployed_since,
    in_education, isced, disability, foreign_background, minority, homeless, degurba)
select stay_id, network_id, carrier_id, project_id, person_id,
       (array['unemployed', 'inactive', 'employed'])[1 + i % 3], case when i % 3 = 0 then entered_on - 500 end, i % 9 = 0,
       isced, case when i % 20 = 1 then 'yes' else 'no' end, 'yes', case when i % 30 = 1 then 'yes' else 'no' end,
       case when i % 12 = 1 then 'yes' else 'no' end, 1 + i % 3
  from stay;
insert into monitoring_participation (participant_id, network_id, project_ids, gender, state, exit_state, indicators, codes,
    trace, asks, outcome, entered_on, exited_on, derived_on, next_change_on)
select participant_id, network_id, array[project_id], gender, state,
       case when exited_on is null then 'open' when exited_on > day - 40 then 'provisional' else 'final' end,
       case when state <> 'reported' then '{}' else array_remove(array[
           'EECO01', (array['EECO02', 'EECO04', 'EECO05'])[1 + i % 3], case when i % 3 = 0 then 'EECO03' end,
           case when isced <= 2 then 'EECO09' when isced <= 4 then 'EECO10' else 'EECO11' end,
           case when i % 20 = 1 then 'EECO12' end, 'EECO13', case when i % 30 = 1 then 'EECO15' end,
           case when i % 12 = 1 then 'EECO16' end,
           case when exited_on is not null and i % 5 = 0 then 'EECR03' end,
           case when exited_on is not null and i % 3 = 1 then 'EECR04' end], null) end,
       case when state = 'incomplete' then '{W-STATUS-AND-FACTS}'::text[] else '{}' end,
       jsonb_build_array(jsonb_build_object('code', 'EECO01'), jsonb_build_object('code', 'EECO13')), '',
       case when exited_on is null then '' else (array['', 'training', 'work', 'work', 'school'])[1 + i % 5] end,
       entered_on, exited_on, day, null
  from stay, bench_size,
       lateral (select case when luck < 0.85 then 'reported' when luck < 0.95 then 'incomplete'
                            else 'not_participant' end as state) as s
 where is_last;
insert into monitoring_indicatortotal (id, network_id, indicator, gender, count, as_of)
select pg_temp.made_id(24, row_number() over ()), network_id, indicator, gender, count(*), day
  from monitoring_participation, bench_size, unnest(indicators) as indicator
 group by network_id, indicator, gender, day;
