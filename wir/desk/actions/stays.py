"""Somebody comes, and somebody leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.counselling import actions as counselling
from wir.counselling.models import Stay
from wir.counselling.rules import ExitReason
from wir.desk.actions.files import decide_whether_same
from wir.kit.acting import Actor
from wir.monitoring import actions as monitoring
from wir.monitoring.rules.answers import EntryAnswers
from wir.monitoring.rules.vocabulary import Employment
from wir.network.models import Project
from wir.people import actions as people
from wir.people import queries as people_queries
from wir.people.models import Person
from wir.people.rules.facts import Origin
from wir.people.rules.linking import LinkProblem
from wir.people.rules.persons import NewPerson, Paper
from wir.privacy.rules import (
    ConsentWay,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """How a stay begins: with whom, when, with whose consent in which language, and the entry questionnaire."""

    advisor_id: UUID
    entered_on: date
    consent_way: ConsentWay
    language: str
    answers: EntryAnswers
    between_networks: bool = False
    """Whether the person agrees to be found by other networks as perhaps known."""
    same_as: str | None = None
    """Participant of another sub-project who is the same person, empty for none of them; None was not decided."""


@transaction.atomic
def take_on(*, project: Project, values: NewPerson, entry: Entry, today: date, actor: Actor) -> Stay:
    """Open a file for a new person and let the stay begin, with consent, notices and entry record.

    Raises CannotBegin, CannotRecord, CannotCheck or CannotLink, and writes nothing, when one of the steps is refused.
    """
    person = people.add_person(project=project, values=values, origin=Origin.TYPED, today=today, actor=actor)
    if entry.between_networks:
        people.join_check(
            person=person, way=entry.consent_way, language=entry.language, today=today, actor=actor
        )
    for one in people_queries.undecided(actor, person):
        if entry.same_as is not None:
            same = str(one.participant_id) == entry.same_as
            decide_whether_same(person=person, other_id=one.participant_id, same=same, actor=actor)
    return _begin(person, entry, today, actor)


@transaction.atomic
def take_on_known(*, person: Person, paper: Paper | None, entry: Entry, today: date, actor: Actor) -> Stay:
    """Let a stay begin for somebody whose file is there already; ``paper`` where none was recorded yet.

    Raises CannotChangeResidence, CannotBegin or CannotRecord, and writes nothing, when one of the steps is refused.
    """
    if paper is not None:
        people.change_residence(
            person=person,
            status=paper.status,
            legal_basis=paper.legal_basis,
            work_note=paper.work_note,
            from_on=paper.from_on or today,
            valid_until=paper.valid_until,
            today=today,
            actor=actor,
        )
    return _begin(person, entry, today, actor)


def _begin(person: Person, entry: Entry, today: date, actor: Actor) -> Stay:
    """One person takes part once in a network: before a stay begins, somebody has looked whether they do already."""
    if people_queries.undecided(actor, person):
        raise people.CannotLink([LinkProblem.UNDECIDED])
    stay = counselling.begin_stay(
        person=person,
        advisor_id=entry.advisor_id,
        entered_on=entry.entered_on,
        consent_way=entry.consent_way,
        language=entry.language,
        today=today,
        actor=actor,
    )
    monitoring.record_entry(stay=stay, answers=entry.answers, today=today, actor=actor)
    return stay


@transaction.atomic
def see_off(
    *,
    stay: Stay,
    exited_on: date,
    reason: ExitReason,
    status: Employment | None,
    education_from: date | None,
    education_in_window: bool | None,
    qualification_on: date | None,
    qualification_certified: bool | None,
    today: date,
    actor: Actor,
) -> Stay:
    """End the stay and record what is known on the day of leaving; ``status`` None means not asked yet.

    Raises CannotEnd or CannotRecord, and writes nothing, when one of the steps is refused.
    """
    stay = counselling.end_stay(stay=stay, exited_on=exited_on, reason=reason, today=today, actor=actor)
    monitoring.record_exit(
        stay=stay,
        education_from=education_from,
        education_in_window=education_in_window,
        qualification_on=qualification_on,
        qualification_certified=qualification_certified,
        today=today,
        actor=actor,
    )
    if status is not None:
        monitoring.record_status(stay=stay, on=exited_on, status=status, today=today, actor=actor)
    return stay
