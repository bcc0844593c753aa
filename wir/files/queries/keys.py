"""Which key seals how much. Asked of the database's own list of columns, so that no app can be forgotten."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """A column of the type ``sealed``."""

    table: str
    column: str


def sealed_columns() -> list[SealedColumn]:
    """Return every column that holds sealed values, in any app."""
    with connection.cursor() as cursor:
        cursor.execute("select table_name, column_name from sealed_columns order by table_name, column_name")
        return [SealedColumn(table, column) for table, column in cursor.fetchall()]


def counts_by_key() -> Counter[str]:
    """Return how many values each key seals, by key id, in all networks; for jobs only."""
    counts: Counter[str] = Counter()
    with connection.cursor() as cursor:
        cursor.execute("select key_id, amount from sealed_counts()")
        for key_id, amount in cursor.fetchall():
            counts[key_id] += amount
    return counts


def outdated(place: SealedColumn, *, network_id: UUID, newest: str, most: int) -> list[tuple[UUID, bytes]]:
    """Return values of the network that another key than ``newest`` seals, with the ids of their rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select id, content from sealed_outdated(%s, %s, %s, decode(%s, 'hex'), %s)",
            [place.table, place.column, network_id, newest, most],
        )
        return [(row_id, bytes(content)) for row_id, content in cursor.fetchall()]
