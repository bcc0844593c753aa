"""Finding people by whatever somebody knows of them; each result says why it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection

from wir.network.models import Network
from wir.people.models import Person, PersonQuerySet
from wir.people.queries.files import people_for
from wir.people.rules.asked import AskedFor, phone_keys, search_keys, understood
from wir.people.rules.matches import Known, Match, Reason, is_likely_same, match

if TYPE_CHECKING:
    from wir.kit.acting import Actor

SHOWN_FROM = 0.45
"""Names less alike than this are not shown."""
LOOKED_AT = 60
"""So many of those the database finds on each way are compared closely."""


@dataclass(frozen=True, slots=True)
class Found:
    """A person found, with why, and how alike the names are (0–1)."""

    person_id: UUID
    name: str
    birth_date: date | None
    case_number: str
    project_name: str
    match: Match

    @property
    def likeness(self) -> float:
        """How alike the names are, 0–1."""
        return self.match.likeness

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the person is shown."""
        return self.match.reasons


def search(actor: Actor, text: str, *, today: date, limit: int = 20) -> list[Found]:
    """Find people by name in any spelling or script, birth date, telephone or case number, best first."""
    asked = understood(text, today=today)
    found = _numbered(actor, asked)
    if not found:
        found = [
            one for one in _compared(actor, asked, most=max(limit, LOOKED_AT)) if _fits(asked, one.match)
        ]
    return sorted(found, key=lambda one: (*(-part for part in one.match.weight), one.name))[:limit]


def likely_same(
    actor: Actor, *, given: str, family: str, birth_date: date | None, phone: str = ""
) -> list[Found]:
    """Return people who may be the same as somebody about to be added, likeliest first; a human decides."""
    asked = AskedFor(names=f"{given} {family}", day=birth_date, numbers=phone_keys(phone))
    found = [one for one in _compared(actor, asked, most=LOOKED_AT) if is_likely_same(one.match)]
    return sorted(found, key=lambda one: (*(-part for part in one.match.weight), one.name))


def _numbered(actor: Actor, asked: AskedFor) -> list[Found]:
    """Return whose case number it is; a number alone is tried with the prefix of each network."""
    numbers = [asked.case_number] if asked.case_number else []
    if asked.bare_number is not None:
        prefixes = Network.objects.filter(id__in=actor.networks).values_list("prefix", flat=True)
        numbers = [f"{prefix}-{asked.bare_number:05}" for prefix in prefixes]
    if not numbers:
        return []
    files = _with_names(actor).filter(participant__case_number__in=numbers)
    return [_found(person, Match((Reason.CASE_NUMBER,), 1.0)) for person in files]


def _compared(actor: Actor, asked: AskedFor, *, most: int) -> list[Found]:
    """The database proposes, through an owner function: under a policy its indexes would not be used."""
    keys = search_keys(asked.names)
    text = keys.text if len(keys.text) > 1 else ""
    if not (text or keys.sounds or asked.day or asked.numbers):
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "select person_id, likeness from people_find(%s, %s::text[], %s::date[], %s::text[], %s)",
            [text, list(keys.sounds), [asked.day] if asked.day else [], list(asked.numbers), most],
        )
        parts = dict(cursor.fetchall())
    files = _with_names(actor).filter(pk__in=parts)
    return [_found(one, match(asked, _known(one), part=parts[one.pk])) for one in files]


def _fits(asked: AskedFor, found: Match) -> bool:
    """Whoever typed a day or a number wants people it fits, in whatever way their name is spelt."""
    facts = {Reason.SAME_BIRTH_DATE, Reason.DAY_AND_MONTH_SWAPPED, Reason.SAME_PHONE}
    if not asked.names:
        return bool(facts.intersection(found.reasons))
    return found.likeness >= SHOWN_FROM


def _with_names(actor: Actor) -> PersonQuerySet:
    return people_for(actor).select_related("identity", "participant", "project")


def _known(person: Person) -> Known:
    identity = person.identity
    return Known(identity.all_names(), identity.birth_date, phone_keys(identity.phone))


def _found(person: Person, found: Match) -> Found:
    return Found(
        person_id=person.pk,
        name=person.identity.full_name(),
        birth_date=person.identity.birth_date,
        case_number=person.participant.case_number,
        project_name=person.project.name,
        match=found,
    )
