from django.db import migrations

from wir.kit.walls import among

# A data protection officer reads no file, but has to say of which one nothing may be erased, and to talk about it.
AUDITED = f"""
create function people_files_audited(numbers text[], files uuid[])
returns table (person_id uuid, case_number text, network_id uuid, carrier_id uuid, project_id uuid)
language sql stable security definer set search_path = public, pg_catalog
as $$
    select file.id, anchor.case_number, file.network_id, file.carrier_id, file.project_id
      from people_participant as anchor join people_person as file on file.participant_id = anchor.id
     where (anchor.case_number = any(numbers) or file.id = any(files))
       and (file.network_id {among("audited")} or file.carrier_id {among("audited_carriers")})
     order by file.id
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0008_findings")]

    operations = [migrations.RunSQL(AUDITED, "drop function people_files_audited(text[], uuid[]);")]
