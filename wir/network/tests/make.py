"""Builders for the network's tests."""

from __future__ import annotations

from tests.cast import SINCE, TODAY
from wir.kit.acting import Actor, ActorKind, acting
from wir.network import actions
from wir.network.models import DuplicateBasis, Network


def decide(home: Network) -> DuplicateBasis:
    """Let a network decide to take part in the check between networks."""
    actor = Actor(kind=ActorKind.JOB, networks=(home.pk,), overseen=(home.pk,))
    with acting(actor):
        return actions.record_duplicate_basis(
            network=home,
            decided_by="Steuerungsgruppe",
            legal_basis="Art. 6 Abs. 1 lit. a DSGVO",
            from_on=SINCE,
            today=TODAY,
            actor=actor,
        )
