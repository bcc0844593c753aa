from django.db import migrations

from wir.kit.walls import among

# Somebody who opens a closed file knows its case number; where the file is, the anchor does not tell.
BEHIND = f"""
create function people_files_behind(number text)
returns table (person_id uuid, network_id uuid, carrier_id uuid, project_id uuid)
language sql stable security definer set search_path = public, pg_catalog
as $$
    select file.id, file.network_id, file.carrier_id, file.project_id
      from people_participant as anchor join people_person as file on file.participant_id = anchor.id
     where anchor.case_number = upper(trim(number)) and anchor.network_id {among("networks")}
       and exists (select from network_project as place
                    where place.network_id = anchor.network_id and place.id {among("projects")})
     order by file.id
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_walls"), ("network", "0002_walls")]

    operations = [migrations.RunSQL(BEHIND, "drop function people_files_behind(text);")]
