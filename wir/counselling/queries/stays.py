"""What pages and other apps ask about stays and contacts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, Prefetch, Q

from wir.counselling.models import Contact, ContactNote, ContactQuerySet, Stay, StayQuerySet
from wir.kit.acting import Actor
from wir.network.models import Membership
from wir.network.rules import IN_PROJECTS
from wir.people.models import Person
from wir.privacy import queries as privacy
from wir.privacy.actions import Left
from wir.privacy.rules import Purpose


def stays_of(actor: Actor, person_id: UUID) -> StayQuerySet:
    """Return a person's stays, latest first, with advisor and sub-project."""
    return (
        Stay.objects.visible_to(actor)
        .filter(person_id=person_id)
        .select_related("advisor", "project")
        .order_by("-entered_on", "-id")
    )


def open_stay_of(actor: Actor, person_id: UUID) -> Stay | None:
    """Return the stay a person is in now."""
    return stays_of(actor, person_id).open().first()


def people_in_stays(actor: Actor, person_ids: Iterable[UUID]) -> set[UUID]:
    """Return those of the people who are in a stay now."""
    stays = Stay.objects.visible_to(actor).open().filter(person_id__in=person_ids)
    return set(stays.values_list("person_id", flat=True))


def stay_on(actor: Actor, person_id: UUID, day: date) -> Stay | None:
    """Return the stay that held the day; the day of exit still belongs to it."""
    return stays_of(actor, person_id).filter(entered_on__lte=day).exclude(exited_on__lt=day).first()


def contacts_of(actor: Actor, person_id: UUID) -> ContactQuerySet:
    """Return a person's contacts, newest first, with the notes that the actor may see."""
    notes = ContactNote.objects.visible_to(actor)
    return (
        Contact.objects.visible_to(actor)
        .filter(person_id=person_id)
        .select_related("by")
        .prefetch_related(Prefetch("note", queryset=notes))
        .order_by("-on", "-id")
    )


def other_stays(stay: Stay) -> list[tuple[date, date | None]]:
    """Return entry and last day of the other stays of the same file."""
    others = Stay.objects.filter(person_id=stay.person_id).exclude(pk=stay.pk)
    return list(others.values_list("entered_on", "exited_on"))


def has_open_stay(person: Person) -> bool:
    """Whether the person is in a stay now."""
    return Stay.objects.open().filter(person=person).exists()


def last_exit_of(person: Person) -> date | None:
    """Return the last day of the latest stay that ended."""
    found: date | None = Stay.objects.filter(person=person).aggregate(last=Max("exited_on"))["last"]
    return found


def who_left(actor: Actor) -> list[Left]:
    """Return whose every stay has ended, with the last day of the last one."""
    files = Stay.objects.visible_to(actor).values("network_id", "carrier_id", "project_id", "person_id")
    ended = files.annotate(last=Max("exited_on"), running=Count("id", filter=Q(exited_on=None))).filter(
        running=0
    )
    return [
        Left(
            network_id=one["network_id"],
            carrier_id=one["carrier_id"],
            project_id=one["project_id"],
            subject_id=one["person_id"],
            exited_on=one["last"],
        )
        for one in ended.order_by("person_id")
    ]


def is_stopped(person: Person, today: date) -> bool:
    """Whether the person took the consent to counselling back, said no, or it has ended."""
    return privacy.is_stopped(person.network_id, person.pk, Purpose.COUNSELLING, today)


def works_in(project_id: UUID, user_id: UUID, day: date) -> bool:
    """Whether somebody works in the sub-project's files on that day."""
    held = Membership.objects.filter(
        Q(until_on=None) | Q(until_on__gt=day), project_id=project_id, user_id=user_id, from_on__lte=day
    )
    return held.filter(role__in=[role.value for role in IN_PROJECTS]).exists()
