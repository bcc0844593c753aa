"""What changes next: the days on which an answer changes by itself, as long as no fact changes.

Every day that a fact or a table names, with the periods that the law counts from it, is tried: the answers of that
day are compared with those of the eve. So no rule has to be written down a second time as a deadline.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from wir.eligibility.rules.answers import Answer
from wir.eligibility.rules.assessment import assess
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.law import KNOWN_BEFORE, VERSION_DAYS, under
from wir.eligibility.rules.policy import Policy
from wir.eligibility.rules.stay import proven_stay_since
from wir.eligibility.rules.support import Access, Support, support_for
from wir.eligibility.rules.vocabulary import Activity
from wir.kit.calendar import add_months

HORIZON_MONTHS = 72
_DAY = timedelta(days=1)


class ChangeKind(StrEnum):
    """What it is that comes: for its words, and for how early the case team wants to know."""

    TITLE_ENDS = "title_ends"
    CHANCE_TITLE_ENDS = "chance_title_ends"
    WAITING_PERIOD_ENDS = "waiting_period_ends"
    FOUR_YEARS_REACHED = "four_years_reached"
    CENTRE_DUTY_ENDS = "centre_duty_ends"
    PERMISSION_ENDS = "permission_ends"
    NOTE_ENDS = "note_ends"
    AGE_REACHED = "age_reached"
    COURSE_CLAIM_LAPSES = "course_claim_lapses"
    SUPPORT_OPENS = "support_opens"
    LAW_CHANGES = "law_changes"


_PAPER, _USUAL = 60, 14
DAYS_BEFORE: dict[ChangeKind, int] = dict.fromkeys(ChangeKind, _USUAL) | {
    ChangeKind.TITLE_ENDS: _PAPER,
    ChangeKind.CHANCE_TITLE_ENDS: 120,
    ChangeKind.PERMISSION_ENDS: _PAPER,
    ChangeKind.COURSE_CLAIM_LAPSES: _PAPER,
    ChangeKind.LAW_CHANGES: 0,
}
"""Days before a change on which the case team gets a task, unless its network wants otherwise; 0: none."""


@dataclass(frozen=True, slots=True)
class Change:
    """One day on which the answer for the activity, or access to support, changes by itself."""

    on: date
    kind: ChangeKind
    before: Answer
    after: Answer
    support: tuple[Support, ...] = ()
    """Kinds of support whose access changes."""

    @property
    def touches_work(self) -> bool:
        """Whether the answer about work or target group changes."""
        return _gist(self.before) != _gist(self.after)


def on_day(facts: Facts, day: date) -> Facts:
    """Return the facts as they stand on a later day: a dated duty to live in a reception centre has ended."""
    until = facts.reception_centre_duty_until
    ended = facts.reception_centre_duty and until is not None and until < day
    return replace(facts, reception_centre_duty=False) if ended else facts


def what_changes_next(
    facts: Facts, *, activity: Activity, on: date, policy: Policy | None = None
) -> tuple[Change, ...]:
    """Return all such days after ``on`` within six years, earliest first."""
    if on >= KNOWN_BEFORE:
        return ()
    horizon = min(add_months(on, HORIZON_MONTHS), KNOWN_BEFORE - _DAY)  # beyond it nothing is known
    found: dict[date, ChangeKind] = {}
    for day, kind in _candidates(facts):
        if on < day <= horizon:
            found.setdefault(day, kind)
    changes = (_change(facts, activity, day, found[day], policy) for day in sorted(found))
    return tuple(change for change in changes if change is not None)


def _change(
    facts: Facts, activity: Activity, day: date, kind: ChangeKind, policy: Policy | None
) -> Change | None:
    eve = day - _DAY
    earlier, later = on_day(facts, eve), on_day(facts, day)
    before = assess(earlier, activity=activity, on=eve, policy=policy)
    after = assess(later, activity=activity, on=day, policy=policy)
    was, now = _access(earlier, eve), _access(later, day)
    support = tuple(one for one in Support if was[one] is not now[one])
    if _gist(before) == _gist(after):
        if not support:
            return None
        kind = ChangeKind.SUPPORT_OPENS if kind is ChangeKind.WAITING_PERIOD_ENDS else kind
    return Change(day, kind, before, after, support)


def _gist(answer: Answer) -> tuple[object, ...]:
    return (
        answer.may_work,
        answer.ban_kind,
        answer.ba_consent,
        answer.decision_mode,
        answer.target_group,
        answer.missing,
    )


def _access(facts: Facts, day: date) -> dict[Support, Access]:
    return {one.support: one.access for one in support_for(facts, day)}


def _candidates(facts: Facts) -> Iterator[tuple[date, ChangeKind]]:
    yield from _of_papers(facts)
    yield from _of_stay(facts)
    yield from _of_age(facts)
    for day in VERSION_DAYS:
        yield day, ChangeKind.LAW_CHANGES


def _of_papers(facts: Facts) -> Iterator[tuple[date, ChangeKind]]:
    if facts.title_valid_until is not None:
        chance = facts.legal_basis is not None and under(facts.legal_basis, "AufenthG:104c")
        kind = ChangeKind.CHANCE_TITLE_ENDS if chance else ChangeKind.TITLE_ENDS
        yield facts.title_valid_until + _DAY, kind
    if facts.title_issued_on is not None:
        yield add_months(facts.title_issued_on, 12), ChangeKind.COURSE_CLAIM_LAPSES
    for permission in facts.work_permissions or ():
        if permission.period.end is not None:
            yield permission.period.end, ChangeKind.PERMISSION_ENDS
    for period in facts.duldung_60b_periods or ():
        if period.end is not None:
            yield period.end, ChangeKind.NOTE_ENDS
    if facts.reception_centre_duty_until is not None:
        yield facts.reception_centre_duty_until + _DAY, ChangeKind.CENTRE_DUTY_ENDS


_WAITS = (3, 6, 9)
_FOUR_YEARS, _SUPPORT_AFTER = 48, 15


def _of_stay(facts: Facts) -> Iterator[tuple[date, ChangeKind]]:
    stay = proven_stay_since(facts)
    if stay is not None:
        yield add_months(stay, _FOUR_YEARS), ChangeKind.FOUR_YEARS_REACHED
    starts = {
        stay,
        facts.asylum_registered_on,
        facts.asylum_applied_on,
        facts.duldung_since,
        facts.entered_on,
    }
    for start in sorted(day for day in starts if day is not None):
        for months in _WAITS:
            yield add_months(start, months), ChangeKind.WAITING_PERIOD_ENDS
        yield add_months(start, _SUPPORT_AFTER), ChangeKind.SUPPORT_OPENS


def _of_age(facts: Facts) -> Iterator[tuple[date, ChangeKind]]:
    if facts.birth_date is not None:
        for years in (15, 18):
            # a 29 February birthday falls on 1 March (§§ 187(2), 188(2) BGB)
            day = add_months(facts.birth_date, years * 12)
            yield day if day.day == facts.birth_date.day else day + _DAY, ChangeKind.AGE_REACHED
