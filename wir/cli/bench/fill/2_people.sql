-- People with identity, papers, languages; their stays, consents and the grants of their case teams.

create temp table someone as
select i, home.*, pg_temp.made_id(7, i) as participant_id, pg_temp.made_id(8, i) as person_id,
       pg_temp.one_of('{male,male,male,female,female,non_binary}') as gender,
       pg_temp.one_of('{SYR,SYR,SYR,AFG,AFG,IRQ,IRN,ERI,SOM,TUR,UKR,NGA,GIN,GMB,XXA}') as nationality,
       pg_temp.one_of('{ar,ar,ar,prs,fa,ku,ti,so,tr,uk,en,fr}') as language,
       pg_temp.one_of('{aufenthaltserlaubnis,aufenthaltserlaubnis,aufenthaltserlaubnis,fiktionsbescheinigung,'
                      'aufenthaltsgestattung,duldung,duldung}') as status,
       1 + floor(random() * (select count(*) from bench_name))::int as name_no,
       floor(random() * 9)::int as isced, random() as luck
  from (select i, 1 + floor(random() * (select count(*) from home))::int as home_no
          from bench_size, generate_series(1, people) as i) as chosen
  join home using (home_no)
 order by i;
create index on someone (i);
analyze someone;

insert into people_participant (id, network_id, case_number)
select participant_id, network_id,
       'N' || lpad(network_no::text, 2, '0') || '-'
           || lpad((row_number() over (partition by network_no order by i))::text, 5, '0')
  from someone;
update network_network as n
   set last_case_number = (select count(*) from people_participant as p where p.network_id = n.id);

insert into people_person (id, network_id, carrier_id, project_id, participant_id, origin, gender, nationalities,
    contact_language, interpreter_needed, schooling, isced, occupation, wishes, remarks, unemployed_since, expected_on,
    created_at)
select person_id, network_id, carrier_id, project_id, participant_id, 'list', gender, array[nationality],
       language, luck < 0.4, 'Sekundarschule', isced, pg_temp.one_of('{Koch,Näherin,Elektriker,Lehrerin,Fahrer}'),
       'Arbeit in der Nähe', '', null, null, now() - luck * interval '1500 days'
  from someone;
insert into people_personidentity (person_id, network_id, carrier_id, project_id, given_names, family_names,
    search_key, birth_date, phone, email, street, postcode, place_name,
    spoken_name, original_name, other_names, ways, best_time, reach_note)
select person_id, network_id, carrier_id, project_id, given, family, key,
       date '1964-01-01' + floor(luck * 15300)::int, '0151 ' || lpad(i::text, 7, '0'), '',
       'Musterweg ' || 1 + i % 200, '20457', 'Musterstadt', '', '', '{}', '{}', '', ''
  from someone join bench_name using (name_no);
insert into people_namekeys (person_id, network_id, carrier_id, project_id, text, sounds, numbers)
select person_id, network_id, carrier_id, project_id, words, sounds,
       array['+49151' || lpad(i::text, 7, '0'), lpad(i::text, 7, '0')]
  from someone join bench_name using (name_no);
insert into people_residence (id, network_id, carrier_id, project_id, person_id, status, legal_basis, work_note,
    from_on, until_on, valid_until, issued_by, side_note)
select pg_temp.made_id(9, i * 2), network_id, carrier_id, project_id, person_id, 'aufenthaltsgestattung',
       'AsylG:55:1', 'beschaeftigung_nur_mit_erlaubnis', day - 1500, day - 700, day - 700, '', ''
  from someone, bench_size
 where i % 2 = 0
union all
select pg_temp.made_id(9, i * 2 + 1), network_id, carrier_id, project_id, person_id, status,
       case status when 'aufenthaltserlaubnis' then 'AufenthG:25:2' when 'duldung' then 'AufenthG:60a:2'
                   when 'aufenthaltsgestattung' then 'AsylG:55:1' else '' end,
       case status when 'aufenthaltserlaubnis' then 'erwerbstaetigkeit_erlaubt'
                   else 'beschaeftigung_nur_mit_erlaubnis' end,
       day - 700, null, day - 30 + floor(random() * 900)::int, '', ''
  from someone, bench_size;
insert into people_procedure (person_id, network_id, carrier_id, project_id, entered_on, stay_since, asylum_applied,
    asylum_requested_on, asylum_applied_on, asylum_registered_on, asylum_outcome, reception_centre_duty,
    reception_centre_duty_until, duldung_since, identity_unclear_note, own_conduct, entered_for_benefits,
    removal_measure, finding_notice)
select person_id, network_id, carrier_id, project_id, day - 1500 - i % 900, day - 1400, true, day - 1490, day - 1480,
       null, case status when 'aufenthaltserlaubnis' then 'refugee_status' when 'duldung' then 'rejected'
                         else 'pending' end,
       false, null, case status when 'duldung' then day - 700 end, false, 'none', false, 'none', ''
  from someone, bench_size;
insert into people_languageskill (id, network_id, carrier_id, project_id, person_id, language, level,
    listening, reading, speaking, writing, certificate)
select pg_temp.made_id(10, i * 2), network_id, carrier_id, project_id, person_id, language, 'native', '', '', '', '', ''
  from someone
union all
select pg_temp.made_id(10, i * 2 + 1), network_id, carrier_id, project_id, person_id, 'de',
       pg_temp.one_of('{A0,A1,A2,B1,B2}'), '', '', '', '', ''
  from someone;

-- 95 of 100 have a stay, 25 have an earlier one too; every twentieth waits to be taken on.
create temp table stayed as
with reach as (select date '2022-10-01' as first, day, day - date '2022-10-01' as days from bench_size),
begun as (
    select i, false as is_last, first + floor(random() * 0.4 * days)::int as entered_on from someone, reach
     where i % 4 = 1
    union all
    select i, true, case when i % 4 = 1 then first + (0.4 * days + 260 + random() * (0.6 * days - 260))::int
                         else first + floor(random() * days)::int end
      from someone, reach where i % 20 <> 0
)
select row_number() over (order by entered_on, i)::int as stay_no, begun.*,
       case when not is_last then entered_on + 60 + floor(random() * 180)::int
            when entered_on <= day - 400 then entered_on + 60 + floor(random() * 340)::int end as exited_on
  from begun, reach;
alter table stayed add stay_id uuid, add advisor_id uuid;
-- The measured advisor (first of the first sub-project) has 80 running cases, the colleague the rest.
update stayed as s
   set stay_id = pg_temp.made_id(11, s.stay_no),
       advisor_id = pg_temp.made_id(4, p.home_no * 10
           + case when p.home_no > 1 or s.exited_on is not null then 1 + s.stay_no % 2
                  when r.place <= 80 then 1 else 2 end)
  from someone as p,
       (select stay_no, row_number() over (partition by home_no, exited_on is null order by stay_no) as place
          from stayed join someone using (i)) as r
 where p.i = s.i and r.stay_no = s.stay_no;
create index on stayed (stay_no);
create temp table stay as
select stayed.*, network_id, carrier_id, project_id, person_id, participant_id, home_no, gender, language, luck, isced
  from stayed join someone using (i);
create index on stay (stay_no);
analyze stay;

insert into counselling_stay (id, network_id, carrier_id, project_id, participant_id, person_id, advisor_id, entered_on,
    exited_on, exit_reason)
select stay_id, network_id, carrier_id, project_id, participant_id, person_id, advisor_id, entered_on, exited_on,
       case when exited_on is null then ''
            else pg_temp.one_of('{work,work,training,school,moved_away,no_contact,own_wish}') end
  from stay order by stay_no;
insert into network_grant (id, network_id, project_id, subject_id, scope, grantee_id, cause, from_on, until_on)
select pg_temp.made_id(12, stay_no), network_id, project_id, person_id, 'case_team', advisor_id, 'stay', entered_on,
       case when exited_on is not null then greatest(exited_on, entered_on + 1) end
  from stay;
insert into privacy_consent (id, network_id, project_id, subject_id, purpose, given_on, withdrawn_on, way, language,
    text_version, refused, proof)
select pg_temp.made_id(13, stay_no), network_id, project_id, person_id, 'counselling', entered_on, null, 'paper',
       language, '2026-11', false, ''
  from stay where is_last;
insert into privacy_noticegiven (id, network_id, project_id, subject_id, purpose, given_on, language, text_version)
select pg_temp.made_id(14, stay_no * 3 + place), network_id, project_id, person_id, purpose,
       entered_on, language, '2026-11'
  from stay, unnest('{counselling,evidence,monitoring}'::text[]) with ordinality as notice(purpose, place);
