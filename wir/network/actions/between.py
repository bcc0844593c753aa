"""A network decides to take part in the check between networks, or ends it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from wir.kit.acting import Actor
from wir.network.models import DuplicateBasis, Network
from wir.network.rules import BasisProblem, obstacles_to_basis
from wir.privacy import actions as privacy
from wir.privacy.rules import Purpose


class CannotRecordBasis(Exception):
    """The decision cannot be recorded or ended like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[BasisProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


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
    privacy.record(
        actor=actor, verb="network.duplicate_check_opened", network_id=network.pk, purpose=Purpose.SECURITY
    )
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
    privacy.record(
        actor=actor,
        verb="network.duplicate_check_closed",
        network_id=basis.network_id,
        purpose=Purpose.SECURITY,
    )
    return basis
