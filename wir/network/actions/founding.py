"""A network begins: founded by the programme office or a command, filled by its coordinators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from wir.kit.acting import Actor, ActorKind, acting
from wir.kit.ids import new_id
from wir.network.actions.invitations import Issued, invite
from wir.network.actions.networks import add_carrier, add_project, found_network
from wir.network.models import Carrier, Network, Project
from wir.network.queries import find_project
from wir.network.rules import FoundProblem, Position, Role, SecondFactorFor, WorksFor, obstacles_to_role


class CannotFound(Exception):
    """It cannot be founded like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[FoundProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Founded:
    """A new network and the invitation of its first coordinator, whose secret is told only here."""

    network: Network
    invitation: Issued


@transaction.atomic
def open_network(
    *,
    name: str,
    prefix: str,
    grant_number: str,
    funded_from: date,
    funded_until: date,
    coordinator_email: str,
    coordinator_works_for: WorksFor = WorksFor.CARRIER,
    second_factor: SecondFactorFor = SecondFactorFor.EVERYBODY,
    now: datetime,
    actor: Actor,
) -> Founded:
    """Found a network and invite its first coordinator; for the programme office and for commands.

    Raises CannotFound, and writes nothing, when a rule stands in the way.
    """
    if actor.kind is not ActorKind.JOB and Role.PROGRAMME_OFFICE.value not in actor.roles:
        raise CannotFound([FoundProblem.NOT_ALLOWED])
    if funded_from >= funded_until:
        raise CannotFound([FoundProblem.ENDS_BEFORE_START])
    if obstacles_to_role(works_for=coordinator_works_for):
        raise CannotFound([FoundProblem.ENFORCING_BODY])
    network_id = new_id()
    founder = replace(actor, networks=(network_id,), overseen=(network_id,))
    try:
        with acting(founder):
            network = found_network(
                name=name,
                prefix=prefix,
                grant_number=grant_number,
                funded_from=funded_from,
                funded_until=funded_until,
                second_factor=second_factor,
                actor=founder,
            )
            invitation = invite(
                email=coordinator_email,
                position=Position(Role.COORDINATOR, network_id),
                carrier_id=None,
                works_for=coordinator_works_for,
                now=now,
                actor=founder,
            )
    except IntegrityError as error:
        taken = FoundProblem.PREFIX_TAKEN if "prefix" in str(error) else FoundProblem.NAME_TAKEN
        raise CannotFound([taken]) from error
    return Founded(network, invitation)


@transaction.atomic
def open_carrier(*, network: Network, name: str, actor: Actor) -> Carrier:
    """Add a carrier; for coordinators of the network and for commands.

    Raises CannotFound, and writes nothing, when a rule stands in the way.
    """
    _check_oversight(network, actor)
    if Carrier.objects.filter(network=network, name=name).exists():
        raise CannotFound([FoundProblem.NAME_TAKEN])
    return add_carrier(network=network, name=name, actor=actor)


@transaction.atomic
def add_place(
    *, carrier: Carrier, name: str, slug: str = "", postcode: str, place: str, actor: Actor
) -> Project:
    """Add a sub-project to a carrier, with a short name made of its name unless one is given.

    Raises CannotFound, and writes nothing, when a rule stands in the way.
    """
    _check_oversight(carrier.network, actor)
    if Project.objects.filter(carrier=carrier, name=name).exists():
        raise CannotFound([FoundProblem.NAME_TAKEN])
    short = slug or slugify(name)[:60]
    if not short or find_project(short) is not None:
        raise CannotFound([FoundProblem.SHORT_NAME_TAKEN])
    return add_project(carrier=carrier, name=name, slug=short, postcode=postcode, place=place, actor=actor)


def _check_oversight(network: Network, actor: Actor) -> None:
    if actor.kind is not ActorKind.JOB and network.pk not in actor.overseen:
        raise CannotFound([FoundProblem.NOT_ALLOWED])
