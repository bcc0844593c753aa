"""Lines for tests of the trail, and the owner's hand that tampers with them."""

from __future__ import annotations

from uuid import UUID

import psycopg

from wir.kit.acting import Actor, ActorKind, acting
from wir.privacy import actions

SEALER = Actor(kind=ActorKind.JOB)


def write_lines(network_id: UUID, count: int, *, verb: str = "tasks.task_added") -> None:
    """Write so many lines of a network, as the machine, and commit them."""
    machine = Actor(kind=ActorKind.JOB, networks=(network_id,))
    with acting(machine):
        for number in range(count):
            actions.record(actor=machine, verb=verb, network_id=network_id, number=number)


def seal_all(network_id: UUID, *, most: int = 100) -> int:
    """Seal what was committed, and return how many lines."""
    with acting(SEALER):
        return actions.seal(chain=network_id, most=most, actor=SEALER)


def tamper(owner_url: str, command: str, values: list[object]) -> None:
    """Do what only the owner of the database can do."""
    with psycopg.connect(owner_url) as owner:
        owner.execute(command.encode(), values)


def entry_ids(owner_url: str, network_id: UUID) -> list[UUID]:
    """Return the ids of sealed lines in the order of the chain."""
    with psycopg.connect(owner_url) as owner:
        rows = owner.execute(
            "select entry_id from privacy_auditseal where network_id = %s order by number", [network_id]
        ).fetchall()
    return [entry_id for (entry_id,) in rows]
