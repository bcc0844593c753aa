"""The check between networks: asked with consent, answered with "possible, ask the person" at most."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db import connection, transaction

from wir.kit.acting import Actor
from wir.network.queries import duplicate_check_open
from wir.people.adapters.marks import marks
from wir.people.models import DuplicateMark, Person, PersonIdentity
from wir.people.rules.duplicates import spellings
from wir.privacy import actions as privacy
from wir.privacy.models import Consent
from wir.privacy.queries import consent_in_force
from wir.privacy.rules import ConsentWay, Purpose


class Elsewhere(StrEnum):
    """What the check says; never who or where."""

    POSSIBLE = "possible"
    NOTHING = "nothing"


class CheckProblem(StrEnum):
    """Why other networks cannot be asked."""

    OFF = "off"
    NO_CONSENT = "not_agreed"
    INCOMPLETE = "name_or_birth_missing"
    LIMIT = "limit"


class CannotCheck(Exception):
    """Other networks cannot be asked; ``problems`` says why."""

    def __init__(self, problems: Sequence[CheckProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def ask_elsewhere(
    *, network_id: UUID, given: str, family: str, birth_date: date | None, consented: bool, actor: Actor
) -> Elsewhere:
    """Ask whether another network may know the person; audited, twenty times a user and day at most.

    Raises CannotCheck when the network has no basis, the person did not agree, the names or the birth date are
    missing, or the day's number is used up; then nothing was asked.
    """
    problems = _obstacles(network_id, consented, actor)
    wanted = spellings(given, family, birth_date)
    if not problems and not wanted:
        problems = [CheckProblem.INCOMPLETE]
    if problems:
        raise CannotCheck(problems)
    with connection.cursor() as cursor:
        cursor.execute("select people_duplicate_elsewhere(%s, %s)", [marks(wanted), network_id])
        (answer,) = cursor.fetchone()
    privacy.record(
        actor=actor, verb="people.asked_elsewhere", network_id=network_id, purpose=Purpose.BETWEEN_NETWORKS
    )
    if answer not in set(Elsewhere):
        raise CannotCheck([CheckProblem(answer)])
    return Elsewhere(answer)


@transaction.atomic
def join_check(*, person: Person, way: ConsentWay, language: str, today: date, actor: Actor) -> None:
    """Let other networks find the person as perhaps known: consent is recorded and marks are kept.

    Raises CannotCheck, and writes nothing, when the network has no basis or name and birth date are incomplete.
    """
    problems = _obstacles(person.network_id, True, actor)
    if not problems and not _spellings_of(person):
        problems = [CheckProblem.INCOMPLETE]
    if problems:
        raise CannotCheck(problems)
    privacy.give_consent(
        network_id=person.network_id,
        project_id=person.project_id,
        subject_id=person.pk,
        purpose=Purpose.BETWEEN_NETWORKS,
        given_on=today,
        way=way,
        language=language,
        actor=actor,
    )
    if not DuplicateMark.objects.filter(person=person).exists():  # an earlier yes was there, and no marks
        _mark(person)


@transaction.atomic
def mark_where_agreed(*, person: Person, today: date, actor: Actor) -> None:
    """Keep marks of somebody who said yes to the check, wherever it was recorded.

    Nothing happens while the network has no basis, the yes is not in force or name and birth date are incomplete.
    """
    agreed = consent_in_force(actor, person.pk, Purpose.BETWEEN_NETWORKS, today) is not None
    if not _obstacles(person.network_id, agreed, actor) and _spellings_of(person):
        _mark(person)


@transaction.atomic
def leave_check(*, person: Person, today: date, actor: Actor) -> None:
    """Take the consent back; the database forgets the marks in the same moment.

    Raises CannotCheck when no consent is in force.
    """
    consent = consent_in_force(actor, person.pk, Purpose.BETWEEN_NETWORKS, today)
    if consent is None:
        raise CannotCheck([CheckProblem.NO_CONSENT])
    privacy.withdraw_consent(
        consent=consent, carrier_id=person.carrier_id, withdrawn_on=today, today=today, actor=actor
    )


def renew_marks(person: Person) -> None:
    """Make the marks anew after name or birth date changed; only where there were some."""
    kept, _ = DuplicateMark.objects.filter(person=person).delete()
    if kept:
        _mark(person)


@transaction.atomic
def renew_marks_of_network(*, network_id: UUID, actor: Actor) -> int:
    """Make all marks of a network anew after key or rule changed; return for how many people."""
    marked = Person.objects.visible_to(actor).filter(network_id=network_id, duplicate_marks__isnull=False)
    people = list(marked.distinct())
    for person in people:
        renew_marks(person)
    privacy.record(
        actor=actor,
        verb="people.marks_renewed",
        network_id=network_id,
        purpose=Purpose.BETWEEN_NETWORKS,
        people=len(people),
    )
    return len(people)


@transaction.atomic
def forget_marks_without_consent(*, network_id: UUID, today: date, actor: Actor) -> int:
    """Delete the marks of people whose yes ran out, and return of how many; a withdrawal deletes them by itself."""
    agreed = Consent.objects.filter(network_id=network_id, purpose=Purpose.BETWEEN_NETWORKS.value)
    over = DuplicateMark.objects.visible_to(actor).filter(network_id=network_id)
    over = over.exclude(person_id__in=agreed.in_force(today).values("subject_id"))
    people = set(over.values_list("person_id", flat=True))
    if people:
        over.delete()
        privacy.record(
            actor=actor,
            verb="people.marks_forgotten",
            network_id=network_id,
            purpose=Purpose.BETWEEN_NETWORKS,
            people=len(people),
        )
    return len(people)


def _mark(person: Person) -> None:
    DuplicateMark.objects.filter(person=person).delete()
    DuplicateMark.objects.bulk_create(
        DuplicateMark(**person.place(), person=person, digest=digest)
        for digest in marks(_spellings_of(person))
    )


def _spellings_of(person: Person) -> frozenset[str]:
    identity = PersonIdentity.objects.get(person=person)
    return spellings(identity.given_names, identity.family_names, identity.birth_date)


def _obstacles(network_id: UUID, consented: bool, actor: Actor) -> list[CheckProblem]:
    if not duplicate_check_open(actor, network_id):
        return [CheckProblem.OFF]
    return [] if consented else [CheckProblem.NO_CONSENT]
