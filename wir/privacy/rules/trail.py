"""When the trail holds: lines that tell of acts and of reading, sealed into a chain of hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """What a line of the trail tells: that something was done, or that somebody looked."""

    ACT = "act"
    READ = "read"


NO_NETWORK = UUID(int=0)
"""The chain of lines that belong to no network."""

REASON_LENGTH = 20
"""Fewest characters of a reason that somebody else has to be able to judge."""


class InquiryProblem(StrEnum):
    """Why the trail of one member of staff cannot be evaluated."""

    REASON_TOO_SHORT = "reason_too_short"
    NOT_ALLOWED = "not_allowed"
    NOBODY_THERE = "nobody_there"


def obstacles_to_inquiry(*, audits: bool, found: bool, reason: str) -> list[InquiryProblem]:
    """Return every reason against looking at what one member of staff did; only officers may, and only for cause."""
    checks = (
        (InquiryProblem.NOT_ALLOWED, not audits),
        (InquiryProblem.NOBODY_THERE, not found),
        (InquiryProblem.REASON_TOO_SHORT, len(" ".join(reason.split())) < REASON_LENGTH),
    )
    return [problem for problem, holds in checks if holds]


class ChainFault(StrEnum):
    """What is wrong with a place in the chain."""

    MISSING = "missing"
    CHANGED = "changed"
    MOVED = "moved"
    GAP = "gap"
    SLIPPED_IN = "slipped_in"
    NOT_AS_ANCHORED = "not_as_anchored"


@dataclass(frozen=True, slots=True)
class Link:
    """One sealed line: number, id, the hash it was sealed with, and the line as it reads now, if it is still there."""

    number: int
    entry_id: str
    hash: bytes
    line: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a number of the chain."""

    fault: ChainFault
    number: int
    entry_id: str = ""


def hash_of(before: bytes, line: str) -> bytes:
    """Return the hash that seals a line after the one before it (SHA-256, FIPS 180-4)."""
    return hashlib.sha256(before + line.encode()).digest()


def first_hash(chain: UUID) -> bytes:
    """Return what the first line of a chain is sealed after, so that no chain can pass for another."""
    return hashlib.sha256(str(chain).encode()).digest()


class ChainCheck:
    """Goes along a chain in the order of its numbers, link by link, in portions of any size.

    After a fault it goes on with the hash that was sealed, so that one fault is told once.
    """

    def __init__(self, chain: UUID) -> None:
        self.count = 0
        self.number = 0
        self.hash = first_hash(chain)
        self._broken: list[tuple[bytes, Link]] = []
        self._findings: list[Finding] = []

    def pass_over(self, count: int, *, number: int, sealed: bytes) -> None:
        """Go past so many links in which nothing is wrong, up to that number and its hash."""
        self.count += count
        self.number, self.hash = number, sealed

    def follow(self, links: Iterable[Link]) -> None:
        """Check the next links."""
        for link in links:
            self._findings += (
                Finding(ChainFault.GAP, missing) for missing in range(self.number + 1, link.number)
            )
            if link.line is None:
                self._findings.append(Finding(ChainFault.MISSING, link.number, link.entry_id))
            elif hash_of(self.hash, link.line) != link.hash:
                self._broken.append((self.hash, link))
            self.count += 1
            self.number, self.hash = link.number, link.hash

    def findings(self) -> list[Finding]:
        """Return what is wrong, in the order of the chain."""
        return sorted([*self._findings, *self._named()], key=lambda one: one.number)

    def _named(self) -> Iterator[Finding]:
        """A line that would fit another broken place was moved; every other one was changed."""
        near = self._broken[:200]
        for before, link in self._broken:
            fits = any(
                hash_of(before, other.line or "") == link.hash
                or link.hash in {hash_of(other.hash, link.line or ""), hash_of(elsewhere, link.line or "")}
                for elsewhere, other in near
                if other is not link
            )
            yield Finding(ChainFault.MOVED if fits else ChainFault.CHANGED, link.number, link.entry_id)
