"""The answers recorded about a person, stay by stay."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from wir.counselling.models import Stay
from wir.kit.acting import Actor

if TYPE_CHECKING:
    from wir.counselling.models import StayQuerySet


def stays_with_answers(actor: Actor, person_id: UUID) -> StayQuerySet:
    """Return a person's stays, latest first, with all questionnaires; two queries."""
    return (
        Stay.objects.visible_to(actor)
        .filter(person_id=person_id)
        .select_related("project", "entry_record", "exit_record", "follow_up")
        .prefetch_related("later_statuses")
        .order_by("-entered_on")
    )


def stay_or_none(actor: Actor, person_id: UUID, stay_id: UUID) -> Stay | None:
    """Return one of the person's stays with its questionnaires; None for a stranger."""
    return stays_with_answers(actor, person_id).filter(pk=stay_id).first()
