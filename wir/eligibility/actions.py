"""An answer that somebody acts on is kept, with the facts it was given."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from wir.eligibility import queries
from wir.eligibility.models import Assessment
from wir.eligibility.rules import Activity, assess
from wir.kit.acting import Actor
from wir.people.models import Person
from wir.privacy import actions as privacy


@transaction.atomic
def assess_person(*, person: Person, activity: Activity, on: date, actor: Actor) -> Assessment:
    """Ask the rules and keep their answer: what was known then, and what followed from it."""
    facts = queries.facts_of(person.pk, on)
    answer = assess(facts, activity=activity, on=on)
    assessment = Assessment.objects.create(
        **person.place(),
        person=person,
        activity=activity.value,
        on=on,
        may_work=answer.may_work.value,
        target_group=answer.target_group.value,
        earliest_on=answer.earliest_on,
        answer=answer.as_json(),
        facts=queries.as_json(facts),
    )
    privacy.record(
        actor=actor,
        verb="eligibility.assessed",
        network_id=person.network_id,
        subject_id=person.pk,
        activity=activity.value,
        may_work=answer.may_work.value,
    )
    return assessment
