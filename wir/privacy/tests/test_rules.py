"""When data go, what an answer means, what a sheet says."""

from __future__ import annotations

from datetime import date

import pytest

from wir.kit.languages import SPOKEN
from wir.privacy import rules
from wir.privacy.rules import (
    INFORMED,
    ConsentProblem,
    ConsentState,
    OrderState,
    Purpose,
    RetentionFacts,
    RetentionProblem,
    RetentionRule,
    covers,
    due_on,
    obstacles_to_hold,
    obstacles_to_period,
    order_state,
    processing_of,
    sheets,
)


@pytest.mark.parametrize(
    ("purpose", "facts", "months", "due"),
    [
        (Purpose.COUNSELLING, RetentionFacts(exited_on=date(2026, 3, 31)), None, None),
        (Purpose.COUNSELLING, RetentionFacts(exited_on=date(2026, 3, 31)), 6, date(2026, 10, 1)),
        (Purpose.COUNSELLING, RetentionFacts(), 6, None),
        (
            Purpose.COUNSELLING,
            RetentionFacts(exited_on=date(2026, 3, 31), withdrawn_on=date(2026, 5, 4)),
            6,
            date(2026, 5, 4),
        ),
        (Purpose.AFTERCARE, RetentionFacts(exited_on=date(2024, 2, 29)), 24, date(2026, 3, 1)),
        (Purpose.EVIDENCE, RetentionFacts(last_payment_on=date(2027, 3, 1)), 6, date(2033, 1, 1)),
        (Purpose.MONITORING, RetentionFacts(last_payment_on=date(2027, 12, 31)), None, date(2033, 1, 1)),
        (Purpose.MONITORING, RetentionFacts(exited_on=date(2026, 3, 31)), None, None),
        (Purpose.OUTREACH, RetentionFacts(last_contact_on=date(2026, 8, 31)), 6, date(2027, 3, 1)),
        (Purpose.SECURITY, RetentionFacts(membership_ended_on=date(2026, 1, 1)), 36, date(2029, 1, 2)),
    ],
)
def test_data_are_due_to_go(
    purpose: Purpose, facts: RetentionFacts, months: int | None, due: date | None
) -> None:
    assert due_on(processing_of(purpose).retention, facts, months=months) == due


@pytest.mark.parametrize(
    ("due", "done", "held", "state"),
    [
        (date(2026, 11, 24), None, False, OrderState.DUE),
        (date(2026, 11, 25), None, False, OrderState.OPEN),
        (date(2026, 11, 1), None, True, OrderState.HELD),
        (date(2027, 1, 1), None, True, OrderState.HELD),
        (date(2026, 11, 1), date(2026, 11, 2), True, OrderState.DONE),
    ],
)
def test_an_order_stands_on_a_day(due: date, done: date | None, held: bool, state: OrderState) -> None:
    assert order_state(date(2026, 11, 24), due_on=due, done_on=done, held=held) is state


def test_a_hold_has_a_reason_that_others_can_judge_and_an_end_that_lies_ahead() -> None:
    today, reason = date(2026, 11, 24), "Verwaltungsgericht, Az. 3 K 4711/26"

    assert obstacles_to_hold(reason=reason, until_on=None, today=today) == []
    assert obstacles_to_hold(reason=reason, until_on=date(2026, 11, 25), today=today) == []
    assert obstacles_to_hold(reason="  wegen   Gericht  ", until_on=today, today=today) == [
        RetentionProblem.REASON_TOO_SHORT,
        RetentionProblem.END_NOT_AHEAD,
    ]


def test_a_controller_decides_only_what_is_open_within_ten_years_and_not_ahead() -> None:
    today = date(2026, 11, 24)
    counselling, evidence = (processing_of(one).retention for one in (Purpose.COUNSELLING, Purpose.EVIDENCE))

    assert obstacles_to_period(counselling, months=0, decided_on=today, today=today) == []
    assert obstacles_to_period(counselling, months=120, decided_on=today, today=today) == []
    assert obstacles_to_period(evidence, months=121, decided_on=date(2026, 11, 25), today=today) == [
        RetentionProblem.FIXED_BY_LAW,
        RetentionProblem.MONTHS_OUT_OF_RANGE,
        RetentionProblem.IN_FUTURE,
    ]


def test_what_law_fixes_is_not_open_and_everything_else_is() -> None:
    fixed = {entry.purpose for entry in rules.register() if not entry.retention.open}

    assert fixed == {Purpose.EVIDENCE, Purpose.MONITORING}
    assert {processing_of(one).retention.rule for one in fixed} == {RetentionRule.YEARS_AFTER_LAST_PAYMENT}


def test_counselling_health_aftercare_first_information_and_the_check_between_networks_rest_on_consent() -> (
    None
):
    assert rules.on_consent() == (
        Purpose.COUNSELLING,
        Purpose.AFTERCARE,
        Purpose.OUTREACH,
        Purpose.BETWEEN_NETWORKS,
        Purpose.HEALTH,
    )


@pytest.mark.parametrize(
    ("refused", "withdrawn_on", "ends_on", "state"),
    [
        (False, None, None, ConsentState.GIVEN),
        (True, None, None, ConsentState.REFUSED),
        (False, date(2026, 11, 24), None, ConsentState.WITHDRAWN),
        (False, date(2026, 11, 25), None, ConsentState.GIVEN),
        (False, None, date(2026, 11, 24), ConsentState.ENDED),
        (False, None, date(2026, 11, 25), ConsentState.GIVEN),
    ],
)
def test_an_answer_means_on_a_day(
    refused: bool, withdrawn_on: date | None, ends_on: date | None, state: ConsentState
) -> None:
    found = rules.state_on(
        date(2026, 11, 24),
        given_on=date(2026, 3, 2),
        refused=refused,
        withdrawn_on=withdrawn_on,
        ends_on=ends_on,
    )

    assert found is state


def test_a_refusal_a_withdrawal_and_an_end_stop_but_not_having_been_asked_does_not() -> None:
    assert {state for state in ConsentState if rules.blocks(state)} == {
        ConsentState.REFUSED,
        ConsentState.WITHDRAWN,
        ConsentState.ENDED,
    }


def test_nobody_is_asked_about_what_rests_on_law() -> None:
    assert rules.obstacles_to_consent(Purpose.MONITORING, given_on=date(2026, 3, 2), ends_on=None) == [
        ConsentProblem.RESTS_ON_LAW
    ]


def test_a_consent_covers_its_parts_and_the_whole_file_every_part() -> None:
    assert covers(["identity", "reach"], ["reach"])
    assert not covers(["identity"], ["identity", "reach"])
    assert covers(["file"], ["identity", "plan"])
    assert not covers(["file"], [])


@pytest.mark.parametrize("language", rules.languages())
@pytest.mark.parametrize("purpose", INFORMED)
def test_a_notice_has_everything_in_each_language_and_a_draft_never_stands_alone(
    purpose: Purpose, language: str
) -> None:
    found = sheets(purpose, language, months=9)

    assert [sheet.language for sheet in found] == ([language] if language == "de" else [language, "de"])
    for sheet in found:
        assert len(sheet.parts) == 6
        assert all(heading and text for heading, text in sheet.parts)
        assert bool(sheet.warning) is (sheet.language != "de")
    kept = found[0].parts[3][1]
    assert ("9" in kept) is (processing_of(purpose).retention.rule is RetentionRule.MONTHS_AFTER_EXIT)


def test_the_languages_of_the_programme_have_a_text() -> None:
    assert set(rules.languages()) == {
        *("de", "de-simple", "en", "uk", "ru", "ar", "fa", "tr", "fr", "ps", "ti", "so", "kmr")
    }
    assert set(rules.languages()) <= set(SPOKEN)


def test_arabic_persian_and_pashto_run_from_right_to_left() -> None:
    turned = {one for one in rules.languages() if sheets(Purpose.COUNSELLING, one)[0].right_to_left}

    assert turned == {"ar", "fa", "ps"}


def test_a_language_without_a_text_gets_the_german_one() -> None:
    assert [sheet.language for sheet in sheets(Purpose.EVIDENCE, "ha")] == ["de"]


def test_an_undecided_period_is_left_for_the_pen() -> None:
    assert sheets(Purpose.COUNSELLING, "de")[0].parts[3][1].startswith("Bis ____ Monate")


def test_kept_until_the_exit_is_not_said_as_no_months() -> None:
    health, counselling = processing_of(Purpose.HEALTH), processing_of(Purpose.COUNSELLING)

    assert health.retention.words(0).startswith("bis zum Austritt; bei Widerruf sofort gesperrt")
    assert counselling.retention.words(12).startswith("12 Monate nach dem Austritt; bei Widerruf")
