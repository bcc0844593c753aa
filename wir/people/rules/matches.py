"""Why somebody found may be the person asked for; a human decides, so each reason is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wir.people.rules.asked import AskedFor
from wir.people.rules.names import likeness, search_key
from wir.people.rules.sounds import share_of_words, words_of

LIKELY_SAME = 0.82
"""Names at least this alike are shown as perhaps the same person; with the same birth date less suffices."""
LIKELY_SAME_BIRTH = 0.6


class Reason(StrEnum):
    """Why somebody is shown."""

    CASE_NUMBER = "case_number"
    SAME_BIRTH_DATE = "same_birth_date"
    DAY_AND_MONTH_SWAPPED = "day_and_month_swapped"
    SAME_PHONE = "same_phone"
    SAME_NAME = "same_name"
    OTHER_SPELLING = "other_spelling"
    SIMILAR_NAME = "similar_name"


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared of somebody in the files."""

    names: tuple[str, ...]
    birth_date: date | None = None
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Why somebody is shown, the strongest reason first, and how alike the names are (0–1)."""

    reasons: tuple[Reason, ...]
    likeness: float

    @property
    def weight(self) -> tuple[int, float]:
        """Order of matches: facts before names."""
        facts = {Reason.CASE_NUMBER, Reason.SAME_BIRTH_DATE, Reason.SAME_PHONE}
        return len(facts.intersection(self.reasons)), self.likeness


def match(asked: AskedFor, known: Known, *, part: float = 0.0) -> Match:
    """Compare; ``part`` is how well the words asked for fit a part of the names, as the database measured it."""
    share = share_of_words(asked.words, words_of(*known.names))
    key = search_key("", asked.names)
    whole = max((likeness(key, search_key("", name)) for name in known.names), default=0)
    alike = max(share if share == 1 else share * 0.8, whole, part)
    checks = (
        (Reason.SAME_BIRTH_DATE, asked.day is not None and asked.day == known.birth_date),
        (Reason.DAY_AND_MONTH_SWAPPED, _swapped(asked.day, known.birth_date)),
        (Reason.SAME_PHONE, bool(set(asked.numbers) & set(known.numbers))),
        (Reason.SAME_NAME, whole == 1.0),
        (Reason.OTHER_SPELLING, share == 1 and whole < 1.0),
        (Reason.SIMILAR_NAME, share < 1 and whole < 1.0 and alike >= LIKELY_SAME_BIRTH),
    )
    return Match(tuple(reason for reason, holds in checks if holds), round(alike, 3))


def is_likely_same(found: Match) -> bool:
    """Whether somebody is to be asked before a new file is opened."""
    reasons = set(found.reasons)
    born_alike = reasons & {Reason.SAME_BIRTH_DATE, Reason.DAY_AND_MONTH_SWAPPED}
    return Reason.SAME_PHONE in reasons or found.likeness >= (
        LIKELY_SAME_BIRTH if born_alike else LIKELY_SAME
    )


def _swapped(asked: date | None, known: date | None) -> bool:
    if asked is None or known is None or asked == known:
        return False
    return (asked.year, asked.day, asked.month) == (known.year, known.month, known.day)
