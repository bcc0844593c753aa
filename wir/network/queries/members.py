"""Who works in a network and answers for whom; invitations and what they offer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection

from wir.kit.acting import Actor, ActorKind, acting
from wir.kit.compiled import compiled
from wir.network.models import Carrier, Invitation, Membership, Network, Project
from wir.network.rules import Position, Role, may_manage, review_due

if TYPE_CHECKING:
    from django.db.models import QuerySet


def positions_of(actor: Actor, today: date) -> list[Position]:
    """Return the roles somebody holds today and where; none for a machine, which is asked by its kind."""
    if actor.id is None:
        return []
    return [one.position() for one in _own(actor.id, today)]


@compiled
def _own(user_id: UUID, today: date) -> QuerySet[Membership]:
    return Membership.objects.filter(user_id=user_id).in_force(today)


def manageable_members(actor: Actor, today: date) -> list[Membership]:
    """Return memberships not yet over that the actor may confirm and end, with whose they are and where."""
    mine = positions_of(actor, today)
    members = (
        Membership.objects.filter(network_id__in=actor.networks)
        .not_over(today)
        .select_related("user", "project", "network", "carrier")
        .order_by("network__name", "project__name", "user__name")
    )
    return [one for one in members if may_manage(mine, one.position())]


def member_or_none(actor: Actor, membership_id: UUID, today: date) -> Membership | None:
    """Return one membership that the actor may confirm and end."""
    found = Membership.objects.filter(network_id__in=actor.networks, pk=membership_id)
    member = found.select_related("user", "project", "network").first()
    if member is None or not may_manage(positions_of(actor, today), member.position()):
        return None
    return member


def members_to_review(actor: Actor, today: date) -> int:
    """Return at how many of the manageable memberships nobody has looked for six months."""
    mine = positions_of(actor, today)
    return sum(
        review_due(from_on=from_on, reviewed_on=reviewed_on, today=today)
        and may_manage(mine, Position(Role(role), network_id, project_id))
        for role, network_id, project_id, from_on, reviewed_on in _held(actor, today)
    )


@compiled
def _held(actor: Actor, today: date) -> QuerySet[Membership, tuple[Any, ...]]:
    held = Membership.objects.filter(network_id__in=actor.networks).not_over(today)
    return held.values_list("role", "network_id", "project_id", "from_on", "reviewed_on")


def open_invitations(actor: Actor, now: datetime, today: date) -> list[Invitation]:
    """Return invitations that can still be accepted and that the actor might have sent."""
    mine = positions_of(actor, today)
    waiting = (
        Invitation.objects.filter(network_id__in=actor.networks)
        .filter(accepted_at=None, withdrawn_at=None, expires_at__gt=now)
        .select_related("project", "network", "invited_by")
        .order_by("expires_at")
    )
    return [one for one in waiting if may_manage(mine, position_of(one))]


def invitation_or_none(actor: Actor, invitation_id: UUID, now: datetime, today: date) -> Invitation | None:
    """Return one open invitation."""
    return next((one for one in open_invitations(actor, now, today) if one.pk == invitation_id), None)


def position_of(invitation: Invitation) -> Position:
    """Return the role an invitation offers, and where."""
    return Position(Role(invitation.role), invitation.network_id, invitation.project_id)


@dataclass(frozen=True, slots=True)
class Offer:
    """What the holder of an invitation's link may know before they accept."""

    email: str
    role: Role
    network: str
    project: str
    inviter: str
    expires_at: datetime
    held: bool
    """Whether the account with this address has a role today."""


def hash_of(token: str) -> str:
    """Return what the database keeps of a link's secret."""
    return sha256(token.encode()).hexdigest()


def offer_of(token: str, now: datetime, today: date) -> Offer | None:
    """Return the open invitation that this secret opens; None when it was used, withdrawn or has expired."""
    with connection.cursor() as cursor:
        cursor.execute("select * from network_offer(%s, %s, %s)", [hash_of(token), now, today])
        found = cursor.fetchone()
    if found is None:
        return None
    email, role, network, project, inviter, expires_at, held = found
    return Offer(email, Role(role), network or "", project or "", inviter or "", expires_at, held)


def coordinated_networks(actor: Actor) -> QuerySet[Network]:
    """Return the networks in which the actor may add carriers and sub-projects."""
    return Network.objects.filter(id__in=actor.overseen).order_by("name")


def coordinated_carriers(actor: Actor) -> QuerySet[Carrier]:
    """Return the carriers to which the actor may add sub-projects."""
    return Carrier.objects.filter(network_id__in=actor.overseen).select_related("network").order_by("name")


def projects_for_invitations(actor: Actor, mine: Iterable[Position]) -> list[Project]:
    """Return the sub-projects into which the actor may invite."""
    held = list(mine)
    return [
        project
        for project in Project.objects.visible_to(actor).select_related("network").order_by("name")
        if may_manage(held, Position(Role.ADVISOR, project.network_id, project.pk))
    ]


def users_without_role(today: date) -> list[UUID]:
    """Return accounts still on whose last role has ended, for the job that switches them off."""
    with acting(Actor(kind=ActorKind.JOB)), connection.cursor() as cursor:
        cursor.execute("select id from network_users_without_role(%s)", [today])
        return [user_id for (user_id,) in cursor.fetchall()]


def _ids(values: list[str]) -> tuple[UUID, ...]:
    return tuple(UUID(value) for value in values)
