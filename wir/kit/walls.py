"""Row-level security and tenant keys as migration operations; never rename one, migrations use them.

Policies compare the network first and wrap each setting in a sub-select, so that PostgreSQL reads it once per
query and can use an index. Without an actor the settings are empty and no row matches.
"""

from django.db.migrations import RunSQL


def among(setting: str) -> str:
    """Return the SQL that holds when the value left of it is in the actor's array ``setting``."""
    return f"= any((select nullif(current_setting('wir.{setting}', true), '')::uuid[])::uuid[])"


IN_NETWORK = f"network_id {among('networks')}"
OVERSEEN = f"network_id {among('overseen')}"


def in_file(person: str = "person_id") -> str:
    """Rows of one person's file: for those who work in its sub-project or to whom it was released."""
    return f"{IN_NETWORK} and (project_id {among('projects')} or {person} {among('subjects')})"


def in_file_or_overseen(person: str = "person_id") -> str:
    """Rows without names (anchors, stays, figures): also for those who oversee the network."""
    return f"{IN_NETWORK} and (project_id {among('projects')} or {person} {among('subjects')} or {OVERSEEN})"


def in_team(person: str = "person_id") -> str:
    """Counselling notes: for the person's case team alone."""
    return f"{IN_NETWORK} and {person} {among('team')}"


def wall(table: str, *, reads: str, writes: str | None = None) -> RunSQL:
    """Enable row-level security: rows are seen where ``reads`` holds and written where ``writes`` holds.

    What is not written may be neither changed nor removed, whoever reads it.
    """
    return RunSQL(
        f"alter table {table} enable row level security;{_policies(table, reads, writes)}", RunSQL.noop
    )


def rewall(table: str, *, reads: str, writes: str) -> RunSQL:
    """Put a new wall in the place of the table's old one."""
    names = ("wall", "reads", "adds", "changes", "removes")
    drops = "".join(f"drop policy if exists {table}_{name} on {table};" for name in names)
    return RunSQL(drops + _policies(table, reads, writes), RunSQL.noop)


def _policies(table: str, reads: str, writes: str | None) -> str:
    if writes is None:
        return f"create policy {table}_wall on {table} using ({reads}) with check ({reads});"
    return (
        f"create policy {table}_reads on {table} for select using ({reads});"
        f"create policy {table}_adds on {table} for insert with check ({writes});"
        f"create policy {table}_changes on {table} for update using ({writes}) with check ({writes});"
        f"create policy {table}_removes on {table} for delete using ({writes});"
    )


def tenant_key(table: str) -> RunSQL:
    """Make ``(network_id, id)`` a key that rows of the same network may refer to."""
    return RunSQL(
        f"alter table {table} add constraint {table}_tenant unique (network_id, id)",
        f"alter table {table} drop constraint {table}_tenant",
    )


def same_network(table: str, column: str, target: str) -> RunSQL:
    """Let ``column`` point only at a row of ``target`` in the same network."""
    name = f"{table}_{column}_same_network"
    return RunSQL(
        f"alter table {table} add constraint {name} foreign key (network_id, {column}) "
        f"references {target} (network_id, id) deferrable initially deferred",
        f"alter table {table} drop constraint {name}",
    )
