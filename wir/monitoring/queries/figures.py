"""The report: figures by plain group-bys over what is stored, or derived anew for another day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Count as CountRows
from django.db.models import Q, QuerySet

from wir.kit.acting import Actor
from wir.kit.compiled import compiled
from wir.monitoring.models import Participation, ParticipationQuerySet
from wir.monitoring.queries.facts import SUPPORTED, Derived, derived
from wir.monitoring.queries.places import Asked, participations
from wir.monitoring.rules.profiles import EC, Profile
from wir.monitoring.rules.programme_rate import Denominator, Outcome, Rate
from wir.monitoring.rules.totals import NOBODY, ONE, Count, Totals, broken_identities, total
from wir.monitoring.rules.traces import Trace
from wir.monitoring.rules.vocabulary import Gender

MOST_DERIVED = 10_000
"""Participations that are derived anew while somebody waits; beyond it the figures of today must do."""


class TooMany(Exception):
    """More participations than can be derived while somebody waits; ``number`` says how many."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


@dataclass(frozen=True, slots=True)
class Report:
    """Figures as of a day, made with one profile; ``anew`` where they were derived for this very answer."""

    as_of: date
    profile: Profile
    totals: Totals
    states: Mapping[str, int]
    exit_states: Mapping[str, int]
    codes: Mapping[str, int]
    rates: tuple[Rate, ...]
    anew: bool = False

    @property
    def broken(self) -> tuple[Trace, ...]:
        """Relations between the figures that do not hold; none by correct sums."""
        return broken_identities(self.totals)

    @property
    def people(self) -> int:
        """Participations of every state."""
        return sum(self.states.values())


@dataclass(frozen=True, slots=True)
class _Group:
    """So many participations alike in everything the report counts beside indicators."""

    state: str
    exit_state: str
    outcome: str
    left: bool
    number: int


@dataclass(frozen=True, slots=True)
class _Stored:
    """So many stored participations alike in everything the report counts; ``late``: overtaken by time."""

    group: _Group
    gender: str
    indicators: tuple[str, ...]
    codes: tuple[str, ...]
    late: int


def report(
    actor: Actor,
    *,
    network_id: UUID | None,
    project_id: UUID | None,
    as_of: date,
    today: date,
    profile: Profile = EC,
) -> Report:
    """Return the figures of what the actor reaches.

    Stored answers serve when they hold on that day; for any other day, and where the nightly job is late, the
    rules are asked anew. Raises TooMany where that would take too long.
    """
    asked = Asked(as_of, today, network_id, project_id)
    if as_of == today:
        stored = [_read(*row) for row in _alike(actor, asked)]
        if not any(one.late for one in stored):
            groups = [one.group for one in stored]
            return _report(as_of, profile, _totals(stored), groups, _codes(stored), anew=False)
    found = derived_of(participations(actor, asked), as_of=as_of, project_id=project_id, profile=profile)
    return _report(
        as_of,
        profile,
        total(one.participation for one in found),
        [_group(one) for one in found],
        Counter(code for one in found for code in one.participation.codes),
        anew=True,
    )


def derived_of(
    rows: ParticipationQuerySet, *, as_of: date, project_id: UUID | None, profile: Profile = EC
) -> list[Derived]:
    """Ask the rules anew about the participations in ``rows``, in order of case numbers.

    Who had not entered by that day, or not the sub-project asked for, is left out. Raises TooMany where
    it would take too long.
    """
    entered = rows.filter(entered_on__lte=as_of)
    by_number = entered.order_by("participant__case_number").values_list("pk", flat=True)
    ids = list(by_number[: MOST_DERIVED + 1])
    if len(ids) > MOST_DERIVED:
        raise TooMany(entered.count())
    place = {pk: position for position, pk in enumerate(ids)}
    found = sorted(
        derived(ids, as_of=as_of, profile=profile), key=lambda one: place[one.facts.participant_id]
    )
    wanted = str(project_id) if project_id else None
    return [one for one in found if wanted is None or wanted in one.participation.subprojects]


def holds_on(rows: ParticipationQuerySet, asked: Asked) -> bool:
    """Whether the stored answers hold on the day asked for."""
    return asked.as_of == asked.today and not rows.filter(next_change_on__lte=asked.today).exists()


def _report(
    as_of: date,
    profile: Profile,
    totals: Totals,
    groups: list[_Group],
    codes: Mapping[str, int],
    *,
    anew: bool,
) -> Report:
    states: Counter[str] = Counter()
    exit_states: Counter[str] = Counter()
    for group in groups:
        states[group.state] += group.number
        if group.exit_state:
            exit_states[group.exit_state] += group.number
    rates = tuple(_rate(denominator, groups, as_of) for denominator in Denominator)
    return Report(as_of, profile, totals, states, exit_states, codes, rates, anew)


def _rate(denominator: Denominator, groups: Iterable[_Group], as_of: date) -> Rate:
    counted = [
        group
        for group in groups
        if group.state in SUPPORTED and (group.left or denominator is Denominator.ENTRANTS)
    ]
    reached = {outcome: sum(one.number for one in counted if one.outcome == outcome) for outcome in Outcome}
    return Rate(denominator, as_of, tuple(reached.items()), sum(one.number for one in counted))


@compiled
def _alike(actor: Actor, asked: Asked) -> QuerySet[Participation, tuple[Any, ...]]:
    """Return how many stored answers are alike in all that is counted: one pass over an index."""
    late = CountRows("next_change_on", filter=Q(next_change_on__lte=asked.today))
    counted = (
        participations(actor, asked).order_by().values("alike").annotate(number=CountRows("*"), late=late)
    )
    return counted.values_list("alike", "number", "late")


def _read(alike: str, number: int, late: int) -> _Stored:
    gender, state, exit_state, outcome, left, indicators, codes = _parts(alike)
    return _Stored(_Group(state, exit_state, outcome, left == "1", number), gender, indicators, codes, late)


@lru_cache(maxsize=4096)
def _parts(alike: str) -> tuple[str, str, str, str, str, tuple[str, ...], tuple[str, ...]]:
    gender, state, exit_state, outcome, left, indicators, codes = alike.split("|")
    return gender, state, exit_state, outcome, left, _listed(indicators), _listed(codes)


def _listed(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(",")) if joined else ()


def _totals(stored: Iterable[_Stored]) -> Totals:
    numbers: Counter[tuple[str, str]] = Counter()
    for one in stored:
        for indicator in one.indicators:
            numbers[indicator, one.gender] += one.group.number
    counts: defaultdict[str, Count] = defaultdict(lambda: NOBODY)
    for (indicator, gender), number in numbers.items():
        unit = ONE[Gender(gender)]
        counts[indicator] += Count(unit.female * number, unit.male * number, unit.non_binary * number)
    return Totals(dict(counts))


def _codes(stored: Iterable[_Stored]) -> dict[str, int]:
    numbers: Counter[str] = Counter()
    for one in stored:
        for code in one.codes:
            numbers[code] += one.group.number
    return dict(numbers)


def _group(one: Derived) -> _Group:
    said = one.participation
    return _Group(said.state, said.exit_state or "", one.outcome or "", one.left, 1)
