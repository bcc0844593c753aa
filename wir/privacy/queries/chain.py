"""The chain: what is sealed, what waits, and the anchors of a day. For jobs and commands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from wir.kit.acting import Actor, ActorKind, acting
from wir.privacy.rules import Link

PORTION = 20_000

_LINKS = """
select s.number, s.entry_id::text, s.hash, case when e.id is not null then privacy_line(e) end
  from privacy_auditseal as s left join privacy_auditentry as e on e.id = s.entry_id
 where s.network_id = %s and s.number > %s
 order by s.number limit %s
"""
_ANCHOR = """
select number, hash from privacy_auditseal
 where network_id = %s and sealed_at < %s
 order by sealed_at desc, number desc limit 1
"""


@dataclass(frozen=True, slots=True)
class Tail:
    """Lines not sealed yet, with the moment of the oldest; and lines that came in behind what was sealed."""

    waiting: int
    oldest: datetime | None
    slipped_in: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last place of a chain before a moment; printed and kept elsewhere, it proves that nothing was rewritten."""

    chain: UUID
    number: int
    hash: bytes


def chains() -> list[UUID]:
    """Return the ids of all chains: networks with lines, and the one of lines without a network."""
    with acting(Actor(kind=ActorKind.JOB)), connection.cursor() as cursor:
        cursor.execute("select chain from privacy_chains()")
        return [chain for (chain,) in cursor.fetchall()]


def links(chain: UUID) -> Iterator[list[Link]]:
    """Go through a chain in portions, each read in a transaction of its own."""
    after = 0
    while portion := _portion(chain, after):
        yield portion
        after = portion[-1].number


def tail(chain: UUID) -> Tail:
    """Return what of a chain is not sealed."""
    with _reading(chain), connection.cursor() as cursor:
        cursor.execute("select waiting, oldest, slipped_in from privacy_tail(%s)", [chain])
        waiting, oldest, slipped_in = cursor.fetchone()
    return Tail(waiting, oldest, tuple(slipped_in))


def anchors(before: datetime) -> list[Anchor]:
    """Return the last place of every chain that was sealed before the moment."""
    found = []
    for chain in chains():
        with _reading(chain), connection.cursor() as cursor:
            cursor.execute(_ANCHOR, [chain, before])
            row = cursor.fetchone()
        if row:
            found.append(Anchor(chain, row[0], bytes(row[1])))
    return found


def _portion(chain: UUID, after: int) -> list[Link]:
    with _reading(chain), connection.cursor() as cursor:
        cursor.execute(_LINKS, [chain, after, PORTION])
        rows = cursor.fetchall()
    return [Link(number, entry_id, bytes(sealed), line) for number, entry_id, sealed, line in rows]


def _reading(chain: UUID) -> AbstractContextManager[Actor]:
    return acting(Actor(kind=ActorKind.JOB, networks=(chain,)))
