"""The programme's own placement rate in the manner of its predecessor IvAF, beside the EU indicators.

Each person counts for one main outcome at most. Never to be mixed with EECR02 and EECR04, which overlap and
have base populations of their own (esf.md 5.6).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class Outcome(StrEnum):
    """Main outcome, in order of precedence; the order is an assumption of ours (esf.md 5.6)."""

    TRAINING = "training"
    WORK = "work"
    SCHOOL = "school"


class Denominator(StrEnum):
    """Whom the rate is about; the published rate does not say, so both are offered."""

    ENTRANTS = "entrants"
    LEAVERS = "leavers"


@dataclass(frozen=True, slots=True)
class Placement:
    """A placement and its first day; work means employment subject to social insurance."""

    outcome: Outcome
    started_on: date


@dataclass(frozen=True, slots=True)
class Placed:
    """A participant with entry, exit and all placements, whether there were any or not."""

    person: str
    entered_on: date
    left_on: date | None = None
    placements: tuple[Placement, ...] = ()

    def main_outcome(self, *, as_of: date) -> Outcome | None:
        """Return the one outcome the person counts for: training before work before school."""
        reached = {
            placement.outcome
            for placement in self.placements
            if self.entered_on <= placement.started_on <= as_of
        }
        return next((outcome for outcome in Outcome if outcome in reached), None)

    def belongs_to(self, denominator: Denominator, *, as_of: date) -> bool:
        """Whether the person is counted in the denominator on that day."""
        if denominator is Denominator.ENTRANTS:
            return self.entered_on <= as_of
        return self.left_on is not None and self.entered_on <= self.left_on <= as_of


@dataclass(frozen=True, slots=True)
class Rate:
    """A placement rate that names what it divides; ``definition`` says who is in the denominator."""

    definition: Denominator
    as_of: date
    outcomes: tuple[tuple[Outcome, int], ...]
    denominator: int

    @property
    def numerator(self) -> int:
        """Persons with a main outcome."""
        return sum(count for _, count in self.outcomes)

    @property
    def share(self) -> Fraction | None:
        """Numerator by denominator; nothing where there is nobody to divide by."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    def share_of(self, outcome: Outcome) -> Fraction | None:
        """Return the part of one outcome; the parts add up to ``share``."""
        return Fraction(dict(self.outcomes)[outcome], self.denominator) if self.denominator else None


def programme_rate(people: Iterable[Placed], *, denominator: Denominator, as_of: date) -> Rate:
    """Return the placement rate on that day; each person must be given once."""
    counted = [person for person in people if person.belongs_to(denominator, as_of=as_of)]
    if len({person.person for person in counted}) != len(counted):
        raise ValueError("each person counts once")
    reached = Counter(person.main_outcome(as_of=as_of) for person in counted)
    return Rate(denominator, as_of, tuple((outcome, reached[outcome]) for outcome in Outcome), len(counted))
