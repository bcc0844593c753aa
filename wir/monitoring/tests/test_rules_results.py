"""EECR01–06 by exact cases, and where the results stand."""

from datetime import date
from typing import Any

import pytest

from wir.monitoring.rules import (
    Employment,
    ExitState,
    FollowUp,
    Improvement,
    Participation,
    Qualification,
)
from wir.monitoring.tests.facts import (
    ENTRY,
    EXIT,
    LAST_DAY_OF_WINDOW,
    SIX_MONTHS_LATER,
    amal,
    derived,
    employed,
    inactive,
    on_leaving,
)

UNEMPLOYED, INACTIVE, EMPLOYED, SEEKING = (
    Employment.UNEMPLOYED,
    Employment.INACTIVE,
    Employment.EMPLOYED,
    Employment.JOB_SEEKING,
)
DAY_20 = date(2025, 10, 20)
DAY_29 = date(2025, 10, 29)
BY_STATUS = {UNEMPLOYED: amal, INACTIVE: inactive, EMPLOYED: employed}


def results(one: Participation) -> list[str]:
    return [indicator for indicator in one.indicators if indicator.startswith("EECR")]


Events = tuple[tuple[date, Employment | None], ...]


@pytest.mark.parametrize(
    ("case", "at_entry", "events", "expected"),
    [
        ("seeks work", INACTIVE, ((EXIT, SEEKING),), ["EECR01"]),
        ("unemployed", INACTIVE, ((EXIT, UNEMPLOYED),), ["EECR01"]),
        ("seeking, then a job", INACTIVE, ((EXIT, SEEKING), (DAY_20, EMPLOYED)), ["EECR04"]),
        ("the list is out of order", INACTIVE, ((DAY_20, EMPLOYED), (EXIT, SEEKING)), ["EECR04"]),
        ("a job, then lost", INACTIVE, ((EXIT, EMPLOYED), (DAY_20, UNEMPLOYED)), ["EECR01"]),
        ("stays inactive", INACTIVE, ((EXIT, INACTIVE),), []),
        ("still seeks", UNEMPLOYED, ((EXIT, SEEKING),), []),
        ("a job on day 28", UNEMPLOYED, ((EXIT, UNEMPLOYED), (LAST_DAY_OF_WINDOW, EMPLOYED)), ["EECR04"]),
        ("a job on day 29", UNEMPLOYED, ((EXIT, UNEMPLOYED), (DAY_29, EMPLOYED)), []),
        ("a job before leaving", UNEMPLOYED, ((date(2025, 9, 29), EMPLOYED), (EXIT, INACTIVE)), []),
        ("employed before and after", EMPLOYED, ((EXIT, EMPLOYED),), []),
        ("two on one day", UNEMPLOYED, ((EXIT, UNEMPLOYED), (EXIT, EMPLOYED)), ["EECR04"]),
    ],
)
def test_the_last_status_within_28_days_decides(
    case: str, at_entry: Employment, events: Events, expected: list[str]
) -> None:
    assert results(derived(BY_STATUS[at_entry](**on_leaving(*events)))) == expected, case


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({"education_started_on": date(2025, 10, 1), "in_education_in_window": True}, True),
        ({"education_started_on": date(2025, 3, 2), "in_education_in_window": True}, True),
        ({"education_started_on": ENTRY, "in_education_in_window": True}, False),
        ({"education_started_on": LAST_DAY_OF_WINDOW, "in_education_in_window": True}, True),
        ({"education_started_on": DAY_29, "in_education_in_window": True}, False),
        ({"education_started_on": date(2025, 10, 1), "in_education_in_window": False}, False),
        ({"in_education": True, "in_education_in_window": True}, False),
    ],
)
def test_education_counts_if_begun_after_entry(changes: dict[str, Any], counts: bool) -> None:
    one = derived(amal(**on_leaving((EXIT, INACTIVE)), **changes))

    assert results(one) == (["EECR02"] if counts else [])


@pytest.mark.parametrize(
    ("qualification", "counts"),
    [
        (Qualification(ENTRY, certified=True), True),
        (Qualification(date(2025, 2, 28), certified=True), False),
        (Qualification(LAST_DAY_OF_WINDOW, certified=True), True),
        (Qualification(DAY_29, certified=True), False),
        (Qualification(EXIT, certified=False), False),
    ],
)
def test_a_certified_qualification_counts_until_the_window_ends(
    qualification: Qualification, counts: bool
) -> None:
    one = derived(employed(**on_leaving((EXIT, EMPLOYED)), qualification=qualification))

    assert results(one) == (["EECR03"] if counts else [])


def test_a_qualification_of_someone_still_taking_part_waits() -> None:
    one = derived(amal(qualification=Qualification(EXIT, certified=True)))

    assert (one.exit_state, results(one), one.preview) == (ExitState.OPEN, [], ())


def test_results_are_previewed_until_the_last_day_of_the_window() -> None:
    record = amal(**on_leaving((EXIT, EMPLOYED)))

    before = derived(record, as_of=date(2025, 10, 27))
    after = derived(record, as_of=LAST_DAY_OF_WINDOW)

    assert (before.exit_state, results(before), before.preview, before.codes) == (
        ExitState.PROVISIONAL,
        [],
        ("EECR04",),
        ("I-WINDOW-OPEN",),
    )
    assert before.next_change_on == LAST_DAY_OF_WINDOW
    assert (after.exit_state, results(after), after.preview, after.codes) == (
        ExitState.FINAL,
        ["EECR04"],
        (),
        (),
    )


@pytest.mark.parametrize(
    "events",
    [(), ((DAY_29, EMPLOYED),), ((EXIT, None),), ((EXIT, EMPLOYED), (DAY_20, None))],
)
def test_an_unknown_status_is_overdue_and_never_no_result(
    events: Events,
) -> None:
    one = derived(amal(**on_leaving(*events), qualification=Qualification(EXIT, certified=True)))

    assert (one.exit_state, one.codes) == (ExitState.OVERDUE, ("W-EXIT-OVERDUE",))
    assert (results(one), one.preview) == ([], ("EECR03",))


@pytest.mark.parametrize(
    ("case", "at_entry", "status", "improvements", "expected"),
    [
        ("unemployed, employed now", UNEMPLOYED, EMPLOYED, (), ["EECR05"]),
        ("inactive, employed now", INACTIVE, EMPLOYED, (), ["EECR05"]),
        ("unemployed, still so", UNEMPLOYED, UNEMPLOYED, (), []),
        ("not known", UNEMPLOYED, None, (), []),
        ("employed all the time", EMPLOYED, EMPLOYED, (), []),
        ("promoted", EMPLOYED, EMPLOYED, (Improvement.PROMOTION,), ["EECR06"]),
        ("better job", EMPLOYED, EMPLOYED, (Improvement.HIGHER_COMPETENCE_JOB,), ["EECR06"]),
        ("full time", EMPLOYED, None, (Improvement.UNDEREMPLOYMENT_TO_FULL,), ["EECR06"]),
        ("stable", EMPLOYED, EMPLOYED, (Improvement.PAY_RISE, Improvement.PRECARIOUS_TO_STABLE), ["EECR06"]),
        ("paid better", EMPLOYED, EMPLOYED, (Improvement.PAY_RISE,), []),
        ("self-employed", EMPLOYED, EMPLOYED, (Improvement.BECAME_SELF_EMPLOYED,), []),
        ("promoted, then dismissed", EMPLOYED, UNEMPLOYED, (Improvement.PROMOTION,), []),
        ("no job to improve at entry", UNEMPLOYED, EMPLOYED, (Improvement.PROMOTION,), ["EECR05"]),
    ],
)
def test_six_months_later(
    case: str,
    at_entry: Employment,
    status: Employment | None,
    improvements: tuple[Improvement, ...],
    expected: list[str],
) -> None:
    answer = FollowUp(SIX_MONTHS_LATER, status, improvements)

    one = derived(BY_STATUS[at_entry](**on_leaving((EXIT, at_entry)), follow_up=answer))

    assert results(one) == expected, case


def test_a_job_after_six_months_counts_even_if_the_window_is_unknown() -> None:
    one = derived(amal(left_on=EXIT, follow_up=FollowUp(SIX_MONTHS_LATER, EMPLOYED)))

    assert (one.exit_state, results(one)) == (ExitState.OVERDUE, ["EECR05"])


def test_an_early_answer_is_flagged_and_ignored() -> None:
    early = FollowUp(date(2026, 3, 29), EMPLOYED)

    one = derived(amal(**on_leaving((EXIT, UNEMPLOYED)), follow_up=early))

    assert (results(one), one.codes, one.follow_up_due) == ([], ("V-FU6-EARLY",), True)


def test_the_answer_counts_from_the_six_month_day_on() -> None:
    record = amal(**on_leaving((EXIT, UNEMPLOYED)), follow_up=FollowUp(SIX_MONTHS_LATER, EMPLOYED))

    day_before = derived(record, as_of=date(2026, 3, 29))
    on_the_day = derived(record, as_of=SIX_MONTHS_LATER)

    assert (results(day_before), day_before.next_change_on) == ([], SIX_MONTHS_LATER)
    assert (results(on_the_day), on_the_day.next_change_on) == (["EECR05"], None)


def test_the_follow_up_is_asked_from_the_six_month_day_on() -> None:
    record = amal(**on_leaving((EXIT, UNEMPLOYED)))

    day_before = derived(record, as_of=date(2026, 3, 29))
    on_the_day = derived(record, as_of=SIX_MONTHS_LATER)

    assert (day_before.follow_up_due, day_before.next_change_on) == (False, SIX_MONTHS_LATER)
    assert (on_the_day.follow_up_due, on_the_day.next_change_on) == (True, None)


def test_six_months_after_31_august_is_the_end_of_february() -> None:
    record = amal(left_on=date(2025, 8, 31), follow_up=FollowUp(date(2026, 2, 28), EMPLOYED), exit_events=())

    assert derived(record, as_of=date(2026, 2, 28)).follow_up_on == date(2026, 2, 28)
    assert results(derived(record, as_of=date(2026, 2, 28))) == ["EECR05"]


def test_an_answer_about_a_later_day_waits_for_that_day() -> None:
    record = amal(**on_leaving((EXIT, UNEMPLOYED)), follow_up=FollowUp(date(2026, 4, 15), EMPLOYED))

    waiting = derived(record, as_of=date(2026, 4, 1))

    assert (results(waiting), waiting.follow_up_due, waiting.next_change_on) == ([], True, date(2026, 4, 15))
    assert results(derived(record, as_of=date(2026, 4, 15))) == ["EECR05"]


def test_an_apprenticeship_with_certificate_gives_three_results() -> None:
    one = derived(
        amal(
            **on_leaving((EXIT, EMPLOYED)),
            education_started_on=date(2025, 10, 1),
            in_education_in_window=True,
            qualification=Qualification(date(2025, 9, 10), certified=True),
        )
    )

    assert results(one) == ["EECR02", "EECR03", "EECR04"]


def test_an_exit_at_the_end_of_the_calendar_breaks_nothing() -> None:
    one = derived(amal(left_on=date.max))

    assert (one.exit_state, one.next_change_on) == (ExitState.PROVISIONAL, date.max)
