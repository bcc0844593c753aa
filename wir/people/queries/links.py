"""Whether another sub-project of the network may know the same person; nothing of the other file is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection

from wir.people.models import LinkDecision, Person
from wir.people.rules.sounds import sound_keys, words_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wir.kit.acting import Actor


@dataclass(frozen=True, slots=True)
class InNetwork:
    """A participant of another sub-project who may be the same person: nothing but the case number."""

    participant_id: UUID
    case_number: str


def known_in_network(
    *, project_id: UUID, given: str, family: str, birth_date: date | None
) -> list[InNetwork]:
    """Return participants of the network whose file elsewhere has this birth date, given and family name.

    Without the birth date nobody is found: names alone are no reason to reveal a case. The owner function answers
    only those who work in the sub-project for which they ask.
    """
    first, last = _keys(given), _keys(family)
    if not (first and last and birth_date):
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "select participant_id, case_number from people_known_in_network(%s, %s::text[], %s::text[], %s)",
            [project_id, first, last, birth_date],
        )
        return [InNetwork(*row) for row in cursor.fetchall()]


def undecided(actor: Actor, person: Person) -> list[InNetwork]:
    """Return the participants about whom nobody has decided yet whether this file is about them."""
    identity = person.identity
    found = known_in_network(
        project_id=person.project_id,
        given=identity.given_names,
        family=identity.family_names,
        birth_date=identity.birth_date,
    )
    if not found:
        return []
    decided = set(decisions_of(actor, person.pk).values_list("other_id", flat=True))
    return [one for one in found if one.participant_id not in decided | {person.participant_id}]


def decisions_of(actor: Actor, person_id: UUID) -> QuerySet[LinkDecision]:
    """Return what was decided about a file, latest first."""
    decisions = LinkDecision.objects.visible_to(actor).filter(person_id=person_id)
    return decisions.select_related("other", "by").order_by("-decided_at")


def _keys(names: str) -> list[str]:
    return sorted({key for word in words_of(names) for key in sound_keys(word)})
