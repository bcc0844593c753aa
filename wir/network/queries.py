"""Who reaches how far, and what a page needs to know of networks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import Q

from wir.kit.acting import Actor, ActorKind, acting
from wir.network.models import (
    BreakGlass,
    BreakGlassQuerySet,
    Carrier,
    Controller,
    DuplicateBasis,
    Grant,
    Membership,
    Network,
    Project,
)
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
    """Return the roles somebody holds on the day, to choose what participants see of them."""
    held = _held(day).filter(user_id__in=_self(actor))
    return list(held.select_related("project", "network").order_by("from_on", "id"))


def membership_or_none(actor: Actor, membership_id: UUID) -> Membership | None:
    """Return one of the actor's own roles."""
    return (
        Membership.objects.filter(user_id__in=_self(actor), pk=membership_id)
        .select_related("project")
        .first()
    )


def leads_of(project_id: UUID, day: date) -> list[UUID]:
    """Return who heads the sub-project on the day."""
    held = _held(day).filter(project_id=project_id, role=Role.PROJECT_LEAD.value)
    return list(held.order_by("from_on", "id").values_list("user_id", flat=True))


def led_by(actor: Actor, day: date) -> frozenset[UUID]:
    """Return the sub-projects that the actor heads on the day."""
    held = _held(day).filter(user_id__in=_self(actor), role=Role.PROJECT_LEAD.value)
    return frozenset(one.project_id for one in held if one.project_id)


def carriers_of(actor: Actor) -> QuerySet[Carrier]:
    """Return the carriers of the actor's networks with what they say of themselves as controllers."""
    carriers = Carrier.objects.filter(network_id__in=actor.networks)
    return carriers.select_related("network", "controller").order_by("network__name", "name")


def carriers_described_by(actor: Actor, day: date) -> frozenset[UUID]:
    """Return the carriers for which the actor may say so: as head of one of their sub-projects, or as coordinator."""
    headed = Q(projects__in=led_by(actor, day))
    return frozenset(
        carriers_of(actor).filter(headed | Q(network_id__in=actor.overseen)).values_list("pk", flat=True)
    )


def carrier_or_none(actor: Actor, carrier_id: UUID) -> Carrier | None:
    """Return one carrier of the actor's networks."""
    return carriers_of(actor).filter(pk=carrier_id).first()


def controller_of(carrier: Carrier) -> Controller:
    """Return what the carrier says of itself; an empty one where nothing was said yet."""
    known = Controller.objects.filter(pk=carrier.pk).first()
    return known or Controller(carrier=carrier, network_id=carrier.network_id)


def controller_at(actor: Actor, carrier_id: UUID) -> Controller | None:
    """Return what a carrier of the actor's networks says of itself, by the carrier's id."""
    return Controller.objects.filter(pk=carrier_id, network_id__in=actor.networks).first()


def controller_history(carrier: Carrier) -> list[Any]:
    """Return what stood there before, newest first, with the day of each change."""
    history = apps.get_model("network", "ControllerEvent")._default_manager.filter(pgh_obj_id=carrier.pk)
    return list(history.order_by("-pgh_created_at", "-pgh_id"))


def duplicate_bases_of(actor: Actor) -> QuerySet[DuplicateBasis]:
    """Return the decisions of the actor's networks on the check between networks, newest first."""
    bases = DuplicateBasis.objects.filter(network_id__in=actor.networks)
    return bases.select_related("network").order_by("-from_on", "-id")


def duplicate_basis_or_none(actor: Actor, basis_id: UUID) -> DuplicateBasis | None:
    """Return one decision that the actor may end: coordinators of its network alone."""
    return duplicate_bases_of(actor).filter(pk=basis_id, network_id__in=actor.overseen).first()


def duplicate_check_open(actor: Actor, network_id: UUID) -> bool:
    """Whether the network takes part in the check between networks: off unless a decision is in force."""
    return duplicate_bases_of(actor).filter(network_id=network_id, until_on=None).exists()


def _self(actor: Actor) -> list[UUID]:
    return [actor.id] if actor.id else []


def _held(day: date) -> QuerySet[Membership]:
    return Membership.objects.filter(from_on__lte=day).exclude(until_on__lte=day)


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
    """Return one of them."""
    return openings(actor).filter(pk=opening_id).first()


def _ids(values: list[str]) -> tuple[UUID, ...]:
    return tuple(UUID(value) for value in values)
