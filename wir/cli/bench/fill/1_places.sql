-- Networks, carriers, sub-projects and the people who work there. Triggers are off: no history, no key checks.
-- Given: bench_size (one row) and bench_name (invented names with their search keys).

create function pg_temp.made_id(kind int, number bigint) returns uuid language sql immutable as $$
    -- in the form of a version 7 UUID, and sorting like one: by the time of making
    select (lpad(to_hex(number), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8000000000000000')::uuid
$$;
create function pg_temp.one_of(choices text[]) returns text language sql volatile as $$
    select choices[1 + floor(random() * cardinality(choices))::int]
$$;
select setseed(0.41);

-- The first network is the largest: about a tenth of all sub-projects, so of all people. Others have 3 to 12.
create temp table home as
select row_number() over (order by k, j)::int as home_no, k as network_no, j as place_no,
       pg_temp.made_id(1, k) as network_id, pg_temp.made_id(2, k * 1000 + (j + 1) / 2) as carrier_id,
       pg_temp.made_id(3, k * 1000 + j) as project_id
  from bench_size, generate_series(1, networks) as k,
       generate_series(1, case when k = 1 then greatest(2, round(networks * 0.73)::int)
                               else (array[3, 4, 5, 6, 7, 8, 9, 12])[1 + k % 8] end) as j;
create index on home (home_no);
analyze home;

insert into network_network (id, name, prefix, grant_number, funded_from, funded_until, last_case_number,
    second_factor)
select distinct network_id, 'Netzwerk ' || network_no, 'N' || lpad(network_no::text, 2, '0'),
       'WIR-BENCH-' || network_no, date '2022-10-01', day + 720, 0, 'nobody'
  from home, bench_size;
insert into network_carrier (id, network_id, name)
select distinct carrier_id, network_id, 'Träger ' || network_no || '-' || (place_no + 1) / 2 from home;
insert into network_project (id, network_id, carrier_id, name, slug, postcode, place)
select project_id, network_id, carrier_id, 'Teilprojekt ' || network_no || '.' || place_no,
       'teilprojekt-' || home_no, lpad((10000 + home_no * 251 % 89000)::text, 5, '0'), 'Musterstadt'
  from home;

-- Two advisors a sub-project, one coordinator a network, one programme office.
create temp table staff as
select pg_temp.made_id(4, home_no * 10 + m) as user_id, 'beratung-' || home_no || '-' || m as word,
       'advisor' as role, network_id, carrier_id, project_id
  from home, generate_series(1, 2) as m
union all
select pg_temp.made_id(4, 1000000 + network_no), 'koordination-' || network_no, 'coordinator', network_id, null, null
  from home where place_no = 1
union all
select pg_temp.made_id(4, 2000000), 'programm', 'programme_office', null, null, null;

insert into accounts_user (id, password, last_login, email, name, is_active, created_at)
select user_id, '!', null, word || '@bench.example', initcap(replace(word, '-', ' ')), true, now()
  from staff;
insert into network_membership (id, user_id, network_id, carrier_id, project_id, role, from_on, until_on)
select pg_temp.made_id(5, row_number() over ()), user_id, network_id, carrier_id, project_id, role,
       date '2022-10-01', null
  from staff;

insert into directory_organisation (id, name, kind, postcode, place)
select pg_temp.made_id(6, o), 'Betrieb Nr. ' || o,
       (array['employer', 'employer', 'employer', 'vocational_school', 'school', 'course_provider'])[1 + o % 6],
       lpad((10000 + o * 37 % 89000)::text, 5, '0'), 'Musterstadt'
  from bench_size, generate_series(1, greatest(5, people / 50)) as o;
