"""What participants see of staff, and who heads a sub-project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from wir.kit.acting import Actor
from wir.network.models import Membership
from wir.network.rules import Role

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class PublicFace:
    """What participants see of somebody: the function, how to reach it first, and the name only if they chose so."""

    role: Role
    first_contact: str
    project_name: str
    name: str = ""


def public_face(user_id: UUID, project_id: UUID, day: date) -> PublicFace | None:
    """Return how somebody who works in the sub-project on that day appears to participants."""
    held = _held(day).filter(user_id=user_id, project_id=project_id).select_related("user", "project").first()
    if held is None or held.project is None:
        return None
    name = held.user.name if held.shows_name else ""
    return PublicFace(Role(held.role), held.first_contact, held.project.name, name)


def own_memberships(actor: Actor, day: date) -> list[Membership]:
    """Return the roles somebody holds in sub-projects on the day, to choose what participants see of them.

    Whoever works in no sub-project meets no participant, and has nothing to choose.
    """
    held = _held(day).filter(user_id__in=_self(actor), project__isnull=False)
    return list(held.select_related("project").order_by("from_on", "id"))


def membership_or_none(actor: Actor, membership_id: UUID, day: date) -> Membership | None:
    """Return one of the roles for which the actor may choose on the day."""
    held = _held(day).filter(user_id__in=_self(actor), project__isnull=False, pk=membership_id)
    return held.select_related("project").first()


def leads_of(project_id: UUID, day: date) -> list[UUID]:
    """Return who heads the sub-project on the day."""
    held = _held(day).filter(project_id=project_id, role=Role.PROJECT_LEAD.value)
    return list(held.order_by("from_on", "id").values_list("user_id", flat=True))


def led_by(actor: Actor, day: date) -> frozenset[UUID]:
    """Return the sub-projects that the actor heads on the day."""
    held = _held(day).filter(user_id__in=_self(actor), role=Role.PROJECT_LEAD.value)
    return frozenset(one.project_id for one in held if one.project_id)


def _self(actor: Actor) -> list[UUID]:
    return [actor.id] if actor.id else []


def _held(day: date) -> QuerySet[Membership]:
    return Membership.objects.filter(from_on__lte=day).exclude(until_on__lte=day)
