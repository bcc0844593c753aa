"""Anchors, opportunities and figures are read by a whole network and written by those whose work they are.

Until here a data protection officer, who reads a trail, could have written them past the application, and somebody in
another sub-project could have opened a file by a grant that named their own one. Besides: what ``wall`` let readers
remove, and the requests of authorities, whose places could have been those of another network. This migration knows
tables of apps above, because a wall has to stand everywhere at once.
"""

from django.db import migrations

from wir.kit.walls import IN_NETWORK, OVERSEEN, among, in_file, in_team, rewall, same_network

JOB = "current_setting('wir.kind', true) = 'job'"
TODAY = "(now() at time zone 'Europe/Berlin')::date"
IN_MY_PROJECTS = "project_ids && (select nullif(current_setting('wir.projects', true), '')::uuid[])::uuid[]"

PLACED = ["authorityrequest", "consent", "noticegiven", "retentionorder", "sharingconsent", "disclosure"]
OF_CARRIERS = ["authorityrequest", "retentionsetting"]

ALLOWED = f"""exists (
    select from network_duplicatebasis as basis
    where basis.network_id = people_duplicatemark.network_id and basis.until_on is null
) and exists (
    select from privacy_consent as given
    where given.subject_id = people_duplicatemark.person_id and given.purpose = 'between_networks'
      and not given.refused and given.withdrawn_on is null and (given.ends_on is null or {TODAY} < given.ends_on)
)"""
OPENED = f"{in_team()} and person_id {among('opened')}"

OF_A_FILE = """
create function network_within_file() returns trigger language plpgsql set search_path = public, pg_catalog
as $$
begin
    if new.subject_id is not null and not exists (
        select from people_person as file
        where file.id = new.subject_id and file.network_id = new.network_id and file.project_id = new.project_id
    ) then
        raise exception 'the file of a row in % belongs elsewhere', tg_table_name
            using errcode = 'foreign_key_violation';
    end if;
    return null;
end
$$;
"""


def works_in_network(table: str) -> str:
    """Rows of the network, for those who work in the files of one of its sub-projects."""
    return f"""{IN_NETWORK} and exists (
        select from network_project as mine where mine.network_id = {table}.network_id and mine.id {among("projects")}
    )"""


def within_file(table: str) -> migrations.RunSQL:
    """Let rows name only a file of their own network and sub-project, which whoever writes them reads.

    No foreign key: the row stays when the file is erased.
    """
    return migrations.RunSQL(
        f"create constraint trigger {table}_within_file"
        f" after insert or update of subject_id, network_id, project_id on {table}"
        " for each row execute function network_within_file()",
        f"drop trigger {table}_within_file on {table}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0011_who_describes_carriers"),
        ("privacy", "0008_who_decides"),
        ("people", "0005_duplicate_marks"),
        ("placement", "0002_walls"),
        ("monitoring", "0003_alike"),
    ]

    operations = [
        rewall("people_participant", reads=IN_NETWORK, writes=works_in_network("people_participant")),
        rewall(
            "placement_opportunity",
            reads=IN_NETWORK,
            writes=f"{IN_NETWORK} and ({OVERSEEN} or {works_in_network('placement_opportunity')})",
        ),
        rewall("monitoring_indicatortotal", reads=IN_NETWORK, writes=f"{IN_NETWORK} and {JOB}"),
        rewall(
            "monitoring_participation",
            reads=f"{IN_NETWORK} and ({OVERSEEN} or {IN_MY_PROJECTS})",
            writes=f"{IN_NETWORK} and {IN_MY_PROJECTS}",
        ),
        rewall("people_sealedneed", reads=OPENED, writes=OPENED),
        rewall("people_duplicatemark", reads=in_file(), writes=in_file()),
        migrations.RunSQL(
            # a need is put down without being read, a mark only where the check is allowed; both are removed as before
            f"""
            drop policy people_sealedneed_adds on people_sealedneed;
            create policy people_sealedneed_adds on people_sealedneed for insert with check ({in_team()});
            drop policy people_duplicatemark_adds on people_duplicatemark;
            create policy people_duplicatemark_adds on people_duplicatemark for insert
                with check ({in_file()} and {ALLOWED});
            drop policy people_duplicatemark_changes on people_duplicatemark;
            create policy people_duplicatemark_changes on people_duplicatemark for update
                using ({in_file()} and {ALLOWED}) with check ({in_file()} and {ALLOWED});
            """,
            migrations.RunSQL.noop,
        ),
        *(same_network(f"privacy_{table}", "project_id", "network_project") for table in PLACED),
        *(same_network(f"privacy_{table}", "carrier_id", "network_carrier") for table in OF_CARRIERS),
        migrations.RunSQL(OF_A_FILE, "drop function network_within_file()"),
        within_file("network_grant"),
        within_file("privacy_authorityrequest"),
    ]
