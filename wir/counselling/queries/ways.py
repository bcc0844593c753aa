"""What the plan page asks about ways and agreements."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from wir.counselling.models import NetworkWay, PlanAgreement
from wir.counselling.rules.ways import Way, WayFacts, way_of, ways
from wir.kit.acting import Actor
from wir.people import queries as people
from wir.people.models import Person
from wir.people.rules.facts import Level


def ways_for(actor: Actor, network_id: UUID) -> list[Way]:
    """Return the ways of the product, then those that the network added, by title."""
    own = NetworkWay.objects.visible_to(actor).filter(network_id=network_id).order_by("title")
    return [*ways(), *(kept.way() for kept in own)]


def way_or_none(actor: Actor, network_id: UUID, code: str) -> Way | None:
    """Return one of them."""
    return way_of(code) or next((way for way in ways_for(actor, network_id) if way.code == code), None)


def way_facts_of(actor: Actor, person: Person, today: date) -> WayFacts:
    """Return the days of a person that ways lean on."""
    paper = people.residence_on(actor, person.pk, today)
    return WayFacts(
        start=today,
        paper_ends=paper.valid_until if paper else None,
        birth_date=person.identity.birth_date,
    )


def paper_language_of(actor: Actor, person: Person) -> str:
    """Return the language in which papers are printed beside German: the agreed one, else the mother tongue."""
    if person.contact_language not in {"", "de"}:
        return person.contact_language
    spoken = people.languages_of(actor, person.pk)
    return next((one.language for one in spoken if one.level == Level.NATIVE), "de")


def last_agreement_of(actor: Actor, person_id: UUID) -> PlanAgreement | None:
    """Return the latest agreement to the plan."""
    agreements = PlanAgreement.objects.visible_to(actor).filter(person_id=person_id)
    return agreements.order_by("-agreed_on", "-id").first()
