"""Appointments stand behind the walls of their file; a feed is read by its secret alone, and says no names."""

from django.db import migrations

from wir.kit.walls import in_file, same_network, wall

KEYS = {"project_id": "network_project", "carrier_id": "network_carrier", "person_id": "people_person"}
MINE = "user_id = nullif(current_setting('wir.actor', true), '')::uuid"
FEED = """
create function counselling_feed(hash text, today date, since timestamptz)
returns table (id uuid, starts_at timestamptz, ends_at timestamptz, moved int, is_off boolean, case_number text)
language sql stable security definer set search_path = public, pg_catalog
as $$
    select entry.id, entry.starts_at, entry.ends_at, entry.moved, entry.called_off_at is not null, entry.case_number
      from counselling_calendarfeed as feed
      join accounts_user as reader on reader.id = feed.user_id and reader.is_active
      left join lateral (
          select a.*, anchor.case_number
            from counselling_appointment as a
            join people_person as file on file.id = a.person_id
            join people_participant as anchor on anchor.id = file.participant_id
           where a.advisor_id = feed.user_id and a.ends_at >= since
             and exists (select 1 from network_membership as m
                          where m.user_id = feed.user_id and m.project_id = a.project_id
                            and m.from_on <= today and (m.until_on is null or today < m.until_on))
      ) as entry on true
     where feed.token_hash = hash
     order by entry.starts_at
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("counselling", "0012_appointments"), ("network", "0014_officers_without_other_role")]

    operations = [
        *(same_network("counselling_appointment", column, target) for column, target in KEYS.items()),
        same_network("counselling_appointment", "contact_id", "counselling_contact"),
        wall("counselling_appointment", reads=in_file()),
        wall("counselling_calendarfeed", reads=MINE),
        migrations.RunSQL(FEED, "drop function counselling_feed(text, date, timestamptz)"),
    ]
