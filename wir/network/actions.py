"""Networks are founded, people get roles, access is granted; all of it dated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import connection, transaction

from wir.kit.acting import Actor, ActorKind
from wir.network.models import (
    Carrier,
    Controller,
    DuplicateBasis,
    Grant,
    Membership,
    Network,
    Place,
    Project,
)
from wir.network.rules import (
    BasisProblem,
    CarrierLaw,
    Role,
    RoleProblem,
    Scope,
    WorksFor,
    obstacles_to_basis,
    obstacles_to_role,
)
from wir.privacy import actions as privacy


class CannotGiveRole(Exception):
    """Nobody of this body gets a role; ``problems`` says why."""

    def __init__(self, problems: Sequence[RoleProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


class CannotRecordBasis(Exception):
    """The decision cannot be recorded or ended like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[BasisProblem]) -> None:
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
    *, name: str, prefix: str, grant_number: str, funded_from: date, funded_until: date, actor: Actor
) -> Network:
    """Create a network, the ESF Plus operation (Vorhaben) under one grant; the actor must already reach it by id."""
    network = Network(
        id=actor.networks[0],
        name=name,
        prefix=prefix,
        grant_number=grant_number,
        funded_from=funded_from,
        funded_until=funded_until,
    )
    network.save(force_insert=True)
    privacy.record(actor=actor, verb="network.founded", network_id=network.pk)
    return network


@transaction.atomic
def add_carrier(*, network: Network, name: str, actor: Actor) -> Carrier:
    """Add a carrier to the network."""
    carrier = Carrier.objects.create(network=network, name=name)
    privacy.record(actor=actor, verb="network.carrier_added", network_id=network.pk)
    return carrier


@dataclass(frozen=True, slots=True, kw_only=True)
class ControllerValues:
    """What a carrier says of itself as controller; empty is not known yet."""

    law: CarrierLaw | None = None
    legal_name: str = ""
    represented_by: str = ""
    street: str = ""
    postcode: str = ""
    place: str = ""
    officer_name: str = ""
    officer_email: str = ""
    officer_phone: str = ""
    notes_months: int | None = None
    notes_decided_on: date | None = None


@transaction.atomic
def describe_controller(*, carrier: Carrier, values: ControllerValues, actor: Actor) -> Controller:
    """Record what a carrier says of itself as controller; what stood there before remains in history."""
    controller, _ = Controller.objects.update_or_create(
        carrier=carrier,
        network_id=carrier.network_id,
        defaults=asdict(values) | {"law": values.law.value if values.law else ""},
    )
    privacy.record(
        actor=actor,
        verb="network.controller_described",
        network_id=carrier.network_id,
        carrier=str(carrier.pk),
        law=controller.law,
    )
    return controller


@transaction.atomic
def record_duplicate_basis(
    *, network: Network, decided_by: str, legal_basis: str, from_on: date, today: date, actor: Actor
) -> DuplicateBasis:
    """Record who decided, on which basis, that this network takes part in the check between networks.

    Raises CannotRecordBasis, and writes nothing, when a decision is in force or the words are missing.
    """
    problems = obstacles_to_basis(
        decided_by=decided_by,
        legal_basis=legal_basis,
        from_on=from_on,
        today=today,
        in_force=DuplicateBasis.objects.filter(network=network, until_on=None).exists(),
    )
    if problems:
        raise CannotRecordBasis(problems)
    basis = DuplicateBasis.objects.create(
        network=network, decided_by=decided_by.strip(), legal_basis=legal_basis.strip(), from_on=from_on
    )
    privacy.record(actor=actor, verb="network.duplicate_check_opened", network_id=network.pk)
    return basis


@transaction.atomic
def end_duplicate_basis(*, basis: DuplicateBasis, today: date, actor: Actor) -> DuplicateBasis:
    """End the check between networks for this network at once; the database forgets its marks in the same moment.

    Raises CannotRecordBasis, and writes nothing, when it ended before.
    """
    basis = DuplicateBasis.objects.select_for_update().get(pk=basis.pk)
    if basis.until_on is not None:
        raise CannotRecordBasis([BasisProblem.ENDED])
    basis.until_on = max(today, basis.from_on)
    basis.save(update_fields=["until_on"])
    privacy.record(actor=actor, verb="network.duplicate_check_closed", network_id=basis.network_id)
    return basis


@transaction.atomic
def choose_face(*, membership: Membership, shows_name: bool, first_contact: str, actor: Actor) -> Membership:
    """Let a member choose what participants see of them: function and first contact, or also the name."""
    membership = Membership.objects.select_for_update().get(
        pk=membership.pk, user_id__in=[one for one in (actor.id,) if one]
    )
    membership.shows_name = shows_name
    membership.first_contact = first_contact.strip()
    membership.save(update_fields=["shows_name", "first_contact"])
    privacy.record(actor=actor, verb="network.face_chosen", network_id=membership.network_id)
    return membership


@transaction.atomic
def add_project(
    *, carrier: Carrier, name: str, slug: str, postcode: str, place: str, actor: Actor
) -> Project:
    """Add a sub-project to the carrier."""
    project = Project.objects.create(
        network_id=carrier.network_id, carrier=carrier, name=name, slug=slug, postcode=postcode, place=place
    )
    privacy.record(actor=actor, verb="network.project_added", network_id=carrier.network_id)
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
    works_for: WorksFor = WorksFor.CARRIER,
) -> Membership:
    """Give somebody a role: in a sub-project (advisor, lead), a network (coordinator) or the programme.

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
        carrier_id=project.carrier_id if project else None,
        project=project,
        from_on=from_on,
    )
    privacy.record(actor=actor, verb="network.role_given", network_id=network_id, role=role.value)
    return membership


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
            network_id=place["network_id"],
            subject_id=subject_id,
            scope=scope.value,
            cause=cause,
        )
    return grant
