"""What people of the demonstration bring along and need, told with dice of their own: no other story changes."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from wir.kit.acting import Actor
from wir.kit.versions import marks_of
from wir.people import actions as people
from wir.people.models import Person
from wir.people.queries import card_values, with_profile
from wir.people.rules.cards import Card
from wir.people.rules.entries import EntryKind
from wir.people.rules.household import Living
from wir.people.rules.needs import NeedKind
from wir.people.rules.profile import Care, Relation, SchoolNow
from wir.people.rules.requirements import RequirementKind
from wir.privacy.rules import ConsentWay

TOLD = 0.5
"""Share of people of whom more than the list is known."""
SCHOOLS = (
    {"school": "Lyzeum", "classes": 12, "finished": True, "equivalent": "hochschulreife", "isced": 3},
    {"school": "Grundschule", "classes": 6, "finished": True, "equivalent": "none", "isced": 1},
    {"school": "Sekundarschule", "classes": 9, "finished": False, "equivalent": "", "isced": 1},
)
TRADES = (
    ("Elektriker", "vocational", "applied"),
    ("Krankenpflege", "vocational", "partial"),
    ("Wirtschaft (Bachelor)", "degree", "zab_statement"),
    ("Schneiderei", "vocational", "not_applied"),
)


def fill_in(person: Person, today: date, actor: Actor) -> None:
    """Complete somebody's page, as the case team would in the first talks."""
    dice = Random(f"profile/{person.participant_id}")
    if dice.random() > TOLD:
        return
    _cards(person, dice, today, actor)
    _entries(person, dice, today, actor)
    if dice.random() < TOLD:
        child = Living(Relation.CHILD, today.year - dice.randint(2, 5), SchoolNow.NURSERY, Care.HALF_DAY)
        people.keep_member(person=person, member_id=None, living=child, seen="", today=today, actor=actor)
    if dice.random() < 0.2:
        _need(person, today, actor)


def _cards(person: Person, dice: Random, today: date, actor: Actor) -> None:
    work = {
        "hours_from": 20,
        "hours_until": dice.choice([30, 40]),
        "times": ["early", "day"],
        "childcare": dice.choice(["not_needed", "partly", "missing"]),
        "travel_minutes": dice.choice([30, 45, 60]),
        "travel_with": ["public"],
        "licence": dice.choice(["none", "foreign", "german"]),
    }
    reach = {"ways": ["messenger", "call"], "best_time": "ab 14 Uhr", "safe_to_write": dice.random() > 0.2}
    talking = {"contact_language": person.contact_language or "de", "scripts": ["Arab", "Latn"]}
    for card, told in ((Card.WORK, work), (Card.REACH, reach), (Card.TALKING, talking)):
        file = with_profile(actor, person.pk)
        if file is not None:
            known = card_values(file, card)
            people.correct_card(
                person=file, card=card, values=known | told, seen=marks_of(known), today=today, actor=actor
            )


def _entries(person: Person, dice: Random, today: date, actor: Actor) -> None:
    home = next(iter(person.nationalities), "")
    title, kind, recognition = dice.choice(TRADES)
    begun = today.year - dice.randint(8, 15)
    entries: tuple[tuple[EntryKind, dict[str, Any]], ...] = (
        (EntryKind.SCHOOL, dice.choice(SCHOOLS) | {"country": home, "until_year": begun - 2}),
        (
            EntryKind.QUALIFICATION,
            {"title": title, "kind": kind, "country": home, "earned_year": begun, "recognition": recognition}
            | {"papers_at_hand": dice.random() < TOLD, "applied_on": None, "decided_on": None},
        ),
        (EntryKind.WORK, {"occupation": title, "country": home, "from_year": begun, "until_year": begun + 4}),
    )
    for entry, values in entries:
        people.keep_entry(
            person=person, kind=entry, entry_id=None, values=values, seen="", today=today, actor=actor
        )


def _need(person: Person, today: date, actor: Actor) -> None:
    people.agree_to_needs(person=person, way=ConsentWay.PAPER, language="de", today=today, actor=actor)
    people.seal_need(
        person=person,
        kind=NeedKind.FLIGHT_ILLNESS,
        text="Rückenverletzung von der Flucht",
        helps="Wechsel zwischen Sitzen und Stehen",
        helps_in_counselling="kurze Gespräche",
        known_on=today,
        today=today,
        actor=actor,
    )
    people.release_requirements(
        person=person,
        kinds=[RequirementKind.CHANGING_POSTURE, RequirementKind.NO_HEAVY_LIFTING],
        agreed=True,
        way=ConsentWay.PAPER,
        today=today,
        actor=actor,
    )
