"""Somebody is put on the waiting list, taken on from it, or declined with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse

from wir.counselling.models import Waiting
from wir.counselling.rules.waiting import DeclineReason, Urgency, WaitingProblem, obstacles_to_waiting
from wir.kit.acting import Actor
from wir.network.models import Project
from wir.people.models import Person
from wir.privacy import actions as privacy
from wir.tasks import actions as tasks
from wir.tasks import queries as known_tasks
from wir.tasks.rules import TaskReason


class CannotWait(Exception):
    """The entry cannot be made or changed like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[WaitingProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingValues:
    """What is known of somebody who asks."""

    given_names: str = ""
    family_names: str
    phone: str = ""
    email: str = ""
    contact_language: str = ""
    reason: str
    urgency: Urgency
    asked_on: date
    reply_by: date


@transaction.atomic
def put_on_list(*, project: Project, values: WaitingValues, today: date, actor: Actor) -> Waiting:
    """Put somebody on the waiting list of a sub-project; a task keeps the promised day.

    Raises CannotWait, and writes nothing, when something is missing or days contradict each other.
    """
    problems = [] if project.pk in actor.projects else [WaitingProblem.NOT_HERE]
    problems += obstacles_to_waiting(
        name=values.family_names,
        reach=values.phone + values.email,
        reason=values.reason,
        asked_on=values.asked_on,
        reply_by=values.reply_by,
        today=today,
    )
    _refuse(problems)
    task = tasks.add_task(
        place=(project.network_id, project.pk),
        subject_id=None,
        assignee_id=None,
        reason=TaskReason.PROMISED_REPLY,
        title="",
        due_on=values.reply_by,
        link=reverse("counselling:waiting"),
        actor=actor,
    )
    waiting = Waiting.objects.create(
        network_id=project.network_id,
        carrier_id=project.carrier_id,
        project=project,
        task_id=task.pk,
        **{name: getattr(values, name) for name in WaitingValues.__slots__},
    )
    _audit(actor, "counselling.waiting_began", waiting)
    return waiting


@transaction.atomic
def take_from_list(*, waiting: Waiting, person: Person, today: date, actor: Actor) -> Waiting:
    """Say that the entry became this file; nothing of it is typed again.

    Raises CannotWait, and writes nothing, when it was decided before.
    """
    return _decide(waiting, today, actor, "counselling.waiting_taken", file=person)


@transaction.atomic
def decline_waiting(
    *, waiting: Waiting, reason: DeclineReason, referred_to: str, today: date, actor: Actor
) -> Waiting:
    """Say why somebody is not taken on, and where they were sent.

    Raises CannotWait, and writes nothing, when it was decided before.
    """
    return _decide(
        waiting,
        today,
        actor,
        "counselling.waiting_declined",
        decline_reason=reason.value,
        referred_to=referred_to.strip(),
    )


def _decide(waiting: Waiting, today: date, actor: Actor, verb: str, **facts: str | Person) -> Waiting:
    waiting = Waiting.objects.visible_to(actor).select_for_update().get(pk=waiting.pk)
    _refuse([WaitingProblem.ALREADY_DECIDED] if waiting.decided_on else [])
    waiting.decided_on = today
    for name, value in facts.items():
        setattr(waiting, name, value)
    waiting.save()
    task = known_tasks.task_or_none(actor, waiting.task_id) if waiting.task_id else None
    if task and task.done_on is None:
        tasks.finish_task(task=task, done_on=today, actor=actor)
    _audit(actor, verb, waiting)
    return waiting


def _refuse(problems: Sequence[WaitingProblem]) -> None:
    if problems:
        raise CannotWait(problems)


def _audit(actor: Actor, verb: str, waiting: Waiting) -> None:
    privacy.record(actor=actor, verb=verb, network_id=waiting.network_id, entry=str(waiting.pk))
