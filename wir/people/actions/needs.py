"""Needs that are health data: written down sealed, read only where the reading is recorded, closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.db import connection, transaction

from wir.kit.acting import Actor
from wir.people.models import Person, SealedNeed
from wir.people.queries.profile import health_data_agreed
from wir.people.rules.needs import (
    Disability,
    NeedKind,
    NeedProblem,
    ReadingReason,
    obstacles_to_need,
    obstacles_to_reading,
)
from wir.privacy import actions as privacy
from wir.privacy.rules import ConsentWay, Purpose


class CannotSeal(Exception):
    """The need is not written down or not closed; ``problems`` says why."""

    def __init__(self, problems: Sequence[NeedProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


class CannotRead(Exception):
    """The needs stay closed; ``problems`` says why: not the case team, or no consent in force."""

    def __init__(self, problems: Sequence[NeedProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def agree_to_needs(*, person: Person, way: ConsentWay, language: str, today: date, actor: Actor) -> None:
    """Record the person's explicit yes to keeping health data; only after it a need can be written down.

    Raises CannotSeal, and writes nothing, outside the case team.
    """
    if person.pk not in actor.team:
        raise CannotSeal([NeedProblem.NOT_IN_TEAM])
    privacy.give_consent(
        network_id=person.network_id,
        project_id=person.project_id,
        subject_id=person.pk,
        purpose=Purpose.HEALTH,
        given_on=today,
        way=way,
        language=language,
        actor=actor,
    )


@transaction.atomic
def seal_need(
    *,
    person: Person,
    kind: NeedKind,
    text: str,
    helps: str,
    helps_in_counselling: str = "",
    disability: Disability | None = None,
    known_on: date,
    today: date,
    actor: Actor,
) -> SealedNeed:
    """Write down a need that the person told on the day ``known_on``; database and backups hold it encrypted.

    Raises CannotSeal, and writes nothing, outside the case team, without the person's consent, or when nothing is said.
    """
    problems = obstacles_to_need(
        in_team=person.pk in actor.team,
        agreed=health_data_agreed(actor, person.pk, today),
        texts=(text, helps, helps_in_counselling),
        disability=disability,
        known_on=known_on,
        today=today,
    )
    if problems:
        raise CannotSeal(problems)
    need = SealedNeed.objects.create(
        **person.place(),
        person=person,
        kind=kind.value,
        text=text.strip(),
        helps=helps.strip(),
        helps_in_counselling=helps_in_counselling.strip(),
        disability=disability.as_json() if disability else None,
        known_on=known_on,
    )
    _record(person, "people.need_sealed", actor, need=str(need.pk))
    return need


@transaction.atomic
def read_needs(*, person: Person, reason: ReadingReason, today: date, actor: Actor) -> list[SealedNeed]:
    """Return a person's needs, open ones first; that they were read, and what for, is recorded.

    Raises CannotRead, and shows nothing, outside the case team or without the person's consent.
    """
    problems = obstacles_to_reading(
        in_team=person.pk in actor.team, agreed=health_data_agreed(actor, person.pk, today)
    )
    if problems:
        raise CannotRead(problems)
    privacy.note_reading(
        actor=actor,
        verb="people.needs_read",
        network_id=person.network_id,
        carrier_id=person.carrier_id,
        subject_id=person.pk,
        purpose=Purpose.HEALTH,
        reason=reason.value,
    )
    with _opened(person.pk):
        needs = SealedNeed.objects.visible_to(actor).filter(person_id=person.pk)
        return sorted(needs.order_by("-known_on", "-id"), key=lambda need: need.closed_on is not None)


@transaction.atomic
def close_need(*, person: Person, need_id: UUID, closed_on: date, actor: Actor) -> None:
    """Say that a need is no longer one from this day on; it stays readable for the case team.

    Raises CannotSeal, and changes nothing, outside the case team or when it was closed before.
    """
    if person.pk not in actor.team:
        raise CannotSeal([NeedProblem.NOT_IN_TEAM])
    with _opened(person.pk):
        found = SealedNeed.objects.visible_to(actor).filter(person_id=person.pk, pk=need_id, closed_on=None)
        if not found.update(closed_on=closed_on):
            raise CannotSeal([NeedProblem.ALREADY_CLOSED])
    _record(person, "people.need_closed", actor, need=str(need_id))


def _record(person: Person, verb: str, actor: Actor, **detail: str) -> None:
    privacy.record(
        actor=actor,
        verb=verb,
        network_id=person.network_id,
        carrier_id=person.carrier_id,
        subject_id=person.pk,
        purpose=Purpose.HEALTH,
        **detail,
    )


@contextmanager
def _opened(person_id: UUID) -> Iterator[None]:
    """Let the database show the person's needs inside the block; everywhere else its wall hides them.

    When something is raised inside, the setting goes with the action's transaction or savepoint.
    """
    _tell(f"{{{person_id}}}")
    yield
    _tell("")


def _tell(opened: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select set_config('wir.opened', %s, true)", [opened])
