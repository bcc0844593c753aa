from django.db import migrations

from wir.kit.walls import IN_NETWORK, among, in_file, same_network, tenant_key, wall

ABOUT_PERSON = ["people_personidentity", "people_residence", "people_procedure", "people_languageskill"]
FILE_ROWS = ["people_person", *ABOUT_PERSON, "people_listpreview"]

SEARCH = f"""
create function people_search(words text, most integer) returns table (person_id uuid, likeness real)
language sql stable security definer
set search_path = public, pg_catalog
set pg_trgm.word_similarity_threshold = 0.45
as $$
    select found.person_id, word_similarity(words, found.search_key)
    from people_personidentity as found
    where found.search_key %> words
      and found.network_id {among("networks")}
      and (found.project_id {among("projects")} or found.person_id {among("subjects")})
    order by 2 desc, 1
    limit most
$$;
create function people_case_number(network uuid) returns text
language sql volatile security definer set search_path = public, pg_catalog
as $$
    update network_network set last_case_number = last_case_number + 1
    where id = network and id {among("networks")}
    returning prefix || '-' || lpad(last_case_number::text, 5, '0')
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("network", "0002_walls")]

    operations = [
        tenant_key("people_participant"),
        tenant_key("people_person"),
        *(same_network(table, "project_id", "network_project") for table in FILE_ROWS),
        *(same_network(table, "carrier_id", "network_carrier") for table in FILE_ROWS),
        same_network("people_person", "participant_id", "people_participant"),
        *(same_network(table, "person_id", "people_person") for table in ABOUT_PERSON),
        wall("people_participant", reads=IN_NETWORK),
        wall("people_person", reads=in_file("id")),
        *(wall(table, reads=in_file()) for table in ABOUT_PERSON),
        wall("people_listpreview", reads=f"{IN_NETWORK} and project_id {among('projects')}"),
        wall("people_personevent", reads=in_file("id"), writes="true"),
        wall("people_personidentityevent", reads=in_file(), writes="true"),
        wall("people_residenceevent", reads=in_file(), writes="true"),
        wall("people_procedureevent", reads=in_file(), writes="true"),
        migrations.RunSQL(
            SEARCH, "drop function people_search(text, integer); drop function people_case_number(uuid);"
        ),
    ]
