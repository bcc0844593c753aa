"""An answer that somebody acts on is kept, with the facts it was given; circumstances are recorded."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from django.db import transaction

from wir.eligibility import models, queries
from wir.eligibility.models import Assessment
from wir.eligibility.rules import Activity
from wir.eligibility.rules.circumstances import (
    CircumstanceProblem,
    Circumstances,
    problems_of_circumstances,
)
from wir.eligibility.rules.law import LAW_VERSION
from wir.kit.acting import Actor, ActorKind
from wir.people.models import Person
from wir.privacy import actions as privacy


class CannotRecordCircumstances(Exception):
    """What was told cannot be; ``problems`` says why."""

    def __init__(self, problems: list[CircumstanceProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def assess_person(*, person: Person, activity: Activity, on: date, actor: Actor) -> Assessment:
    """Ask the rules and keep their answer: what was known then, and what followed from it, under which law."""
    found = queries.find(actor, person.pk, activity, on)
    assessment = Assessment.objects.create(
        **person.place(),
        person=person,
        activity=activity.value,
        on=on,
        may_work=found.answer.may_work.value,
        target_group=found.answer.target_group.value,
        earliest_on=found.answer.earliest_on,
        answer=found.answer.as_json(),
        facts=found.facts.as_json(),
        law_version=LAW_VERSION,
        made_by_id=actor.id if actor.kind is ActorKind.USER else None,
    )
    queries.outdated(actor).filter(person_id=person.pk, activity=activity.value).update(outdated_on=None)
    privacy.record(
        actor=actor,
        verb="eligibility.assessed",
        network_id=person.network_id,
        subject_id=person.pk,
        activity=activity.value,
        may_work=found.answer.may_work.value,
    )
    return assessment


@transaction.atomic
def record_circumstances(
    *, person: Person, told: Circumstances, today: date, actor: Actor
) -> models.Circumstances:
    """Write down what is known beyond paper and procedure now; history keeps what stood there.

    Raises CannotRecordCircumstances, and writes nothing, when a day lies ahead or a permission lacks its start.
    """
    problems = problems_of_circumstances(told, today=today)
    if problems:
        raise CannotRecordCircumstances(problems)
    texts = {field.name for field in models.Circumstances._meta.fields if field.empty_strings_allowed}
    values = {name: "" if value is None and name in texts else value for name, value in asdict(told).items()}
    row, _ = models.Circumstances.objects.update_or_create(
        person=person, defaults={**person.place(), **values}
    )
    privacy.record(
        actor=actor,
        verb="eligibility.circumstances_recorded",
        network_id=person.network_id,
        subject_id=person.pk,
    )
    return row
