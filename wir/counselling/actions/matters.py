"""Procedures at authorities: put down, followed, closed; their notices and the periods that run from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from wir.counselling import queries
from wir.counselling.models import Matter, Notice
from wir.counselling.rules.matters import (
    Decision,
    Delivery,
    Instruction,
    LegalField,
    MatterOutcome,
    MatterProblem,
    Remedy,
    obstacles_to_matter,
    obstacles_to_notice,
    obstacles_to_settling,
    silent_since,
)
from wir.directory import actions as directory
from wir.directory.models import Organisation
from wir.directory.rules import kind_of_authority
from wir.kit.acting import Actor
from wir.people.models import Person
from wir.privacy import actions as privacy
from wir.tasks import actions as tasks
from wir.tasks import queries as known_tasks
from wir.tasks.rules import TaskReason

AHEAD = timedelta(days=7)
"""So long before its last day a period asks for a decision (Vorfrist)."""


class CannotProceed(Exception):
    """The procedure cannot be changed like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[MatterProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterValues:
    """What is known of a procedure; an empty ``authority`` is not known yet."""

    subject: str
    field: LegalField
    authority: str = ""
    file_number: str = ""
    filed_on: date | None = None
    receipt_on: date | None = None
    lawyer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeValues:
    """What stands in a notice and how it came; ``stated_until`` as the notice or a lawyer names the last day."""

    decision: Decision
    dated_on: date
    posted_on: date | None
    received_on: date
    way: Delivery
    instruction: Instruction
    remedy: Remedy
    one_week: bool = False
    stated_until: date | None = None


@transaction.atomic
def open_matter(*, person: Person, values: MatterValues, today: date, actor: Actor) -> Matter:
    """Put down that the person has something going on at an authority; a silent one is asked about in time.

    Raises CannotProceed, and writes nothing, when a rule stands in the way.
    """
    _refuse([*_without_consent(person, today), *_obstacles(values, today)])
    matter = Matter(**person.place(), person=person)
    _write(matter, values, today, actor)
    _audit(actor, "counselling.matter_opened", matter)
    return matter


@transaction.atomic
def change_matter(*, matter: Matter, values: MatterValues, today: date, actor: Actor) -> Matter:
    """Put down what is known by now; history keeps what stood there.

    The periods of its notices are counted anew where the law by which the authority decides was wrong.

    Raises CannotProceed, and writes nothing, when a rule stands in the way.
    """
    matter = _locked(matter, actor)
    _refuse([*_without_consent(matter.person, today), *_closed(matter), *_obstacles(values, today)])
    law_was = matter.field
    _write(matter, values, today, actor)
    if matter.field != law_was:
        for notice in Notice.objects.visible_to(actor).filter(matter=matter):
            notice.matter = matter
            _watch(notice, today, actor)
    _audit(actor, "counselling.matter_changed", matter)
    return matter


@transaction.atomic
def record_notice(*, matter: Matter, values: NoticeValues, today: date, actor: Actor) -> Notice:
    """Put down a notice of the authority; two tasks watch its period, and no setting switches them off.

    Raises CannotProceed, and writes nothing, when a rule stands in the way.
    """
    matter = _locked(matter, actor)
    _refuse([*_without_consent(matter.person, today), *_closed(matter), *_days(values, today)])
    notice = Notice(**matter.place(), person_id=matter.person_id, matter=matter)
    _fill(notice, values)
    _watch(notice, today, actor)
    _finish(matter.silence_task_id, today, actor)
    _audit(actor, "counselling.notice_recorded", matter)
    return notice


@transaction.atomic
def correct_notice(*, notice: Notice, values: NoticeValues, today: date, actor: Actor) -> Notice:
    """Correct what was put down of a notice; its period is counted anew and its tasks move.

    Raises CannotProceed, and writes nothing, when a rule stands in the way.
    """
    notice = _locked_notice(notice, actor)
    _refuse([*_without_consent(notice.person, today), *_days(values, today)])
    _fill(notice, values)
    _watch(notice, today, actor)
    _audit(actor, "counselling.notice_corrected", notice)
    return notice


@transaction.atomic
def contest_notice(*, notice: Notice, remedy: Remedy, on: date, today: date, actor: Actor) -> Notice:
    """Put down that the notice was contested on that day; its tasks are done.

    Raises CannotProceed, and writes nothing, when a rule stands in the way.
    """
    return _settle(notice, on, today, actor, contested_on=on, remedy=remedy.value)


@transaction.atomic
def accept_notice(*, notice: Notice, on: date, today: date, actor: Actor) -> Notice:
    """Put down that the person decided to leave it at that; the period no longer asks for anything.

    Raises CannotProceed, and writes nothing, when a rule stands in the way.
    """
    return _settle(notice, on, today, actor, accepted_on=on)


@transaction.atomic
def close_matter(*, matter: Matter, outcome: MatterOutcome, on: date, today: date, actor: Actor) -> Matter:
    """Close a procedure with its outcome; not while a notice runs that nobody has decided about.

    Raises CannotProceed, and writes nothing, when a rule stands in the way.
    """
    matter = _locked(matter, actor)
    notices = Notice.objects.visible_to(actor).filter(matter=matter)
    problems = [*_without_consent(matter.person, today), *_closed(matter)]
    if on > today:
        problems.append(MatterProblem.ACTED_IN_FUTURE)
    if any(_runs(notice, today) for notice in notices.select_related("matter")):
        problems.append(MatterProblem.NOTICE_UNDECIDED)
    _refuse(problems)
    matter.outcome, matter.closed_on = outcome.value, on
    matter.save()
    _finish(matter.silence_task_id, today, actor)
    _audit(actor, "counselling.matter_closed", matter)
    return matter


def _runs(notice: Notice, today: date) -> bool:
    """Whether the period of a notice that is not wholly good still runs and nobody has decided."""
    good = notice.decision == Decision.GRANTED
    return not good and not notice.is_settled and today <= notice.period().safe.last_day


def _settle(notice: Notice, on: date, today: date, actor: Actor, **facts: date | str) -> Notice:
    notice = _locked_notice(notice, actor)
    _refuse(
        [
            *_without_consent(notice.person, today),
            *obstacles_to_settling(on=on, dated_on=notice.dated_on, settled=notice.is_settled, today=today),
        ]
    )
    for name, value in facts.items():
        setattr(notice, name, value)
    notice.save()
    for task_id in (notice.ahead_task_id, notice.task_id):
        _finish(task_id, today, actor)
    _audit(actor, "counselling.notice_settled", notice)
    return notice


def _write(matter: Matter, values: MatterValues, today: date, actor: Actor) -> None:
    awaited = (matter.field, matter.filed_on)
    matter.subject, matter.field = values.subject.strip(), values.field.value
    matter.authority = _authority(values.authority, actor)
    matter.file_number, matter.lawyer = values.file_number.strip(), values.lawyer.strip()
    if awaited != (values.field, values.filed_on):
        _finish(matter.silence_task_id, today, actor)
        matter.silence_task_id = _await_decision(matter, values, actor)
    matter.filed_on, matter.receipt_on = values.filed_on, values.receipt_on
    matter.save()


def _await_decision(matter: Matter, values: MatterValues, actor: Actor) -> UUID | None:
    if values.filed_on is None or Notice.objects.visible_to(actor).filter(matter=matter).exists():
        return None
    silent = silent_since(values.field, values.filed_on)
    return _task(matter, TaskReason.AUTHORITY_SILENT, silent[0], actor) if silent else None


def _fill(notice: Notice, values: NoticeValues) -> None:
    for name in NoticeValues.__slots__:
        setattr(notice, name, getattr(values, name))


def _watch(notice: Notice, today: date, actor: Actor) -> None:
    """Let two tasks watch the period: one a week ahead, one for the safe last day."""
    for task_id in (notice.ahead_task_id, notice.task_id):
        _finish(task_id, today, actor)
    notice.ahead_task_id = notice.task_id = None
    if notice.decision != Decision.GRANTED and not notice.is_settled:
        last = notice.period().safe.last_day
        notice.task_id = _task(notice.matter, TaskReason.REMEDY_ENDS, last, actor)
        if last > today:
            ahead = max(today, last - AHEAD)
            notice.ahead_task_id = _task(notice.matter, TaskReason.REMEDY_AHEAD, ahead, actor)
    notice.save()


def _task(matter: Matter, reason: TaskReason, due_on: date, actor: Actor) -> UUID:
    stay = queries.open_stay_of(actor, matter.person_id)
    task = tasks.add_task(
        place=(matter.network_id, matter.project_id),
        subject_id=matter.person_id,
        assignee_id=stay.advisor_id if stay else actor.id,
        reason=reason,
        title="",
        due_on=due_on,
        link=reverse("counselling:matter", args=[matter.person_id, matter.pk]),
        actor=actor,
    )
    return task.pk


def _finish(task_id: UUID | None, on: date, actor: Actor) -> None:
    task = known_tasks.task_or_none(actor, task_id) if task_id else None
    if task and task.done_on is None:
        tasks.finish_task(task=task, done_on=on, actor=actor, recorded=True)


def _authority(name: str, actor: Actor) -> Organisation | None:
    if not name.strip():
        return None
    return directory.find_or_add_organisation(
        name=name, kind=kind_of_authority(name), postcode="", place="", actor=actor
    )


def _locked(matter: Matter, actor: Actor) -> Matter:
    return Matter.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=matter.pk)


def _locked_notice(notice: Notice, actor: Actor) -> Notice:
    rows = Notice.objects.visible_to(actor).select_for_update(of=("self",))
    return rows.select_related("matter").get(pk=notice.pk)


def _obstacles(values: MatterValues, today: date) -> list[MatterProblem]:
    return obstacles_to_matter(
        subject=values.subject, filed_on=values.filed_on, receipt_on=values.receipt_on, today=today
    )


def _days(values: NoticeValues, today: date) -> list[MatterProblem]:
    return obstacles_to_notice(
        dated_on=values.dated_on,
        posted_on=values.posted_on,
        received_on=values.received_on,
        today=today,
    )


def _closed(matter: Matter) -> list[MatterProblem]:
    return [MatterProblem.CLOSED] if matter.closed_on else []


def _without_consent(person: Person, today: date) -> list[MatterProblem]:
    return [MatterProblem.NO_CONSENT] if queries.is_stopped(person, today) else []


def _refuse(problems: Sequence[MatterProblem]) -> None:
    if problems:
        raise CannotProceed(problems)


def _audit(actor: Actor, verb: str, row: Matter | Notice) -> None:
    privacy.record(actor=actor, verb=verb, network_id=row.network_id, subject_id=row.person_id)
