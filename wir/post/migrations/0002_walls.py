from django.db import migrations

from wir.kit.walls import IN_NETWORK, in_file, in_file_or_overseen, same_network, tenant_key, wall

JOB = "current_setting('wir.kind', true) = 'job'"
SENDS = f"{JOB} and (network_id is null or {IN_NETWORK})"
ANY_MAIL = "network_id is null"
"""Mails of the sign-in: whoever forgot a password is nobody yet, and writes one."""
CHANGES = f"({in_file('subject_id')}) or ({SENDS})"
"""Who oversees a network reads that a message failed, and changes nothing; nobody changes mails of the sign-in."""

CHAINS = f"""
create function post_due(moment timestamptz) returns table (network_id uuid)
language sql stable security definer set search_path = public, pg_catalog
as $$ select distinct network_id from post_message where state = 'queued' and not_before <= moment and {JOB} $$;
create function post_done(before timestamptz) returns table (network_id uuid)
language sql stable security definer set search_path = public, pg_catalog
as $$ select distinct network_id from post_message where state <> 'queued' and done_at < before and {JOB} $$;
create function post_failed() returns table (network_id uuid)
language sql stable security definer set search_path = public, pg_catalog
as $$ select distinct network_id from post_message where state = 'failed' and {JOB} $$;
"""
UNDO = (
    "drop function post_due(timestamptz); drop function post_done(timestamptz); drop function post_failed();"
)


class Migration(migrations.Migration):
    dependencies = [("post", "0001_initial"), ("kit", "0001_extensions"), ("files", "0002_walls")]

    operations = [
        tenant_key("post_message"),
        same_network("post_messagecontent", "message_id", "post_message"),
        wall(
            "post_message",
            reads=f"({in_file_or_overseen('subject_id')}) or ({SENDS})",
            writes=f"{CHANGES} or {ANY_MAIL}",
        ),
        migrations.RunSQL(
            f"alter policy post_message_changes on post_message using ({CHANGES}) with check ({CHANGES});"
            f"alter policy post_message_removes on post_message using ({CHANGES})",
            migrations.RunSQL.noop,
        ),
        wall("post_messagecontent", reads=SENDS, writes=f"{CHANGES} or {ANY_MAIL}"),
        migrations.RunSQL(CHAINS, UNDO),
    ]
