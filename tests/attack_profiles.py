"""Things for the attacked world that stand on the page of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from tests.cast import TODAY
from wir.kit.acting import acting
from wir.kit.versions import marks_of
from wir.network.queries import actor_for
from wir.people import actions
from wir.people.models import Profile, Requirement, Residence
from wir.people.queries import card_values
from wir.people.rules.cards import Card
from wir.people.rules.entries import EntryKind
from wir.people.rules.household import Living
from wir.people.rules.profile import Relation
from wir.people.rules.requirements import RequirementKind
from wir.privacy.rules import ConsentWay

if TYPE_CHECKING:
    from tests.attack_world import Scene

_DAYS: dict[str, Any] = {"certified_on": None, "certificate": ""}
_LEVELS = dict.fromkeys(("level", "listening", "reading", "speaking", "writing"), "B1")
ENTRIES: dict[EntryKind, dict[str, Any]] = {
    EntryKind.LANGUAGE: {"language": "rom", **_LEVELS, **_DAYS},
    EntryKind.SCHOOL: {"school": "Lyzeum", "until_year": 2010, "finished": True, "isced": 3},
    EntryKind.QUALIFICATION: {
        "kind": "vocational",
        "title": "Tischler",
        "earned_year": 2012,
        "isced": 3,
        "recognition": "",
        "applied_on": None,
        "decided_on": None,
    },
    EntryKind.WORK: {"occupation": "Tischler", "from_year": 2012, "until_year": 2015},
}
"""What is written down of one entry of each kind; the language is one that no other thing of the world speaks."""


def entry(scene: Scene) -> UUID:
    """Write down an entry of each kind, and return the language."""
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        said = ENTRIES | {EntryKind.LANGUAGE: ENTRIES[EntryKind.LANGUAGE] | {"certificate": scene.marker}}
        kept = {
            kind: actions.keep_entry(
                person=scene.person,
                kind=kind,
                entry_id=None,
                values=values,
                seen="",
                today=TODAY,
                actor=actor,
            )
            for kind, values in said.items()
        }
    return kept[EntryKind.LANGUAGE].pk


def member(scene: Scene) -> UUID:
    """Let a child live with the person."""
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        living = Living(relation=Relation.CHILD, birth_year=2019)
        return actions.keep_member(
            person=scene.person, member_id=None, living=living, seen="", today=TODAY, actor=actor
        ).pk


def requirement(scene: Scene) -> UUID:
    """Release what a workplace has to offer."""
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        kinds = [RequirementKind.STEP_FREE]
        actions.release_requirements(
            person=scene.person, kinds=kinds, agreed=True, way=ConsentWay.PAPER, today=TODAY, actor=actor
        )
        return Requirement.objects.get(person=scene.person).pk


def paper(scene: Scene) -> UUID:
    """Return the paper that the person holds."""
    with acting(actor_for(scene.advisor.pk, TODAY)):
        held: Residence = Residence.objects.filter(person=scene.person).latest("from_on")
        return held.pk


def profile(scene: Scene) -> UUID:
    """Write down what decides about work."""
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        known = card_values(scene.person, Card.WORK)
        actions.correct_card(
            person=scene.person,
            card=Card.WORK,
            values=known | {"hours_from": 20},
            seen=marks_of(known),
            today=TODAY,
            actor=actor,
        )
        kept: Profile = Profile.objects.get(person=scene.person)
        return kept.person_id
