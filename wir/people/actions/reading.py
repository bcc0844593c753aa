"""Who looked into whose file is written down."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import Func, UUIDField, Value

from wir.kit.acting import Actor
from wir.privacy import actions as privacy


@transaction.atomic(savepoint=False)
def note_reading(*, person_id: UUID, page: str, actor: Actor) -> None:
    """Write down that the actor was shown this page of the file; one statement, which also finds where it belongs."""
    privacy.note_reading(
        actor=actor,
        verb="people.file_read",
        network_id=_of_the_file("network_id", person_id),
        carrier_id=_of_the_file("carrier_id", person_id),
        subject_id=person_id,
        page=page,
    )


def _of_the_file(column: str, person_id: UUID) -> Func:
    """What stands in the file, found while the line is written; row-level security answers for a stranger."""
    return Func(
        Value(person_id, output_field=UUIDField()),
        template="(select %(column)s from people_person where id = %(expressions)s)",
        column=column,
        output_field=UUIDField(),
    )
