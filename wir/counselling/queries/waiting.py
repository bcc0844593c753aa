"""What pages ask about the waiting list."""

from __future__ import annotations

from uuid import UUID

from wir.counselling.models import Waiting
from wir.counselling.rules.waiting import Urgency, place_in_line
from wir.kit.acting import Actor


def waiting_list(actor: Actor) -> list[Waiting]:
    """Return who waits in the actor's sub-projects, in the order in which they are called."""
    rows = Waiting.objects.visible_to(actor).open().select_related("project")
    return sorted(rows, key=lambda row: (*place_in_line(Urgency(row.urgency), row.asked_on), row.pk))


def waiting_or_none(actor: Actor, waiting_id: UUID) -> Waiting | None:
    """Return one open entry."""
    rows = Waiting.objects.visible_to(actor).open().select_related("project")
    return rows.filter(pk=waiting_id).first()
