"""What stands on the page of a person: cards, entries, household and released requirements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from wir.people.models import (
    HouseholdMember,
    LanguageSkill,
    Person,
    Profile,
    Qualification,
    Requirement,
    Schooling,
    WorkExperience,
)
from wir.people.rules.cards import CARDS, Card, parts_of
from wir.people.rules.entries import EntryKind
from wir.people.rules.requirements import RequirementKind
from wir.privacy.queries import answers_among, history_of
from wir.privacy.rules import ConsentState, Purpose, blocks

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wir.kit.acting import Actor

Entry = LanguageSkill | Schooling | Qualification | WorkExperience
ENTRIES: dict[EntryKind, type[Entry]] = {
    EntryKind.LANGUAGE: LanguageSkill,
    EntryKind.SCHOOL: Schooling,
    EntryKind.QUALIFICATION: Qualification,
    EntryKind.WORK: WorkExperience,
}
_ORDER = {
    EntryKind.LANGUAGE: ("language",),
    EntryKind.SCHOOL: ("-until_year", "pk"),
    EntryKind.QUALIFICATION: ("-earned_year", "pk"),
    EntryKind.WORK: ("-until_year", "-from_year", "pk"),
}
_HOUSEHOLD = ("relation", "birth_year", "pk")
_FILED = {"id", "person", "network", "carrier", "project"}


def card_values(person: Person, card: Card) -> dict[str, Any]:
    """Return the facts of a card as its form shows them; the person's identity and profile are loaded already."""
    kept = CARDS[card]
    profile = getattr(person, "profile", None) or Profile()
    values = {name: getattr(person.identity, name) for name in kept.identity}
    values |= {name: getattr(person, name) for name in kept.file}
    values |= {name: getattr(profile, name) for name in kept.profile}
    return values | parts_of(person.identity.birth()) if card is Card.BIRTH else values


def with_profile(actor: Actor, person_id: UUID) -> Person | None:
    """Return a file with everything that stands on cards; None for a stranger."""
    files = Person.objects.visible_to(actor).select_related("identity", "profile")
    return files.filter(pk=person_id).first()


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything that stands on the page of a person."""

    person: Person
    entries: dict[EntryKind, list[Entry]]
    household: list[HouseholdMember]
    requirements: list[RequirementKind]


def whole_person(actor: Actor, person_id: UUID, on: date) -> Whole | None:
    """Return the whole page of a person in one query; None for a stranger."""
    parts = {
        f"of_{kind.name.lower()}": _gathered(actor, model, *_ORDER[kind]) for kind, model in ENTRIES.items()
    }
    released = Requirement.objects.visible_to(actor).in_force(on).filter(person_id=OuterRef("pk"))
    files = Person.objects.visible_to(actor).select_related("identity", "profile")
    person: Any = (
        files.filter(pk=person_id)
        .annotate(
            **parts,
            of_household=_gathered(actor, HouseholdMember, *_HOUSEHOLD),
            of_needs=ArraySubquery(released.order_by("kind").values("kind")),
        )
        .first()
    )
    if person is None:
        return None
    return Whole(
        person=person,
        entries={
            kind: _instances(model, getattr(person, f"of_{kind.name.lower()}"))
            for kind, model in ENTRIES.items()
        },
        household=_instances(HouseholdMember, person.of_household),
        requirements=[RequirementKind(kind) for kind in person.of_needs],
    )


def entries_of(actor: Actor, person_id: UUID, kind: EntryKind) -> list[Entry]:
    """Return a person's entries of one kind, what came last first."""
    return list(_entries(actor, person_id, kind).order_by(*_ORDER[kind]))


def entry_or_none(actor: Actor, person_id: UUID, kind: EntryKind, entry_id: UUID) -> Entry | None:
    """Return one entry of a person."""
    return _entries(actor, person_id, kind).filter(pk=entry_id).first()


def entry_values(entry: Entry) -> dict[str, Any]:
    """Return the facts of an entry by field name."""
    return {
        field.name: getattr(entry, field.attname)
        for field in entry._meta.concrete_fields
        if field.name not in _FILED
    }


def household_of(actor: Actor, person_id: UUID) -> list[HouseholdMember]:
    """Return who lives with the person; of files that the actor may not read only the relation is told."""
    rows = HouseholdMember.objects.visible_to(actor).filter(person_id=person_id)
    return list(rows.order_by(*_HOUSEHOLD))


def member_or_none(actor: Actor, person_id: UUID, member_id: UUID) -> HouseholdMember | None:
    """Return one member of a person's household."""
    return HouseholdMember.objects.visible_to(actor).filter(person_id=person_id, pk=member_id).first()


def member_values(member: HouseholdMember) -> dict[str, Any]:
    """Return the facts about somebody without a file of their own, by field name."""
    return {name: getattr(member, name) for name in ("relation", "birth_year", "school", "care")}


def files_of_household(actor: Actor, person_id: UUID) -> list[Person]:
    """Return the files of the person's household that the actor may read, for what concerns several people."""
    linked = HouseholdMember.objects.visible_to(actor).filter(person_id=person_id, linked__isnull=False)
    files = Person.objects.visible_to(actor).filter(pk__in=linked.values("linked_id"))
    return list(files.select_related("identity", "participant").order_by("participant__case_number"))


def requirements_of(actor: Actor, person_id: UUID, on: date) -> list[RequirementKind]:
    """Return what a workplace has to offer for the person, as released on the day, without any reason."""
    return requirements_on(actor, [person_id], on).get(person_id, [])


def requirements_on(actor: Actor, person_ids: Iterable[UUID], on: date) -> dict[UUID, list[RequirementKind]]:
    """Return the released requirements of several people in one query, for matching."""
    rows = Requirement.objects.visible_to(actor).in_force(on).filter(person_id__in=list(person_ids))
    found: dict[UUID, list[RequirementKind]] = {}
    for row in rows.order_by("kind"):
        found.setdefault(row.person_id, []).append(RequirementKind(row.kind))
    return found


def health_data_agreed(actor: Actor, person_id: UUID, on: date) -> bool:
    """Whether the person's yes to keeping health data is in force, and counselling is not stopped, in one query."""
    answers = answers_among(list(history_of(actor, person_id)), on)
    states = {answer.purpose: answer.state for answer in answers}
    return states[Purpose.HEALTH] is ConsentState.GIVEN and not blocks(states[Purpose.COUNSELLING])


def released_of(actor: Actor, person_id: UUID) -> list[Requirement]:
    """Return every release of a requirement, those in force first."""
    rows = Requirement.objects.visible_to(actor).filter(person_id=person_id).order_by("-from_on", "kind")
    return sorted(rows, key=lambda row: row.until_on is not None)


def _gathered(actor: Actor, model: type[Entry] | type[HouseholdMember], *order: str) -> ArraySubquery:
    """Return a person's rows of a table as one column of the person's row."""
    names = [field.attname for field in model._meta.concrete_fields if field.name not in _FILED - {"id"}]
    rows: QuerySet[Any, Any] = model.objects.visible_to(actor).filter(person_id=OuterRef("pk"))
    return ArraySubquery(rows.order_by(*order).values(row=JSONObject(**{name: name for name in names})))


def _instances(model: type[Any], rows: Iterable[dict[str, Any]]) -> list[Any]:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return [model(**{name: fields[name].to_python(value) for name, value in row.items()}) for row in rows]


def _entries(actor: Actor, person_id: UUID, kind: EntryKind) -> QuerySet[Any, Any]:
    return ENTRIES[kind].objects.visible_to(actor).filter(person_id=person_id)
