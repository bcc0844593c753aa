"""What pages ask about conversations with several people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Q

from wir.counselling.models import Contact, GroupSession, Stay

if TYPE_CHECKING:
    from wir.counselling.models import ContactQuerySet, GroupSessionQuerySet
    from wir.kit.acting import Actor
    from wir.people.models import Person

MOST = 500
"""People of one sub-project among whom somebody chooses."""
_BY_NAME = ("person__identity__family_names", "person__identity__given_names", "id")


@dataclass(frozen=True, slots=True)
class InCare:
    """Somebody in a stay, to be chosen."""

    person: Person
    name: str
    case_number: str


def in_care_of(actor: Actor, project_id: UUID) -> list[InCare]:
    """Return everybody who is in a stay of the sub-project, by name."""
    stays = Stay.objects.visible_to(actor).open().filter(project_id=project_id)
    rows = stays.select_related("person__identity", "participant").order_by(*_BY_NAME)
    return [
        InCare(stay.person, stay.person.identity.full_name(), stay.participant.case_number)
        for stay in rows[:MOST]
    ]


def groups_of(actor: Actor) -> GroupSessionQuerySet:
    """Return conversations with several people, the latest first, with how many came and how many did not."""
    rows = GroupSession.objects.visible_to(actor).select_related("by", "project")
    counted = rows.annotate(
        number_came=Count("contacts", filter=Q(contacts__came=True)),
        number_missed=Count("contacts", filter=Q(contacts__came=False)),
    )
    return counted.order_by("-on", "-id")


def group_or_none(actor: Actor, group_id: UUID) -> GroupSession | None:
    """Return one of them."""
    return groups_of(actor).filter(pk=group_id).first()


def attendance_of(actor: Actor, group: GroupSession) -> ContactQuerySet:
    """Return the contacts of a group, those who came first, by name; only of files the actor may see."""
    rows = Contact.objects.visible_to(actor).filter(session=group)
    return rows.select_related("person__identity", "person__participant").order_by("-came", *_BY_NAME)
