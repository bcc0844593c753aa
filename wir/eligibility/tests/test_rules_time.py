"""What time does: days on which an answer changes by itself, and what passing time alone never does."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wir.eligibility.rules import Activity, Facts, MayWork, assess
from wir.eligibility.rules.answers import BanClass, BanKind
from wir.eligibility.rules.changes import ChangeKind, on_day, what_changes_next
from wir.eligibility.rules.law import KNOWN_BEFORE, VERSION_DAYS
from wir.eligibility.rules.vocabulary import SuspensionReason
from wir.eligibility.tests.persons import (
    APPLICANT,
    BOOKED,
    DAY,
    NEW_IN_CENTRE,
    NEWLY_TOLERATED,
    REFUGEE,
    TOLERATED,
)
from wir.eligibility.tests.test_rules_properties import ACTIVITIES, ANYBODY, KNOWN_PEOPLE, RANK, STEADY

HELPER = Activity.EMPLOYMENT_UNSKILLED
TIME_BARS = frozenset(
    {
        BanKind.GESTATTUNG_WAITING_PERIOD,
        BanKind.RECEPTION_CENTRE_WAITING_PERIOD,
        BanKind.RECEPTION_CENTRE_WAITING_PERIOD_EXTENDED,
        BanKind.RECEPTION_CENTRE_DULDUNG_PERIOD,
        BanKind.BA_CONSENT_WAITING_PERIOD,
    }
)
AHEAD = st.dates(date(2026, 8, 3), date(2028, 12, 31))


def changes(person: Any, **more: Any) -> list[tuple[date, ChangeKind, MayWork, MayWork]]:
    found = what_changes_next(Facts.from_json({**person, **more}), activity=HELPER, on=DAY)
    return [(one.on, one.kind, one.before.may_work, one.after.may_work) for one in found if one.touches_work]


@pytest.mark.parametrize(
    ("person", "more", "expected"),
    [
        (REFUGEE, {}, (date(2028, 3, 1), ChangeKind.TITLE_ENDS, MayWork.YES, MayWork.UNDECIDED)),
        (
            REFUGEE,
            {"legal_basis": "AufenthG:104c", "title_valid_until": "2027-05-31"},
            (date(2027, 6, 1), ChangeKind.CHANCE_TITLE_ENDS, MayWork.YES, MayWork.UNDECIDED),
        ),
        (
            NEW_IN_CENTRE,
            {},
            (
                date(2026, 12, 30),
                ChangeKind.WAITING_PERIOD_ENDS,
                MayWork.NO,
                MayWork.YES_WITH_PERMISSION,
            ),
        ),
        (
            NEWLY_TOLERATED,
            {},
            (
                date(2027, 1, 1),
                ChangeKind.WAITING_PERIOD_ENDS,
                MayWork.NO,
                MayWork.YES_WITH_PERMISSION,
            ),
        ),
        (
            TOLERATED,
            {},
            (
                date(2028, 3, 5),
                ChangeKind.FOUR_YEARS_REACHED,
                MayWork.YES_WITH_PERMISSION,
                MayWork.YES_WITH_PERMISSION,
            ),
        ),
        (
            NEW_IN_CENTRE,
            {"reception_centre_duty_until": "2026-11-30", "continuous_stay_since": "2026-06-22"},
            (
                date(2026, 12, 1),
                ChangeKind.CENTRE_DUTY_ENDS,
                MayWork.NO,
                MayWork.UNDECIDED,
            ),
        ),
    ],
)
def test_the_next_day_is_found_with_its_kind(
    person: Any, more: dict[str, Any], expected: tuple[date, ChangeKind, MayWork, MayWork]
) -> None:
    more = dict(more)
    if "reception_centre_duty_until" in more:
        # registered so that the longer period of § 61(1) sentence 3 would still run outside: that is open law
        more |= {"dublin_request": None}
    assert expected in changes(person, **more)


def test_a_course_claim_lapses_and_a_course_opens_without_touching_work() -> None:
    facts = Facts.from_json({**REFUGEE, "title_issued_on": "2026-06-01"})

    found = what_changes_next(facts, activity=HELPER, on=DAY)

    lapse = next(one for one in found if one.kind is ChangeKind.COURSE_CLAIM_LAPSES)
    assert (lapse.on, lapse.touches_work) == (date(2027, 6, 1), False)
    opened = [
        one.kind for one in what_changes_next(Facts.from_json(NEWLY_TOLERATED), activity=HELPER, on=DAY)
    ]
    assert ChangeKind.SUPPORT_OPENS in opened


def test_nothing_changes_by_itself_where_only_a_measure_bars() -> None:
    assert changes(BOOKED) == []


def test_after_the_known_law_nothing_is_said_to_change() -> None:
    assert what_changes_next(Facts.from_json(APPLICANT), activity=HELPER, on=date(2029, 6, 12)) == ()


def test_a_dated_duty_to_live_in_a_centre_ends_after_its_last_day() -> None:
    facts = Facts(reception_centre_duty=True, reception_centre_duty_until=date(2026, 11, 30))

    assert on_day(facts, date(2026, 11, 30)).reception_centre_duty is True
    assert on_day(facts, date(2026, 12, 1)).reception_centre_duty is False


@STEADY
@given(KNOWN_PEOPLE, ACTIVITIES, AHEAD)
def test_on_each_day_named_the_answer_is_another_than_on_the_eve(
    facts: Facts, activity: Activity, on: date
) -> None:
    found = what_changes_next(facts, activity=activity, on=on)

    assert [one.on for one in found] == sorted({one.on for one in found})
    for one in found:
        eve = one.on - timedelta(days=1)
        assert one.before == assess(on_day(facts, eve), activity=activity, on=eve)
        assert one.after == assess(on_day(facts, one.on), activity=activity, on=one.on)
        assert one.touches_work or one.support


@STEADY
@given(KNOWN_PEOPLE, ACTIVITIES, AHEAD, st.integers(1, 400))
def test_no_change_of_the_answer_lies_between_the_days_named(
    facts: Facts, activity: Activity, on: date, days: int
) -> None:
    assume(facts.title_applied_on is None or facts.title_applied_on <= on)  # what lies ahead is no fact yet
    then = on + timedelta(days=days)
    named = [one.on for one in what_changes_next(facts, activity=activity, on=on) if one.touches_work]
    if then >= KNOWN_BEFORE or any(on < day <= then for day in named):
        return

    now, later = (assess(on_day(facts, day), activity=activity, on=day) for day in (on, then))

    assert (now.may_work, now.ban_kind) == (later.may_work, later.ban_kind)


@STEADY
@given(ANYBODY, ACTIVITIES, st.dates(date(2020, 1, 1), date(2028, 1, 1)), st.integers(1, 700))
def test_passing_time_never_turns_a_waiting_period_into_an_absolute_ban(
    facts: Facts, activity: Activity, on: date, days: int
) -> None:
    then = on + timedelta(days=days)
    first = assess(facts, activity=activity, on=on)
    turns = {*VERSION_DAYS, *(period.start for period in facts.duldung_60b_periods or ())}
    if first.ban_kind not in TIME_BARS or any(on < day <= then for day in turns):
        return

    assert assess(facts, activity=activity, on=then).ban_class is not BanClass.ABSOLUTE


@STEADY
@given(ANYBODY, ACTIVITIES, AHEAD)
def test_the_earliest_day_is_better_than_its_eve(facts: Facts, activity: Activity, on: date) -> None:
    first = assess(facts, activity=activity, on=on)
    if first.earliest_on is None or first.earliest_on >= date(2029, 1, 1):
        return
    eve = assess(facts, activity=activity, on=first.earliest_on - timedelta(days=1))
    then = assess(facts, activity=activity, on=first.earliest_on)

    assert then.may_work is not MayWork.NO or then.ban_kind is not first.ban_kind
    assert RANK[then.may_work] >= RANK[eve.may_work] or eve.may_work is not MayWork.NO


@STEADY
@given(ANYBODY, ACTIVITIES, AHEAD, st.sampled_from(SuspensionReason), st.booleans())
def test_an_irrelevant_fact_changes_nothing(
    facts: Facts, activity: Activity, on: date, reason: SuspensionReason, pending: bool
) -> None:
    plain = replace(facts, suspension_reason=None, court_pending=None, dublin_request_on=None)
    told = replace(plain, suspension_reason=reason, court_pending=pending, dublin_request_on=on)

    assert assess(told, activity=activity, on=on) == assess(plain, activity=activity, on=on)
