"""Facts that cannot both be true: the pair is named, and nothing is answered until one of them is corrected."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.law import under
from wir.eligibility.rules.vocabulary import Status

_TOLERATION = ("AufenthG:60a", "AufenthG:60b", "AufenthG:60c", "AufenthG:60d")
_PENDING = "AufenthG:81"
_WITH_TITLE = frozenset({Status.AUFENTHALTSERLAUBNIS, Status.NIEDERLASSUNGSERLAUBNIS})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts by their names in the exchange format, which exclude each other."""

    one: str
    other: str


_IN_ORDER = (
    ("birth_date", "entered_on"),
    ("birth_date", "continuous_stay_since"),
    ("entered_on", "continuous_stay_since"),
    ("entered_on", "title_issued_on"),
    ("entered_on", "asylum_applied_on"),
    ("entered_on", "asylum_registered_on"),
    ("entered_on", "duldung_since"),
    ("title_issued_on", "title_valid_until"),
    ("asylum_requested_on", "asylum_applied_on"),
)
"""The first cannot lie after the second."""


def contradictions(facts: Facts, on: date) -> tuple[Contradiction, ...]:
    """Return every pair of facts that exclude each other, seen from the day assessed."""
    return tuple(found for look in _LOOKS for found in look(facts, on))


def _days(facts: Facts, on: date) -> Iterator[Contradiction]:
    for earlier, later in _IN_ORDER:
        first: date | None = getattr(facts, earlier)
        second: date | None = getattr(facts, later)
        if first is not None and second is not None and first > second:
            yield Contradiction(earlier, later)
    decided = None if facts.asylum_outcome is None else facts.asylum_outcome.decided_on
    if decided is not None and facts.asylum_applied_on is not None and decided < facts.asylum_applied_on:
        yield Contradiction("asylum_applied_on", "asylum_outcome")


def _future(facts: Facts, on: date) -> Iterator[Contradiction]:
    for name in ("birth_date", "entered_on"):
        day: date | None = getattr(facts, name)
        if day is not None and day > on:
            yield Contradiction(name, "assessed_on")


def _papers(facts: Facts, on: date) -> Iterator[Contradiction]:
    basis = facts.legal_basis
    if basis is None or facts.status is None:
        return
    tolerated = any(under(basis, one) for one in _TOLERATION)
    if facts.status is Status.DULDUNG and not tolerated and basis.startswith("AufenthG:"):
        yield Contradiction("status", "legal_basis")
    if facts.status in _WITH_TITLE and (tolerated or under(basis, _PENDING) or under(basis, "AsylG:55")):
        yield Contradiction("status", "legal_basis")
    if facts.status is Status.AUFENTHALTSGESTATTUNG and basis.startswith("AufenthG:"):
        yield Contradiction("status", "legal_basis")


def _claim(facts: Facts, on: date) -> Iterator[Contradiction]:
    if facts.asylum_applied is False and facts.asylum_applied_on is not None:
        yield Contradiction("asylum_applied", "asylum_applied_on")
    if facts.asylum_applied is False and facts.asylum_outcome is not None:
        yield Contradiction("asylum_applied", "asylum_outcome")


_LOOKS: tuple[Callable[[Facts, date], Iterator[Contradiction]], ...] = (_days, _future, _papers, _claim)
