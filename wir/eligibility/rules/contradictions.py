"""Facts that cannot both be true: the pair is named, and nothing is answered until one of them is corrected."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.law import under
from wir.eligibility.rules.vocabulary import DublinRequest, Identity, OwnConduct, Status

_TOLERATION = ("AufenthG:60a", "AufenthG:60b", "AufenthG:60c", "AufenthG:60d")
_PENDING = "AufenthG:81"
_PERMIT_PENDING = ("AufenthG:25:1", "AufenthG:25:2")
_WITHOUT_TITLE = frozenset({Status.AUFENTHALTSGESTATTUNG, Status.DULDUNG})
_WITH_TITLE = frozenset({Status.AUFENTHALTSERLAUBNIS, Status.NIEDERLASSUNGSERLAUBNIS})


_BEGAN_BY: dict[Status, tuple[str, ...]] = {
    Status.DULDUNG: ("duldung_since",),
    Status.AUFENTHALTSERLAUBNIS: ("title_issued_on",),
    Status.FIKTIONSBESCHEINIGUNG: ("title_applied_on",),
}
"""What cannot lie ahead for whoever holds such a paper on the day."""


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
    ("entered_on", "asylum_requested_on"),
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
    paper = () if facts.status is None else _BEGAN_BY.get(facts.status, ())
    for name in ("birth_date", "entered_on", *paper):
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
    pending = any(under(basis, one) for one in _PERMIT_PENDING)
    if facts.status is Status.AUFENTHALTSGESTATTUNG and basis.startswith("AufenthG:") and not pending:
        yield Contradiction("status", "legal_basis")


def _at_once(facts: Facts, on: date) -> Iterator[Contradiction]:
    """A title in force beside a Duldung or Gestattung; the validity of those papers themselves has no day of issue."""
    issued, until = facts.title_issued_on, facts.title_valid_until
    if facts.status in _WITHOUT_TITLE and issued is not None and until is not None and issued <= on <= until:
        yield Contradiction("status", "title_valid_until")


def _claim(facts: Facts, on: date) -> Iterator[Contradiction]:
    if facts.asylum_applied is False and facts.asylum_applied_on is not None:
        yield Contradiction("asylum_applied", "asylum_applied_on")
    if facts.asylum_applied is False and facts.asylum_outcome is not None:
        yield Contradiction("asylum_applied", "asylum_outcome")
    if facts.asylum_applied is False and facts.status is Status.AUFENTHALTSGESTATTUNG:
        yield Contradiction("status", "asylum_applied")


def _beside(facts: Facts, on: date) -> Iterator[Contradiction]:
    """What a fact itself excludes in the one that goes with it."""
    until = facts.reception_centre_duty_until
    if until is not None and facts.reception_centre_duty is (until < on):
        yield Contradiction("reception_centre_duty", "reception_centre_duty_until")
    clarified = facts.identity_clarified_on
    if facts.identity_status is Identity.NOT_CLARIFIED and clarified is not None and clarified <= on:
        yield Contradiction("identity_status", "identity_clarified_on")
    if facts.own_conduct_obstacle is OwnConduct.NONE and facts.own_conduct_causal:
        yield Contradiction("own_conduct_obstacle", "own_conduct_causal")
    if facts.dublin_request is DublinRequest.NONE and facts.dublin_request_on is not None:
        yield Contradiction("dublin_request", "dublin_request_on")


_LOOKS: tuple[Callable[[Facts, date], Iterator[Contradiction]], ...] = (
    *(_days, _future, _papers, _at_once),
    *(_claim, _beside),
)
