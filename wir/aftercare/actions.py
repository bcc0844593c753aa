"""Check-ins are planned with a start, held one by one, and cancelled with an early end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from wir.aftercare import rules
from wir.aftercare.models import CheckIn
from wir.aftercare.rules import CheckInKind, CheckInProblem, Outcome
from wir.counselling import queries as counselling
from wir.kit.acting import Actor
from wir.placement.models import Spell
from wir.privacy import actions as privacy
from wir.privacy.rules import Purpose
from wir.tasks import actions as tasks
from wir.tasks import queries as task_list
from wir.tasks.rules import TaskReason


class CannotHold(Exception):
    """The check-in cannot be recorded like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[CheckInProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = list(problems)


@transaction.atomic
def plan_check_ins(*, spell_id: UUID, actor: Actor) -> list[CheckIn]:
    """Plan the check-ins of a spell, each with a task for the advisor of the open stay (else for the sub-project)."""
    spell = Spell.objects.get(pk=spell_id)
    stay = counselling.open_stay_of(actor, spell.person_id)
    days = rules.planned_check_ins(
        starts_on=spell.starts_on, probation_until=spell.probation_until, ends_on=spell.ends_on
    )
    planned = [
        _plan(spell, kind=kind, due_on=day, assignee_id=stay.advisor_id if stay else None, actor=actor)
        for kind, day in days
    ]
    privacy.record(
        actor=actor,
        verb="aftercare.check_ins_planned",
        purpose=Purpose.AFTERCARE,
        network_id=spell.network_id,
        subject_id=spell.person_id,
        number=len(planned),
    )
    return planned


@transaction.atomic
def cancel_check_ins(*, spell_id: UUID, ends_on: date, actor: Actor) -> int:
    """Cancel the open check-ins that are due on or after a spell's end and finish their tasks; return how many.

    They count as cancelled, and their tasks as finished, on the day the spell ends.
    """
    spell = Spell.objects.get(pk=spell_id)
    late = list(
        CheckIn.objects.select_for_update(no_key=True).open().filter(spell=spell, due_on__gte=ends_on)
    )
    for check_in in late:
        check_in.cancelled_on = ends_on
        check_in.save(update_fields=["cancelled_on"])
        _finish_task(check_in, done_on=ends_on, actor=actor)
    if late:
        privacy.record(
            actor=actor,
            verb="aftercare.check_ins_cancelled",
            purpose=Purpose.AFTERCARE,
            network_id=spell.network_id,
            subject_id=spell.person_id,
            number=len(late),
        )
    return len(late)


@transaction.atomic
def hold_check_in(
    *, check_in: CheckIn, held_on: date, outcome: Outcome, today: date, actor: Actor
) -> CheckIn:
    """Record that a check-in took place, with what it showed, and finish its task.

    Raises CannotHold, and writes nothing, when it was held or cancelled before or the day is not possible.
    """
    check_in = (
        CheckIn.objects.select_for_update(no_key=True, of=("self",))
        .select_related("spell")
        .get(pk=check_in.pk)
    )
    problems = rules.problems_of_holding(
        outcome=Outcome(check_in.outcome) if check_in.outcome else None,
        cancelled=check_in.cancelled_on is not None,
        starts_on=check_in.spell.starts_on,
        held_on=held_on,
        today=today,
    )
    if problems:
        raise CannotHold(problems)

    check_in.held_on, check_in.outcome = held_on, outcome.value
    check_in.save(update_fields=["held_on", "outcome"])
    _finish_task(check_in, done_on=held_on, actor=actor)
    privacy.record(
        actor=actor,
        verb="aftercare.check_in_held",
        purpose=Purpose.AFTERCARE,
        network_id=check_in.network_id,
        subject_id=check_in.person_id,
        check_in=str(check_in.pk),
    )
    return check_in


def _plan(
    spell: Spell, *, kind: CheckInKind, due_on: date, assignee_id: UUID | None, actor: Actor
) -> CheckIn:
    check_in = CheckIn(
        **spell.place(), person_id=spell.person_id, spell=spell, kind=kind.value, due_on=due_on
    )
    task = tasks.remind(
        place=(spell.network_id, spell.project_id),
        subject_id=spell.person_id,
        assignee_id=assignee_id,
        reason=TaskReason(kind.value),
        title="",
        due_on=due_on,
        link=reverse("aftercare:hold", args=[spell.person_id, check_in.pk]),
        actor=actor,
    )
    check_in.task_id = task.pk if task else None
    check_in.save(force_insert=True)
    return check_in


def _finish_task(check_in: CheckIn, *, done_on: date, actor: Actor) -> None:
    """Finish the task unless somebody ticked it off before."""
    if check_in.task_id is None:
        return
    task = task_list.task_or_none(actor, check_in.task_id)
    if task is not None and task.done_on is None:
        tasks.finish_task(task=task, done_on=done_on, actor=actor, recorded=True)
