"""Which column of a list means what: any order, any usual spelling, never a silent guess."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from wir.people.rules.column_names import HEADINGS, IGNORED, Column
from wir.people.rules.spelling import plain

__all__ = ["IGNORED", "Column", "ColumnFinding", "Match", "match_heading", "recognise_columns"]

ENOUGH = 88.0  # per cent of equal letters; gültig ab and gültig bis reach 86, and mean the opposite
CLEAR_LEAD = 5.0  # the second best meaning must be that much worse
SHORTEST_FUZZY = 5  # letters; short headings differ by one letter and mean another thing (PLZ, Plan)
LONGEST_HEADING = 100  # letters
_REMARK = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*")


class Match(StrEnum):
    """How sure the meaning of a column is."""

    EXACT = "exact"
    SIMILAR = "similar"
    UNCLEAR = "unclear"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ColumnFinding:
    """One column: its place from 0, its heading as written, its meaning if one was found.

    ``candidates`` holds the meanings between which an unclear heading could not be decided.
    """

    index: int
    header: str
    column: Column | None
    match: Match
    candidates: tuple[Column, ...] = ()


def match_heading(heading: str) -> tuple[Column | None, Match, tuple[Column, ...]]:
    """Return the meaning of one heading, how sure it is, and between which meanings it wavers."""
    heading = heading[:LONGEST_HEADING]
    for spelling in (plain(heading), plain(_REMARK.sub(" ", heading))):
        if spelling in HEADINGS:
            return HEADINGS[spelling], Match.EXACT, ()
    spelling = plain(_REMARK.sub(" ", heading))
    if len(spelling) < SHORTEST_FUZZY:
        return None, Match.UNKNOWN, ()
    return _most_similar(spelling)


def _most_similar(spelling: str) -> tuple[Column | None, Match, tuple[Column, ...]]:
    best: dict[Column, float] = {}
    found = process.extract(spelling, HEADINGS.keys(), scorer=fuzz.ratio, score_cutoff=ENOUGH, limit=10)
    for heading, score, _ in found:
        if len(heading) >= SHORTEST_FUZZY:
            column = HEADINGS[heading]
            best[column] = max(best.get(column, 0.0), score)
    if not best:
        return None, Match.UNKNOWN, ()
    top = max(best.values())
    rivals = tuple(sorted(column for column, score in best.items() if top - score < CLEAR_LEAD))
    if len(rivals) > 1:
        return None, Match.UNCLEAR, rivals
    return rivals[0], Match.SIMILAR, ()


def recognise_columns(header: Sequence[str]) -> tuple[ColumnFinding, ...]:
    """Return the meaning of each column, in the order of the list.

    'Name' alone is the whole name; beside 'Vorname' it is the family name.
    """
    findings = [
        ColumnFinding(index, heading, *match_heading(heading)) for index, heading in enumerate(header)
    ]
    columns = {finding.column for finding in findings}
    if Column.GIVEN_NAMES not in columns or Column.FAMILY_NAME in columns:
        return tuple(findings)
    return tuple(_as_family_name(finding) for finding in findings)


def _as_family_name(finding: ColumnFinding) -> ColumnFinding:
    if finding.column is not Column.FULL_NAME:
        return finding
    return ColumnFinding(finding.index, finding.header, Column.FAMILY_NAME, finding.match)
