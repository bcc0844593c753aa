"""Who looked into whose file is written down."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import Subquery

from wir.kit.acting import Actor
from wir.people.models import Person
from wir.privacy import actions as privacy


@transaction.atomic(savepoint=False)
def note_reading(*, person_id: UUID, page: str, actor: Actor) -> None:
    """Write down that the actor was shown this page of the file; one statement, which also finds where it belongs."""
    file = Person.objects.visible_to(actor).filter(pk=person_id)
    privacy.note_reading(
        actor=actor,
        verb="people.file_read",
        network_id=Subquery(file.values("network_id")),
        carrier_id=Subquery(file.values("carrier_id")),
        subject_id=person_id,
        page=page,
    )
