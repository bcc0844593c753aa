"""Which papers a way needs, and which of them are there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wir.files.rules import FileKind


class Have(StrEnum):
    """Whether a paper is there."""

    THERE = "there"
    ENDED = "ended"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class NeededPaper:
    """A paper of a checklist."""

    kind: FileKind
    have: Have


def check_papers(
    needed: Iterable[FileKind], papers: Iterable[tuple[FileKind, date | None]], today: date
) -> list[NeededPaper]:
    """Return each paper needed, in the order of the list; a paper is valid on its last day."""
    there: dict[FileKind, list[bool]] = {}
    for kind, until in papers:
        there.setdefault(kind, []).append(until is None or today <= until)
    return [NeededPaper(kind, _have(there.get(kind, []))) for kind in needed]


def _have(valid: list[bool]) -> Have:
    if not valid:
        return Have.MISSING
    return Have.THERE if any(valid) else Have.ENDED
