"""The chain: what is sealed, what waits, and the anchors of a day. For jobs and commands."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from wir.kit.acting import Actor, ActorKind, acting
from wir.privacy.rules import Link

PORTION = 50_000

# Each line is compared with the hash that was sealed before it, so the database can look at all of them at once, and
# its cores can share them: no window, no order.
_STRETCH = """
select count(*),
       bool_and(coalesce(s.hash = sha256(coalesce(p.hash, %s) || convert_to(privacy_line(e), 'UTF8')), false))
  from privacy_auditseal as s
  left join privacy_auditseal as p
    on p.network_id = s.network_id and p.number = s.number - 1 and s.number > %s + 1
  left join privacy_auditentry as e on e.id = s.entry_id
 where s.network_id = %s and s.number > %s and s.number <= %s
"""
_LAST = """
select number, hash from (
    select number, hash from privacy_auditseal where network_id = %s and number > %s order by number limit %s
) as portion order by number desc limit 1
"""
_SEALS = "select number, hash from privacy_auditseal where network_id = %s and number = any(%s)"
_LINKS = """
select s.number, s.entry_id::text, s.hash, case when e.id is not null then privacy_line(e) end
  from privacy_auditseal as s left join privacy_auditentry as e on e.id = s.entry_id
 where s.network_id = %s and s.number > %s and s.number <= %s
 order by s.number
"""
_ANCHOR = """
select number, hash from privacy_auditseal
 where network_id = %s and sealed_at < %s
 order by sealed_at desc, number desc limit 1
"""


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many links, up to a number and its hash; ``whole`` if every line has the hash with which it was sealed."""

    count: int
    number: int
    hash: bytes
    whole: bool


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


def stretch(chain: UUID, *, after: int, before: bytes) -> Stretch | None:
    """Return the next links after that number and hash, looked through by the database; None at the end.

    Only where it is not ``whole`` somebody has to go along it link by link to say what is wrong.
    """
    with _reading(chain), connection.cursor() as cursor:
        cursor.execute(_LAST, [chain, after, PORTION])
        last = cursor.fetchone()
        if last is None:
            return None
        number, last_hash = last
        cursor.execute(_STRETCH, [before, after, chain, after, number])
        count, fits = cursor.fetchone()
    return Stretch(count, number, bytes(last_hash), whole=fits and number == after + count)


def links(chain: UUID, *, after: int, until: int) -> list[Link]:
    """Return the links with a number above ``after`` up to ``until``."""
    with _reading(chain), connection.cursor() as cursor:
        cursor.execute(_LINKS, [chain, after, until])
        rows = cursor.fetchall()
    return [Link(number, entry_id, bytes(sealed), line) for number, entry_id, sealed, line in rows]


def seals_at(chain: UUID, numbers: Sequence[int]) -> dict[int, bytes]:
    """Return the hashes at these numbers of a chain."""
    with _reading(chain), connection.cursor() as cursor:
        cursor.execute(_SEALS, [chain, list(numbers)])
        return {number: bytes(sealed) for number, sealed in cursor.fetchall()}


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


def _reading(chain: UUID) -> AbstractContextManager[Actor]:
    return acting(Actor(kind=ActorKind.JOB, networks=(chain,)))
