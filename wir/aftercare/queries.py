"""What pages ask about check-ins."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from wir.aftercare.models import CheckIn, CheckInQuerySet
from wir.kit.acting import Actor
from wir.kit.compiled import compiled
from wir.tasks.models import Task


def check_ins_of(actor: Actor, person_id: UUID) -> CheckInQuerySet:
    """Return a person's check-ins by day, with the spell they are about."""
    return (
        CheckIn.objects.visible_to(actor)
        .filter(person_id=person_id)
        .select_related("spell__application__opportunity__provider")
        .order_by("due_on", "id")
    )


def check_in_or_none(actor: Actor, person_id: UUID, check_in_id: UUID) -> CheckIn | None:
    """Return one of the person's check-ins."""
    return check_ins_of(actor, person_id).filter(pk=check_in_id).first()


@compiled
def overdue_check_ins(actor: Actor, today: date, *, limit: int) -> CheckInQuerySet:
    """Return late check-ins of the actor's files that are nobody's or a colleague's task, longest due first.

    The actor's own stand among their tasks already.
    """
    own = Task.objects.visible_to(actor).filter(assignee_id=actor.id)
    overdue = CheckIn.objects.visible_to(actor).overdue(today).exclude(task_id__in=own.values("pk"))
    return overdue.select_related("person__identity").order_by("due_on", "id")[:limit]
