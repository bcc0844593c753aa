"""Who reaches how far, and what a page needs to know of networks."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection
from django.db.models import Q

from wir.kit.acting import Actor, ActorKind, acting
from wir.network.models import BreakGlass, BreakGlassQuerySet, Grant, Membership, Network, Project
from wir.network.rules import GLASS, Role, Scope

if TYPE_CHECKING:
    from django.db.models import QuerySet


def actor_for(user_id: UUID, today: date) -> Actor:
    """Return the signed-in user as an actor: their memberships and grants in force today.

    One query, through an owner function: before the actor is set no row can be seen.
    """
    with connection.cursor() as cursor:
        cursor.execute("select network_reach(%s, %s)", [user_id, today])
        (found,) = cursor.fetchone()
    reach = json.loads(found) if isinstance(found, str) else found
    return Actor(
        kind=ActorKind.USER,
        id=user_id,
        networks=_ids(reach["networks"]),
        overseen=_ids(reach["overseen"]),
        carriers=_ids(reach["carriers"]),
        projects=_ids(reach["projects"]),
        subjects=_ids(reach["subjects"]),
        team=_ids(reach["team"]),
        audited=_ids(reach["audited"]),
        audited_carriers=_ids(reach["audited_carriers"]),
        roles=frozenset(reach["roles"]),
    )


def projects_of(actor: Actor) -> QuerySet[Project]:
    """Return the sub-projects in whose files the actor works, with network and carrier."""
    return Project.objects.worked_in_by(actor).select_related("network", "carrier").order_by("name")


def networks_of(actor: Actor) -> QuerySet[Network]:
    """Return the networks the actor belongs to."""
    return Network.objects.filter(id__in=actor.networks).order_by("name")


def network_ids() -> list[UUID]:
    """Return the ids of all networks, for jobs that go through them one by one."""
    with acting(Actor(kind=ActorKind.JOB)), connection.cursor() as cursor:
        cursor.execute("select id from network_ids()")
        return [network_id for (network_id,) in cursor.fetchall()]


def find_project(slug: str) -> Project | None:
    """Return the sub-project of that short name, for commands of the operator; None if there is none."""
    with connection.cursor() as cursor:
        cursor.execute("select id, network_id, carrier_id, name from network_project_named(%s)", [slug])
        found = cursor.fetchone()
    if found is None:
        return None
    project_id, network_id, carrier_id, name = found
    return Project(id=project_id, network_id=network_id, carrier_id=carrier_id, name=name, slug=slug)


def works_in_network(actor: Actor, network_id: UUID) -> bool:
    """Whether the actor advises or leads in a sub-project of the network."""
    return projects_of(actor).filter(network_id=network_id).exists()


def to_be_alerted(subject_id: UUID, project_id: UUID, today: date) -> set[UUID]:
    """Return who has to hear of an opening: the case team and the head of the sub-project."""
    in_force = Q(from_on__lte=today) & (Q(until_on=None) | Q(until_on__gt=today))
    team = Grant.objects.filter(in_force, subject_id=subject_id, scope=Scope.CASE_TEAM.value)
    heads = Membership.objects.filter(in_force, project_id=project_id, role=Role.PROJECT_LEAD.value)
    return {
        *team.exclude(cause=GLASS).values_list("grantee_id", flat=True),
        *heads.values_list("user_id", flat=True),
    }


def openings(actor: Actor) -> BreakGlassQuerySet:
    """Return the openings of closed files that the actor may know of, the latest first."""
    rows = BreakGlass.objects.visible_to(actor).select_related("grant", "project", "by")
    return rows.order_by("-opened_at")


def opening_or_none(actor: Actor, opening_id: UUID) -> BreakGlass | None:
    """Return one of them that the actor may end."""
    return openings(actor).to_be_ended_by(actor).filter(pk=opening_id).first()


def _ids(values: list[str]) -> tuple[UUID, ...]:
    return tuple(UUID(value) for value in values)
