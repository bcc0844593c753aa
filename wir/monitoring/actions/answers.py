"""Answers about entry, exit and six months later; each lets the participation be derived anew."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from django.db import transaction

from wir.counselling.models import Stay
from wir.kit.acting import Actor
from wir.monitoring.actions.derivation import derive
from wir.monitoring.models import EntryRecord, ExitRecord, FollowUp, LaterStatus
from wir.monitoring.rules.answers import (
    AnswerProblem,
    EntryAnswers,
    problems_of_entry,
    problems_of_later,
)
from wir.monitoring.rules.vocabulary import Employment, Improvement
from wir.privacy import actions as privacy
from wir.privacy.rules import Purpose


class CannotRecord(Exception):
    """The answers contradict each other or the calendar; ``problems`` says how."""

    def __init__(self, problems: list[AnswerProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def record_entry(*, stay: Stay, answers: EntryAnswers, today: date, actor: Actor) -> EntryRecord:
    """Record or correct what the participant answered about the day of entry; history keeps what stood there.

    Raises CannotRecord, and writes nothing, when answers contradict.
    """
    if problems := problems_of_entry(answers, entered_on=stay.entered_on):
        raise CannotRecord(problems)
    record, _ = EntryRecord.objects.update_or_create(
        stay=stay, defaults={**stay.place(), "person_id": stay.person_id, **asdict(answers)}
    )
    _remember(stay, "monitoring.entry_recorded", actor, today)
    return record


@transaction.atomic
def record_exit(
    *,
    stay: Stay,
    education_from: date | None,
    education_in_window: bool | None,
    qualification_on: date | None,
    qualification_certified: bool | None,
    today: date,
    actor: Actor,
) -> ExitRecord:
    """Record or correct what was reached when leaving: education begun, qualification gained (EECR02, EECR03)."""
    if stay.exited_on is None:
        raise CannotRecord([AnswerProblem.STAY_STILL_OPEN])
    record, _ = ExitRecord.objects.update_or_create(
        stay=stay,
        defaults={
            **stay.place(),
            "person_id": stay.person_id,
            "education_from": education_from,
            "education_in_window": education_in_window,
            "qualification_on": qualification_on,
            "qualification_certified": qualification_certified,
        },
    )
    _remember(stay, "monitoring.exit_recorded", actor, today)
    return record


@transaction.atomic
def record_status(*, stay: Stay, on: date, status: Employment, today: date, actor: Actor) -> LaterStatus:
    """Record the labour-market status on a day after leaving; of the 28 days the last status counts (EECR01, 04)."""
    if problems := problems_of_later(on, exited_on=stay.exited_on, today=today):
        raise CannotRecord(problems)
    event = LaterStatus.objects.create(
        **stay.place(), person_id=stay.person_id, stay=stay, on=on, status=status.value
    )
    _remember(stay, "monitoring.status_recorded", actor, today)
    return event


@transaction.atomic
def record_follow_up(
    *,
    stay: Stay,
    on: date,
    status: Employment,
    improvements: list[Improvement],
    today: date,
    actor: Actor,
) -> FollowUp:
    """Record the answer six months after leaving (EECR05, EECR06)."""
    if problems := problems_of_later(on, exited_on=stay.exited_on, today=today):
        raise CannotRecord(problems)
    answer, _ = FollowUp.objects.update_or_create(
        stay=stay,
        defaults={
            **stay.place(),
            "person_id": stay.person_id,
            "on": on,
            "status": status.value,
            "improvements": [one.value for one in improvements],
        },
    )
    _remember(stay, "monitoring.follow_up_recorded", actor, today)
    return answer


def _remember(stay: Stay, verb: str, actor: Actor, today: date) -> None:
    privacy.record(
        actor=actor,
        verb=verb,
        network_id=stay.network_id,
        subject_id=stay.person_id,
        purpose=Purpose.MONITORING,
    )
    derive(participant_ids=[stay.participant_id], as_of=today)
