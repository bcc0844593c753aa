"""Background work of this app."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from wir.files import actions
from wir.kit.acting import Actor, ActorKind, acting

MOST = 100
"""Values of each column in one step: a transaction of well under a second."""


@app.task(name="files.reseal")
def reseal(network_id: str) -> int:
    """Seal what an earlier key sealed with the newest one, step by step; return how many values it were."""
    total = 0
    while done := _step(UUID(network_id)):
        total += done
    return total


def _step(network_id: UUID) -> int:
    with acting(Actor(kind=ActorKind.JOB, networks=(network_id,))) as actor:
        return actions.reseal_some(network_id=network_id, most=MOST, actor=actor)
