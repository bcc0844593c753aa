"""Sums over participations, the identities they must keep, and falls between two reports."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from wir.monitoring.rules.participations import Participation
from wir.monitoring.rules.traces import Trace
from wir.monitoring.rules.vocabulary import Gender, Indicator


@dataclass(frozen=True, slots=True)
class Count:
    """Persons per gender; the total is their sum and never counted another way."""

    female: int = 0
    male: int = 0
    non_binary: int = 0

    @property
    def total(self) -> int:
        """All three together."""
        return self.female + self.male + self.non_binary

    def __add__(self, other: "Count") -> "Count":
        return Count(self.female + other.female, self.male + other.male, self.non_binary + other.non_binary)

    def as_json(self) -> dict[str, int]:
        """Return the four figures by name."""
        return {
            "female": self.female,
            "male": self.male,
            "non_binary": self.non_binary,
            "total": self.total,
        }


NOBODY = Count()
ONE = {gender: Count(**{gender.value: 1}) for gender in Gender}


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts per indicator; one that counts nobody is left out of ``counts`` and reads as nobody."""

    counts: Mapping[str, Count]

    def __getitem__(self, indicator: str) -> Count:
        return self.counts.get(indicator, NOBODY)

    def as_json(self) -> dict[str, dict[str, int]]:
        """Return the counts as the interchange format writes them, by indicator."""
        return {indicator: self.counts[indicator].as_json() for indicator in sorted(self.counts)}


def total(participations: Iterable[Participation]) -> Totals:
    """Return the number of persons per indicator and gender; only what is reported counts."""
    counts: defaultdict[str, Count] = defaultdict(Count)
    for participation in participations:
        # Without a gender nothing is complete, so nothing is reported either.
        if participation.gender is None:
            continue
        for indicator in participation.indicators:
            counts[indicator] += ONE[participation.gender]
    return Totals(dict(counts))


def total_by(
    participations: Iterable[Participation], cells: Callable[[Participation], Iterable[str]]
) -> dict[str, Totals]:
    """Return one sum per cell; a participation counts in each cell named for it."""
    groups: defaultdict[str, list[Participation]] = defaultdict(list)
    for participation in participations:
        for cell in cells(participation):
            groups[cell].append(participation)
    return {cell: total(groups[cell]) for cell in sorted(groups)}


def total_by_region(participations: Iterable[Participation]) -> dict[str, Totals]:
    """Return the sums per category of region; they add up to the total."""
    return total_by(participations, lambda one: () if one.region is None else (one.region.value,))


def total_by_subproject(participations: Iterable[Participation]) -> dict[str, Totals]:
    """Return the sums per sub-project, for use inside; a person served by two counts in both."""
    return total_by(participations, lambda one: one.subprojects)


@dataclass(frozen=True, slots=True)
class Identity:
    """A relation between sums that holds for every gender and region (esf.md 5.5)."""

    code: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    equal: bool = False

    def holds(self, left: int, right: int) -> bool:
        """Whether the two sides are as they must be: equal, or the left at most the right."""
        return left == right if self.equal else left <= right


IDENTITIES = (
    Identity("A-STATUS", ("EECO01",), ("EECO02", "EECO04", "EECO05"), equal=True),
    Identity("A-LONGTERM", ("EECO03",), ("EECO02",)),
    Identity("A-AGE", ("EECO06", "EECO07", "EECO08"), ("EECO01",)),
    Identity("A-EDUCATION", ("EECO09", "EECO10", "EECO11"), ("EECO01",), equal=True),
    *(Identity(f"A-SHARE:EECO{number}", (f"EECO{number}",), ("EECO01",)) for number in range(12, 18)),
    Identity("A-SHARE:EECR02", ("EECR02",), ("EECO01",)),
    Identity("A-SHARE:EECR03", ("EECR03",), ("EECO01",)),
    Identity("A-BASE:EECR01", ("EECR01",), ("EECO04",)),
    Identity("A-BASE:EECR04", ("EECR04",), ("EECO02", "EECO04")),
    Identity("A-EXCLUSIVE", ("EECR01", "EECR04"), ("EECO02", "EECO04")),
    Identity("A-BASE:EECR05", ("EECR05",), ("EECO02", "EECO04")),
    Identity("A-BASE:EECR06", ("EECR06",), ("EECO05",)),
)


def broken_identities(totals: Totals) -> tuple[Trace, ...]:
    """Return each identity broken for a gender or the total; none is by sums of derived figures."""
    broken = []
    for identity in IDENTITIES:
        left = sum((totals[indicator] for indicator in identity.left), NOBODY).as_json()
        right = sum((totals[indicator] for indicator in identity.right), NOBODY).as_json()
        broken += [
            Trace.of(identity.code, cell=cell, left=left[cell], right=right[cell])
            for cell in left
            if not identity.holds(left[cell], right[cell])
        ]
    return tuple(broken)


def falls(before: Totals, after: Totals) -> tuple[Trace, ...]:
    """Return each figure of a cumulative report below the one before; corrections must explain it."""
    return tuple(
        Trace.of("A-FALL", indicator=indicator.value, cell=cell, before=earlier, after=later)
        for indicator in Indicator
        for cell, earlier in before[indicator].as_json().items()
        if (later := after[indicator].as_json()[cell]) < earlier
    )
