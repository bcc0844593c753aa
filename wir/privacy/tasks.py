"""Background work of this app: lines of the trail are sealed, at most a minute after they were written."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from wir.kit.acting import Actor, ActorKind, acting
from wir.privacy import actions, queries

PORTION = 10_000


@app.periodic(cron="* * * * *")
@app.task(name="privacy.seal_all", lock="privacy.seal_all", queueing_lock="privacy.seal_all")
def seal_all(timestamp: int) -> None:
    """Seal what has been committed, network by network, each portion in a transaction of its own."""
    for chain in queries.chains():
        seal(chain)


def seal(chain: UUID) -> None:
    """Seal what has been committed to one chain."""
    while _seal_portion(chain) == PORTION:
        pass


def _seal_portion(chain: UUID) -> int:
    with acting(Actor(kind=ActorKind.JOB)) as actor:
        return actions.seal(chain=chain, most=PORTION, actor=actor)
