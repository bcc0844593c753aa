"""What is sealed gets the newest key, a few values at a time, while everybody goes on working.

How far it is stands in the values themselves: each names its key. So the work can stop anywhere and go on later, and
a value that somebody changes meanwhile is left as it is: it has the newest key then.
"""

from __future__ import annotations

from uuid import UUID

from django.db import connection, transaction

from wir.files import queries
from wir.files.queries import SealedColumn
from wir.kit.acting import Actor
from wir.kit.fields import place_of
from wir.kit.sealing import Use, ring, seal, unseal
from wir.privacy import actions as privacy


@transaction.atomic
def reseal_some(*, network_id: UUID, most: int, actor: Actor) -> int:
    """Seal up to ``most`` values of each column of the network with the newest key; return how many it were.

    Raises KeyMissing or CannotUnseal, and changes nothing in this step, when a value cannot be opened.
    """
    newest = ring().ids[-1]
    done = sum(
        _resealed(place, row_id, content, network_id)
        for place in queries.sealed_columns()
        for row_id, content in queries.outdated(place, network_id=network_id, newest=newest, most=most)
    )
    if done:
        privacy.record(actor=actor, verb="files.resealed", network_id=network_id, key=newest, count=done)
    return done


def _resealed(column: SealedColumn, row_id: UUID, before: bytes, network_id: UUID) -> bool:
    place = place_of(column.table, column.column, network_id, row_id)
    after = seal(unseal(before, use=Use.FIELDS, place=place), use=Use.FIELDS, place=place)
    with connection.cursor() as cursor:
        cursor.execute(
            "select sealed_replace(%s, %s, %s, %s, %s, %s)",
            [column.table, column.column, network_id, row_id, before, after],
        )
        (replaced,) = cursor.fetchone()
    return bool(replaced)
