"""What the operator's commands do, network by network, each as its own job."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from wir.eligibility.actions.clocks import recheck as recheck_network
from wir.eligibility.actions.wordings import release_sentence
from wir.kit.acting import acting
from wir.network.actions import as_network_job
from wir.network.queries import network_ids, networks_of

__all__ = ["UnknownNetwork", "network_ids", "recheck", "release"]


class UnknownNetwork(LookupError):
    """No network has this prefix."""


def recheck(network_id: UUID, today: date) -> list[dict[str, str]]:
    """Recheck one network; return case number, activity, day, and the answers then and now."""
    with acting(as_network_job(network_id)) as actor:
        return [
            {
                "case": kept.person.participant.case_number,
                "activity": kept.activity,
                "on": kept.on.isoformat(),
                "then": kept.may_work,
                "now": kept.now_may_work,
                "law_then": kept.law_version,
            }
            for kept in recheck_network(network_id=network_id, today=today, actor=actor)
        ]


def release(
    code: str, language: str, *, prefix: str, released_by: str, released_on: date, for_demonstration: bool
) -> None:
    """Release a sentence in the network with that prefix. Raises UnknownNetwork or CannotDecide."""
    for network_id in network_ids():
        with acting(as_network_job(network_id)) as actor:
            network = networks_of(actor).filter(pk=network_id, prefix=prefix).first()
            if network is not None:
                release_sentence(
                    network_id=network_id,
                    code=code,
                    language=language,
                    released_by=released_by,
                    released_on=released_on,
                    for_demonstration=for_demonstration,
                    actor=actor,
                )
                return
    raise UnknownNetwork(prefix)
