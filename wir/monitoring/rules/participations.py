"""One person in one operation on one day: state, indicators, codes, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wir.monitoring.rules import integrity, outputs, results
from wir.monitoring.rules.profiles import Profile
from wir.monitoring.rules.records import Record
from wir.monitoring.rules.traces import Trace
from wir.monitoring.rules.vocabulary import ExitState, Gender, Region, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """What one person counts for in one operation on the reporting day.

    ``indicators`` are reported; ``preview`` are results known so far but not reported, because the window
    is open or nothing is known about the status in it. ``next_change_on`` is the first later day on which
    passing time alone may change any of this. ``follow_up_due`` asks for the six-month answer; whoever
    works with a sample asks only those drawn.
    """

    person: str
    operation: str
    subprojects: tuple[str, ...]
    state: State
    gender: Gender | None = None
    region: Region | None = None
    exit_state: ExitState | None = None
    indicators: tuple[str, ...] = ()
    preview: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    trace: tuple[Trace, ...] = ()
    entered_on: date | None = None
    left_on: date | None = None
    window_ends_on: date | None = None
    follow_up_on: date | None = None
    follow_up_due: bool = False
    next_change_on: date | None = None

    def why(self, code: str) -> Trace | None:
        """Return the facts behind an indicator, a code or the state; nothing where it was not derived."""
        return next((trace for trace in self.trace if trace.code == code), None)


@dataclass(frozen=True, slots=True)
class _Stays:
    """The records of a participation that matter on the reporting day, in order of entry."""

    all: tuple[Record, ...]
    counted: tuple[Record, ...]
    targeted: tuple[Record, ...]
    later_entries: tuple[date, ...]

    @classmethod
    def on(cls, as_of: date, records: Iterable[Record]) -> "_Stays":
        """Entries after the day do not count, unless there are no others: then the person is expected."""
        stays = tuple(sorted(records, key=_order))
        begun = tuple(stay for stay in stays if stay.entered_on <= as_of)
        counted = begun or stays
        return cls(
            stays,
            counted,
            tuple(stay for stay in counted if stay.direct),
            tuple(stay.entered_on for stay in stays if stay.entered_on > as_of),
        )

    @property
    def hours(self) -> Decimal:
        """Hours of support in all records together."""
        return sum((stay.hours for stay in self.counted), Decimal(0))


def _order(stay: Record) -> tuple[date, date, str]:
    """Order by entry; of those that began on one day the one that lasts longest is the last."""
    return (stay.entered_on, stay.left_on or date.max, repr(stay))


def derive(records: Sequence[Record], *, profile: Profile, as_of: date) -> Participation:
    """Return what one person counts for in one operation on the day ``as_of``.

    The records may come in any order; they must be of one person and one operation (ValueError otherwise).
    Outputs follow from the first direct entry, results from the direct stay that began last. Order of work
    and states: esf.md 5.1 and 5.4.
    """
    if len({(record.person, record.operation) for record in records}) != 1:
        raise ValueError("a participation is one person in one operation")
    stays = _Stays.on(as_of, records)
    contradictions = integrity.contradictions(stays.all)
    if contradictions:
        return _unreported(stays, State.INVALID, codes=contradictions)
    if not stays.targeted or stays.hours < profile.minimum_hours:
        return _not_a_participant(stays, profile)
    first, last = stays.targeted[0], stays.targeted[-1]
    if first.entered_on > as_of:
        return _unreported(stays, State.FUTURE, why=(Trace.of(State.FUTURE, entered_on=first.entered_on),))
    missing = integrity.gaps(first)
    if missing:
        return _unreported(
            stays,
            State.INCOMPLETE,
            codes=missing,
            exit_state=results.exit_state(last, profile=profile, as_of=as_of),
            next_change_on=_next_change(stays, last, profile, as_of),
        )
    return _reported(stays, profile=profile, as_of=as_of)


def _unreported(
    stays: _Stays,
    state: State,
    *,
    codes: tuple[Trace, ...] = (),
    why: tuple[Trace, ...] = (),
    exit_state: ExitState | None = None,
    next_change_on: date | None = None,
) -> Participation:
    first = (stays.targeted or stays.counted)[0]
    return Participation(
        person=first.person,
        operation=first.operation,
        subprojects=_subprojects(stays),
        state=state,
        gender=first.gender,
        region=first.region,
        exit_state=exit_state,
        codes=_names(codes),
        trace=(*codes, *why),
        entered_on=first.entered_on,
        next_change_on=next_change_on or min(stays.later_entries, default=None),
    )


def _not_a_participant(stays: _Stays, profile: Profile) -> Participation:
    why = Trace.of(
        State.NOT_PARTICIPANT,
        direct=int(bool(stays.targeted)),
        hours=str(stays.hours),
        minimum_hours=str(profile.minimum_hours),
    )
    return _unreported(stays, State.NOT_PARTICIPANT, why=(why,))


def _reported(stays: _Stays, *, profile: Profile, as_of: date) -> Participation:
    first, last = stays.targeted[0], stays.targeted[-1]
    state = results.exit_state(last, profile=profile, as_of=as_of)
    leaving = results.results_on_leaving(first, last, profile=profile)
    later = results.results_after_six_months(first, last, profile=profile, as_of=as_of)
    counted = (
        *outputs.outputs(first, profile=profile),
        *(leaving if state is ExitState.FINAL else ()),
        *later,
    )
    codes = (
        *_warnings(first, last, state, profile),
        *results.early_answer(last, profile=profile),
    )
    previewed = () if state is ExitState.FINAL else leaving
    left_on = last.left_on
    return Participation(
        person=first.person,
        operation=first.operation,
        subprojects=_subprojects(stays),
        state=State.REPORTED,
        gender=first.gender,
        region=first.region,
        exit_state=state,
        indicators=_names(counted),
        preview=_names(previewed),
        codes=_names(codes),
        trace=(*counted, *previewed, *codes),
        entered_on=first.entered_on,
        left_on=left_on,
        window_ends_on=None if left_on is None else results.window_ends_on(left_on, profile),
        follow_up_on=None if left_on is None else results.follow_up_on(left_on, profile),
        follow_up_due=_follow_up_due(last, profile, as_of),
        next_change_on=_next_change(stays, last, profile, as_of),
    )


def _warnings(first: Record, last: Record, state: ExitState, profile: Profile) -> tuple[Trace, ...]:
    found = []
    age = outputs.age_at_entry(first)
    if age is not None and age < profile.minimum_age:
        found.append(Trace.of("W-TARGETGROUP", age=age, minimum_age=profile.minimum_age))
    if last.left_on is not None and state in (ExitState.PROVISIONAL, ExitState.OVERDUE):
        code = "I-WINDOW-OPEN" if state is ExitState.PROVISIONAL else "W-EXIT-OVERDUE"
        end = results.window_ends_on(last.left_on, profile)
        found.append(Trace.of(code, left_on=last.left_on, window_ends_on=end))
    return tuple(found)


def _follow_up_due(last: Record, profile: Profile, as_of: date) -> bool:
    if last.left_on is None or results.follow_up_on(last.left_on, profile) > as_of:
        return False
    answer = results.usable_answer(last, profile=profile, as_of=as_of)
    return answer is None or answer.status is None


def _next_change(stays: _Stays, last: Record, profile: Profile, as_of: date) -> date | None:
    days = list(stays.later_entries)
    if last.left_on is not None:
        days.append(results.window_ends_on(last.left_on, profile))
        days.append(results.follow_up_on(last.left_on, profile))
    if last.follow_up is not None:
        days.append(last.follow_up.on)
    return min((day for day in days if day > as_of), default=None)


def _names(traces: Iterable[Trace]) -> tuple[str, ...]:
    return tuple(sorted({trace.code for trace in traces}))


def _subprojects(stays: _Stays) -> tuple[str, ...]:
    return tuple(sorted({stay.subproject for stay in stays.counted}))
