"""Builders for tests that need participants with answers; they go through the real actions."""

from __future__ import annotations

from datetime import date, timedelta

from tests.cast import TODAY
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.actions import end_stay
from wir.counselling.models import Stay
from wir.counselling.rules import ExitReason
from wir.counselling.tests.make import make_contact
from wir.kit.acting import acting
from wir.monitoring import actions
from wir.monitoring.rules.answers import EntryAnswers
from wir.monitoring.rules.vocabulary import Employment
from wir.network.actions import as_job_at
from wir.network.models import Project
from wir.people.models import Person
from wir.people.rules.facts import Gender
from wir.placement.models import Spell
from wir.placement.rules import OpportunityKind

ENTERED = date(2026, 3, 2)
ANSWERS = EntryAnswers(
    employment="unemployed", unemployed_since=date(2025, 6, 1), in_education=False, isced=2
)


def make_answers(stay: Stay, answers: EntryAnswers = ANSWERS) -> None:
    """Record what was answered at entry."""
    actor = as_job_at(stay.place())
    with acting(actor):
        actions.record_entry(stay=stay, answers=answers, today=TODAY, actor=actor)


def make_participant(
    project: Project,
    advisor: User,
    *,
    answers: EntryAnswers | None = ANSWERS,
    minutes: int = 540,
    entered_on: date = ENTERED,
    given_names: str = "Yusuf",
    gender: Gender | None = Gender.MALE,
    birth_date: date | None = date(2004, 1, 15),
) -> Stay:
    """Make somebody whose stay began, with nine hours of counselling and entry answers: a reported participant."""
    person = make_person(
        project, given_names=given_names, gender=gender, birth_date=birth_date, nationalities=("SYR",)
    )
    stay = make_stay(person, advisor, entered_on=entered_on)
    if minutes:
        make_contact(person, advisor, minutes=minutes, on=entered_on)
    if answers:
        make_answers(stay, answers)
    return stay


def make_exit(stay: Stay, *, on: date) -> Stay:
    """Let the stay end."""
    actor = as_job_at(stay.place())
    with acting(actor):
        return end_stay(stay=stay, exited_on=on, reason=ExitReason.WORK, today=TODAY, actor=actor)


def make_status(stay: Stay, *, on: date, status: Employment = Employment.EMPLOYED) -> None:
    """Record the labour-market status on a day after leaving."""
    actor = as_job_at(stay.place())
    with acting(actor):
        actions.record_status(stay=stay, on=on, status=status, today=TODAY, actor=actor)


def person_of(stay: Stay) -> Person:
    """Return the file of the stay's person."""
    with acting(as_job_at(stay.place())):
        return Person.objects.select_related("participant").get(pk=stay.person_id)


def make_second_file(first: Stay, project: Project, advisor: User, *, minutes: int, entered_on: date) -> Stay:
    """Let another carrier of the network counsel the same participant: the two files have one anchor."""
    other = make_person(
        project, given_names="Yusuf", gender=Gender.MALE, birth_date=date(2004, 1, 15), nationalities=("SYR",)
    )
    with acting(as_job_at(other.place())):
        Person.objects.filter(pk=other.pk).update(participant_id=first.participant_id)
    other.participant_id = first.participant_id
    stay = make_stay(other, advisor, entered_on=entered_on)
    make_contact(other, advisor, minutes=minutes, on=entered_on)
    return stay


def make_spell(stay: Stay, *, kind: OpportunityKind, insured: bool, starts_on: date) -> Spell:
    """Let the person begin to work, learn or go to school, and the participation follow."""
    with acting(as_job_at(stay.place())):
        spell = Spell.objects.create(
            **stay.place(),
            person_id=stay.person_id,
            kind=kind.value,
            insured=insured,
            starts_on=starts_on,
            ends_on=starts_on + timedelta(days=20) if kind is OpportunityKind.INTERNSHIP else None,
        )
        actions.derive(participant_ids=[stay.participant_id], as_of=TODAY)
        return spell
