"""What networks decided on the check between networks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from wir.kit.acting import Actor
from wir.network.models import DuplicateBasis

if TYPE_CHECKING:
    from django.db.models import QuerySet


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
