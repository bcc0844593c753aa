"""Worked cases: work during the asylum procedure, in the three versions of § 61 AsylG."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from wir.eligibility.rules import Activity, ReasonCode
from wir.eligibility.tests.persons import (
    APPLICANT,
    NEW_IN_CENTRE,
    SERBIAN_APPLICANT,
    UNDECIDED,
    asked,
    in_short,
)

A_RIGHT = "yes_with_permission needed entitlement needed none - -"
A_RIGHT_WITHOUT_BA = "yes_with_permission needed entitlement not_needed none - -"
DISCRETION = "yes_with_permission needed discretion needed none - -"
SAFE = "no not_available barred not_applicable absolute safe_country_asylum_procedure -"
ACCELERATED = "no not_available barred not_applicable temporary accelerated_procedure -"
EMPLOYMENT_ONLY = "no not_available barred not_applicable temporary employment_only -"


def waits(kind: str, until: str) -> str:
    return f"no needed barred not_applicable temporary {kind} {until}"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 10, 29), waits("gestattung_waiting_period", "2026-10-30")),
        (date(2026, 10, 30), A_RIGHT),
        (date(2026, 11, 22), A_RIGHT),
    ],
)
def test_outside_a_centre_three_months_of_stay_give_a_right(on: date, expected: str) -> None:
    assert in_short(asked(APPLICANT, on=on)) == expected


@pytest.mark.parametrize(
    ("activity", "changes", "expected"),
    [
        (Activity.TEMPORARY_AGENCY_WORK, {}, A_RIGHT),
        (Activity.VOCATIONAL_TRAINING_IN_COMPANY, {}, A_RIGHT_WITHOUT_BA),
        (Activity.INTERNSHIP_ORIENTATION, {"duration_weeks": 13}, A_RIGHT_WITHOUT_BA),
        (Activity.INTERNSHIP_ORIENTATION, {"duration_weeks": 14}, A_RIGHT),
        (Activity.EMPLOYMENT_SKILLED, {"employer_is_household_relative": True}, A_RIGHT_WITHOUT_BA),
        (
            Activity.EMPLOYMENT_SKILLED,
            {"ba_consent_given": True},
            "yes_with_permission needed entitlement already_given none - -",
        ),
        (Activity.EMPLOYMENT_SKILLED, {"continuous_stay_since": "2022-11-22"}, A_RIGHT_WITHOUT_BA),
        (Activity.EMPLOYMENT_SKILLED, {"continuous_stay_since": "2022-11-23"}, A_RIGHT),
        (Activity.SELF_EMPLOYMENT, {}, EMPLOYMENT_ONLY),
        (Activity.EXISTING_EMPLOYMENT, {}, UNDECIDED),
        (Activity.EXISTING_EMPLOYMENT, {"work_permissions": []}, A_RIGHT),
        (
            Activity.EXISTING_EMPLOYMENT,
            {
                "work_permissions": [
                    {"from": "2026-11-02", "until": None, "during": "asylum_procedure", "same_job": True}
                ]
            },
            "yes_with_permission already_held entitlement already_given none - -",
        ),
        (
            Activity.EMPLOYMENT_UNSKILLED,
            {"document_work_note": "beschaeftigung_erlaubt"},
            "yes not_needed by_document_note already_given none - -",
        ),
    ],
)
def test_what_is_asked_for_decides_on_consent_and_permission(
    activity: Activity, changes: Mapping[str, Any], expected: str
) -> None:
    assert in_short(asked(APPLICANT, activity, **changes)) == expected


def test_the_reasons_name_the_sentences_and_since_when_they_are_law() -> None:
    answer = asked(APPLICANT)

    assert [(r.code, r.citation, r.since) for r in answer.reasons] == [
        (ReasonCode.ASYLUM_WAITING_PERIOD_OVER, "AsylG:61:2:1", date(2026, 6, 12)),
        (ReasonCode.EMPLOYMENT_CONDITIONS_APPLY, "AsylG:61:2:3", date(2026, 6, 12)),
        (ReasonCode.CONSENT_NEEDED, "AufenthG:39", None),
    ]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 2, 26), DISCRETION),
        (date(2024, 2, 27), A_RIGHT),
        (date(2026, 6, 11), A_RIGHT),
        (date(2026, 6, 12), A_RIGHT),
    ],
)
def test_the_same_applicant_outside_gets_the_law_of_the_day(on: date, expected: str) -> None:
    applied: dict[str, Any] = {"asylum_applied_on": "2023-08-01", "continuous_stay_since": "2023-08-01"}

    assert in_short(asked(APPLICANT, on=on, asylum_registered_on="2023-08-01", **applied)) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 2, 26), waits("reception_centre_waiting_period", "2024-05-01")),
        (date(2024, 2, 27), A_RIGHT),
        (date(2024, 1, 31), waits("reception_centre_waiting_period", "2024-05-01")),
        (date(2019, 8, 20), UNDECIDED),
    ],
)
def test_the_same_applicant_in_a_centre_gets_the_law_of_the_day(on: date, expected: str) -> None:
    assert in_short(asked(NEW_IN_CENTRE, on=on, asylum_applied_on="2023-08-01")) == expected


@pytest.mark.parametrize(
    ("changes", "expected", "missing"),
    [
        ({}, waits("reception_centre_waiting_period", "2026-12-30"), ()),
        ({"asylum_registered_on": "2026-08-22"}, A_RIGHT, ()),
        ({"asylum_registered_on": None}, UNDECIDED, ("asylum_registered_on",)),
        (
            {"asylum_registered_on": "2026-08-22", "dublin_request": "take_back_notification"},
            waits("reception_centre_waiting_period_extended", "2027-02-22"),
            (),
        ),
        (
            {"asylum_registered_on": "2026-08-22", "dublin_request": None},
            UNDECIDED,
            ("dublin_request",),
        ),
        ({"asylum_registered_on": "2026-05-22", "dublin_request": None}, A_RIGHT, ()),
        (
            {"asylum_registered_on": "2026-08-22", "protection_in_other_state": ["GRC"]},
            UNDECIDED,
            ("new_procedure_required",),
        ),
        (
            {
                "asylum_registered_on": "2026-08-22",
                "protection_in_other_state": ["GRC"],
                "new_procedure_required": False,
            },
            waits("reception_centre_waiting_period_extended", "2027-02-22"),
            (),
        ),
        (
            {
                "asylum_registered_on": "2026-08-22",
                "protection_in_other_state": ["GRC"],
                "new_procedure_required": True,
            },
            A_RIGHT,
            (),
        ),
        (
            {"cooperation_breach": "serious_unexcused"},
            "no needed should_be_refused not_applicable temporary cooperation_breach -",
            (),
        ),
    ],
)
def test_in_a_centre_the_registration_counts_since_june_2026(
    changes: Mapping[str, Any], expected: str, missing: tuple[str, ...]
) -> None:
    answer = asked(NEW_IN_CENTRE, **changes)

    assert (in_short(answer), answer.missing) == (expected, missing)


@pytest.mark.parametrize(
    ("kind", "effect", "expected"),
    [
        ("rejected", None, A_RIGHT),
        (
            "rejected_manifestly_unfounded",
            None,
            "no not_available barred not_applicable temporary reception_centre_waiting_period -",
        ),
        ("rejected_manifestly_unfounded", True, A_RIGHT),
        (None, None, UNDECIDED),
    ],
)
def test_a_manifestly_unfounded_claim_had_no_right_in_a_centre_before_june_2026(
    kind: str | None, effect: bool | None, expected: str
) -> None:
    outcome = None if kind is None else {"kind": kind, "final": False}
    answer = asked(
        NEW_IN_CENTRE,
        on=date(2025, 9, 1),
        asylum_applied_on="2025-01-10",
        asylum_outcome=outcome,
        court_suspensive_effect=effect,
    )

    assert in_short(answer) == expected


@pytest.mark.parametrize("letter", ["a", "e", "f"])
@pytest.mark.parametrize("inside", [True, False, None])
def test_acceleration_on_grounds_a_to_f_excludes_work(letter: str, inside: bool | None) -> None:
    answer = asked(APPLICANT, accelerated_procedure_ground=letter, reception_centre_duty=inside)

    assert in_short(answer) == ACCELERATED


@pytest.mark.parametrize(("letter", "expected"), [("g", A_RIGHT), ("j", A_RIGHT), (None, UNDECIDED)])
def test_acceleration_on_other_grounds_does_no_harm(letter: str | None, expected: str) -> None:
    assert in_short(asked(APPLICANT, accelerated_procedure_ground=letter)) == expected


@pytest.mark.parametrize(
    ("person", "changes", "expected"),
    [
        (SERBIAN_APPLICANT, {}, SAFE),
        (SERBIAN_APPLICANT, {"nationalities": ["SYR", "SRB"]}, SAFE),
        (SERBIAN_APPLICANT, {"reception_centre_duty": True}, UNDECIDED),
        (
            SERBIAN_APPLICANT,
            {"reception_centre_duty": True, "accelerated_procedure_ground": "e"},
            SAFE,
        ),
        (SERBIAN_APPLICANT, {"asylum_applied_on": "2015-08-31"}, A_RIGHT),
        (SERBIAN_APPLICANT, {"nationalities": None}, UNDECIDED),
        (SERBIAN_APPLICANT, {"nationalities": ["MAR"]}, A_RIGHT),
        (SERBIAN_APPLICANT, {"nationalities": ["GEO"]}, SAFE),
        (SERBIAN_APPLICANT, {"nationalities": ["GEO"], "asylum_applied_on": "2023-08-30"}, A_RIGHT),
        (SERBIAN_APPLICANT, {"nationalities": ["GEO"], "asylum_applied_on": "2023-08-31"}, SAFE),
        (
            SERBIAN_APPLICANT,
            {"nationalities": ["GEO"], "asylum_applied_on": None, "entered_on": None},
            UNDECIDED,
        ),
    ],
)
def test_safe_countries_of_the_annex_bar_work_during_the_procedure(
    person: Mapping[str, Any], changes: Mapping[str, Any], expected: str
) -> None:
    assert in_short(asked(person, **changes)) == expected


def test_georgia_is_safe_from_the_day_it_was_listed() -> None:
    georgian: dict[str, Any] = {"nationalities": ["GEO"], "asylum_applied_on": "2023-09-01"}
    since: dict[str, Any] = {"continuous_stay_since": "2023-09-01"}

    assert in_short(asked(APPLICANT, on=date(2023, 12, 22), **georgian, **since)) == DISCRETION
    assert in_short(asked(APPLICANT, on=date(2023, 12, 23), **georgian, **since)) == SAFE


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"reception_centre_duty": None}, ("reception_centre_duty",)),
        (
            {
                "continuous_stay_since": None,
                "asylum_applied_on": "2026-09-30",
                "asylum_registered_on": None,
                "entered_on": "2026-01-01",
            },
            ("continuous_stay_since",),
        ),
        ({"asylum_outcome": {"kind": "rejected", "final": True}}, ("status",)),
        ({"legal_basis": "AufenthG:60a"}, ("legal_basis",)),
        ({"birth_date": None}, ("birth_date",)),
        ({"dublin_request": None, "asylum_registered_on": "2026-08-03"}, ("dublin_request",)),
    ],
)
def test_what_decides_and_is_unknown_or_contradictory_is_named(
    changes: Mapping[str, Any], missing: tuple[str, ...]
) -> None:
    answer = asked(APPLICANT, **changes)

    assert (in_short(answer), answer.missing) == (UNDECIDED, missing)


def test_without_a_stated_stay_the_days_of_the_procedure_prove_it() -> None:
    assert in_short(asked(APPLICANT, continuous_stay_since=None)) == A_RIGHT


def test_a_recognised_refugee_works_by_law_while_the_title_is_still_to_be_issued() -> None:
    answer = asked(APPLICANT, asylum_outcome={"kind": "subsidiary_protection", "final": True})

    assert in_short(answer) == "yes not_needed by_law not_needed none - -"
