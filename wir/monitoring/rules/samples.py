"""Samples for EECR05 and EECR06: how many answers are needed, and whom to ask."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from math import ceil

from wir.monitoring.rules.participations import Participation
from wir.monitoring.rules.vocabulary import Indicator

# Commission FAQ on sampling: margin of 3 percentage points at 95 % confidence, share unknown (p = 1/2).
Z = Fraction(196, 100)
MARGIN = Fraction(3, 100)
SHARE = Fraction(1, 2)
UNCORRECTED = Z * Z * SHARE * (1 - SHARE) / (MARGIN * MARGIN)

STATUS = (Indicator.EECO02, Indicator.EECO04, Indicator.EECO05)
AGE = (Indicator.EECO06, Indicator.EECO07, Indicator.EECO08)
EDUCATION = (Indicator.EECO09, Indicator.EECO10, Indicator.EECO11)

Key = tuple[str, ...]


def sample_size(population: int | None = None) -> int:
    """Return the answers needed (not the people to ask) from that many persons, or from infinitely many."""
    if population is None:
        return ceil(UNCORRECTED)
    if population < 1:
        raise ValueError("a sample is drawn from at least one person")
    return ceil(UNCORRECTED / (1 + (UNCORRECTED - 1) / population))


def stratum(participation: Participation) -> Key:
    """Return employment status, age group and education at entry, which a sample must reflect."""
    groups = (STATUS, AGE, EDUCATION)
    return tuple(
        next((str(code) for code in group if code in participation.indicators), "-") for group in groups
    )


@dataclass(frozen=True, slots=True)
class Stratum:
    """How many of one group there are and how many of them were drawn."""

    key: Key
    population: int
    drawn: int


@dataclass(frozen=True, slots=True)
class Draw:
    """Who was drawn, and the documentation of the design that the Commission asks for."""

    seed: str
    drawn: tuple[str, ...]
    strata: tuple[Stratum, ...]


def draw(population: Mapping[str, Key], size: int, *, seed: str) -> Draw:
    """Draw ``size`` ids, each stratum in proportion to its share.

    The same population and seed give the same draw in any order of the ids; another seed gives another.
    Draws everybody where the population is not larger than ``size``.
    """
    groups: defaultdict[Key, list[str]] = defaultdict(list)
    for identifier, key in population.items():
        groups[key].append(identifier)
    shares = _shares({key: len(ids) for key, ids in groups.items()}, min(max(size, 0), len(population)))
    drawn = [one for key in groups for one in _shuffled(groups[key], seed)[: shares[key]]]
    return Draw(
        seed,
        tuple(sorted(drawn)),
        tuple(Stratum(key, len(groups[key]), shares[key]) for key in sorted(groups)),
    )


def _shares(sizes: Mapping[Key, int], wanted: int) -> dict[Key, int]:
    """Share out by largest remainder, so that the parts add up to what is wanted."""
    everyone = sum(sizes.values())
    exact = {key: Fraction(size * wanted, everyone) for key, size in sizes.items()}
    shares = {key: int(quota) for key, quota in exact.items()}
    by_remainder: Sequence[Key] = sorted(exact, key=lambda key: (shares[key] - exact[key], key))
    for key in by_remainder[: wanted - sum(shares.values())]:
        shares[key] += 1
    return shares


def _shuffled(identifiers: Iterable[str], seed: str) -> list[str]:
    """Order by a hash: random to the eye, but anyone with the seed can repeat it."""
    return sorted(identifiers, key=lambda one: (sha256(f"{seed}\n{one}".encode()).digest(), one))
