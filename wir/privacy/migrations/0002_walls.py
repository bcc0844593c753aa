from django.db import migrations

from wir.kit.walls import OVERSEEN, in_file, wall

OWN = "actor_id = nullif(current_setting('wir.actor', true), '')::uuid"


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial"), ("kit", "0001_extensions")]

    operations = [
        migrations.RunSQL(
            # no policy for update and delete: the trail only grows
            f"""
            alter table privacy_auditentry enable row level security;
            create policy privacy_auditentry_reads on privacy_auditentry for select using ({OVERSEEN} or {OWN});
            create policy privacy_auditentry_adds on privacy_auditentry for insert with check (true);
            """,
            migrations.RunSQL.noop,
        ),
        wall("privacy_consent", reads=in_file("subject_id")),
        wall("privacy_noticegiven", reads=in_file("subject_id")),
    ]
