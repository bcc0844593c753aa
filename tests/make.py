"""Builders for tests that need people: they go through the real actions, as the machine in one sub-project."""

from __future__ import annotations

from datetime import date

from tests.cast import TODAY
from wir.accounts.models import User
from wir.counselling.actions import begin_stay
from wir.counselling.models import Stay
from wir.kit.acting import acting
from wir.network.actions import as_job, as_job_at
from wir.network.models import Project
from wir.people.actions import add_person
from wir.people.models import Person
from wir.people.rules.facts import Origin
from wir.people.rules.persons import NewPerson
from wir.privacy.rules import ConsentWay


def make_person(
    project: Project, *, given_names: str = "Yusuf", family_names: str = "Demir", **values: object
) -> Person:
    """Take a person into the sub-project's files; no stay yet."""
    actor = as_job(project)
    with acting(actor):
        return add_person(
            project=project,
            values=NewPerson(given_names=given_names, family_names=family_names, **values),  # type: ignore[arg-type]
            origin=Origin.TYPED,
            today=TODAY,
            actor=actor,
        )


def make_stay(person: Person, advisor: User, *, entered_on: date = date(2026, 3, 2)) -> Stay:
    """Let the person's stay begin, with consent on paper and the advisor as case team."""
    actor = as_job_at(person.place())
    with acting(actor):
        return begin_stay(
            person=person,
            advisor_id=advisor.pk,
            entered_on=entered_on,
            consent_way=ConsentWay.PAPER,
            language="de",
            today=TODAY,
            actor=actor,
        )
