"""Networks are founded, people get roles, access is granted; all of it dated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import connection, transaction

from wir.kit.acting import Actor, ActorKind
from wir.network.models import Carrier, Grant, Membership, Network, Place, Project
from wir.network.rules import (
    BodyProblem,
    Role,
    RoleProblem,
    Scope,
    SecondFactorFor,
    WorksFor,
    obstacles_to_role,
    problems_of_role,
)
from wir.privacy import actions as privacy
from wir.privacy.rules import Purpose


class CannotChangeRole(Exception):
    """The role cannot be changed like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[RoleProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


class CannotGiveRole(Exception):
    """Nobody of this body gets a role; ``problems`` says why."""

    def __init__(self, problems: Sequence[BodyProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


def as_job(project: Project) -> Actor:
    """Return the machine itself as an actor that works in one sub-project, for commands and jobs."""
    return as_job_at(
        {"network_id": project.network_id, "carrier_id": project.carrier_id, "project_id": project.pk}
    )


def as_job_at(place: Place) -> Actor:
    """Return the machine as an actor where a row belongs."""
    return Actor(
        kind=ActorKind.JOB,
        networks=(place["network_id"],),
        overseen=(place["network_id"],),
        carriers=(place["carrier_id"],),
        projects=(place["project_id"],),
    )


def as_network_job(network_id: UUID) -> Actor:
    """Return the machine as an actor for one whole network: every sub-project, no counselling notes."""
    with connection.cursor() as cursor:
        cursor.execute("select id, carrier_id from network_projects_of(%s)", [network_id])
        found = cursor.fetchall()
    return Actor(
        kind=ActorKind.JOB,
        networks=(network_id,),
        overseen=(network_id,),
        carriers=tuple({carrier for _, carrier in found}),
        projects=tuple(project for project, _ in found),
    )


@transaction.atomic
def found_network(
    *,
    name: str,
    prefix: str,
    grant_number: str,
    funded_from: date,
    funded_until: date,
    second_factor: SecondFactorFor = SecondFactorFor.EVERYBODY,
    actor: Actor,
) -> Network:
    """Create a network, the ESF Plus operation (Vorhaben) under one grant; the actor must already reach it by id."""
    network = Network(
        id=actor.networks[0],
        name=name,
        prefix=prefix,
        grant_number=grant_number,
        funded_from=funded_from,
        funded_until=funded_until,
        second_factor=second_factor.value,
    )
    network.save(force_insert=True)
    privacy.record(actor=actor, verb="network.founded", purpose=Purpose.SECURITY, network_id=network.pk)
    return network


@transaction.atomic
def add_carrier(*, network: Network, name: str, actor: Actor) -> Carrier:
    """Add a carrier to the network."""
    carrier = Carrier.objects.create(network=network, name=name)
    privacy.record(actor=actor, verb="network.carrier_added", purpose=Purpose.SECURITY, network_id=network.pk)
    return carrier


@transaction.atomic
def add_project(
    *, carrier: Carrier, name: str, slug: str, postcode: str, place: str, actor: Actor
) -> Project:
    """Add a sub-project to the carrier."""
    project = Project.objects.create(
        network_id=carrier.network_id, carrier=carrier, name=name, slug=slug, postcode=postcode, place=place
    )
    privacy.record(
        actor=actor, verb="network.project_added", purpose=Purpose.SECURITY, network_id=carrier.network_id
    )
    return project


@transaction.atomic
def give_role(
    *,
    user_id: UUID,
    role: Role,
    project: Project | None,
    network: Network | None,
    from_on: date,
    actor: Actor,
    carrier: Carrier | None = None,
    works_for: WorksFor = WorksFor.CARRIER,
) -> Membership:
    """Give somebody a role: in a sub-project (advisor, lead), a network (coordinator) or the programme.

    A data protection officer has a network, or with ``carrier`` one carrier of it.

    Raises CannotGiveRole, and writes nothing, for staff of an Ausländerbehörde, the police or customs.
    """
    problems = obstacles_to_role(works_for=works_for)
    if problems:
        raise CannotGiveRole(problems)
    network_id = project.network_id if project else (network.pk if network else None)
    membership = Membership.objects.create(
        user_id=user_id,
        role=role.value,
        network_id=network_id,
        carrier_id=project.carrier_id if project else (carrier.pk if carrier else None),
        project=project,
        from_on=from_on,
    )
    privacy.record(
        actor=actor,
        verb="network.role_given",
        purpose=Purpose.SECURITY,
        network_id=network_id,
        role=role.value,
    )
    return membership


@transaction.atomic
def change_role(*, membership: Membership, role: Role, today: date, actor: Actor) -> Membership:
    """Let somebody have another role in the same sub-project from today on; the old one ends, nothing is overwritten.

    Raises CannotChangeRole, and writes nothing, when a rule stands in the way.
    """
    problems = problems_of_role(
        now=Role(membership.role),
        wanted=role,
        oversees=membership.network_id in actor.overseen,
        own=membership.user_id == actor.id,
        in_force=membership.holds_on(today),
    )
    if problems:
        raise CannotChangeRole(problems)
    if membership.from_on == today:
        membership.role = role.value
        membership.save(update_fields=["role"])
        changed = membership
    else:
        membership.until_on = today
        membership.save(update_fields=["until_on"])
        changed = Membership.objects.create(
            user_id=membership.user_id,
            role=role.value,
            network_id=membership.network_id,
            carrier_id=membership.carrier_id,
            project_id=membership.project_id,
            from_on=today,
        )
    privacy.record(
        actor=actor,
        verb="network.role_changed",
        network_id=membership.network_id,
        role=role.value,
        membership=str(changed.pk),
    )
    return changed


@transaction.atomic
def open_file(
    *, place: Place, subject_id: UUID, scope: Scope, grantee_id: UUID, cause: str, from_on: date, actor: Actor
) -> Grant:
    """Let somebody see a person's file, or as case team also the counselling notes; once is enough."""
    grant, fresh = Grant.objects.get_or_create(
        grantee_id=grantee_id,
        subject_id=subject_id,
        scope=scope.value,
        until_on=None,
        defaults={
            "network_id": place["network_id"],
            "project_id": place["project_id"],
            "cause": cause,
            "from_on": from_on,
        },
    )
    if fresh:
        privacy.record(
            actor=actor,
            verb="network.file_opened",
            purpose=Purpose.SECURITY,
            network_id=place["network_id"],
            subject_id=subject_id,
            scope=scope.value,
            cause=cause,
        )
    return grant
