"""Worked cases: work with a Duldung outside a reception centre, and what excludes it anywhere."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from wir.eligibility.rules import Activity
from wir.eligibility.tests.persons import (
    BOOKED,
    CONCEALING,
    EGYPTIAN_TOLERATED,
    NEWLY_TOLERATED,
    SERBIAN_TOLERATED,
    TOLERATED,
    UNDECIDED,
    UNIDENTIFIED,
    asked,
    in_short,
)

SHALL = "yes_with_permission needed shall needed none - -"
SHALL_WITHOUT_BA = "yes_with_permission needed shall not_needed none - -"
DISCRETION = "yes_with_permission needed discretion needed none - -"
BA_WAITS = "no needed barred waiting temporary ba_consent_waiting_period 2027-01-01"
SAFE = "no not_available barred not_applicable absolute safe_country_60a_6_3 -"
UNION_SAFE = "no not_available barred not_applicable absolute eu_safe_country_60a_6_3 -"
PERMIT = {"from": "2018-05-01", "until": None, "during": "duldung", "same_job": True}


def absolute(kind: str) -> str:
    return f"no not_available barred not_applicable absolute {kind} -"


@pytest.mark.parametrize(
    ("activity", "changes", "expected"),
    [
        (Activity.EMPLOYMENT_UNSKILLED, {}, SHALL),
        (Activity.TEMPORARY_AGENCY_WORK, {}, SHALL),
        (Activity.EMPLOYMENT_UNSKILLED, {"continuous_stay_since": "2022-11-22"}, SHALL_WITHOUT_BA),
        (Activity.VOCATIONAL_TRAINING_IN_COMPANY, {}, SHALL_WITHOUT_BA),
        (
            Activity.VOCATIONAL_TRAINING_IN_COMPANY,
            {"identity_status": "clarified_otherwise", "identity_clarified_on": "2024-09-01"},
            "yes_with_permission needed entitlement not_needed none - -",
        ),
        (
            Activity.VOCATIONAL_TRAINING_IN_COMPANY,
            {"identity_status": "clarified_otherwise", "identity_clarified_on": "2024-09-02"},
            SHALL_WITHOUT_BA,
        ),
        (
            Activity.VOCATIONAL_TRAINING_IN_COMPANY,
            {"legal_basis": "AufenthG:60c:1"},
            "yes_with_permission needed entitlement not_needed none - -",
        ),
        (Activity.SELF_EMPLOYMENT, {}, UNDECIDED),
        (Activity.EXISTING_EMPLOYMENT, {"work_permissions": None}, UNDECIDED),
        (
            Activity.EXISTING_EMPLOYMENT,
            {"work_permissions": [{**PERMIT, "from": "2025-06-01"}]},
            "yes_with_permission already_held shall already_given none - -",
        ),
        (
            Activity.EXISTING_EMPLOYMENT,
            {"work_permissions": [{**PERMIT, "from": "2025-06-01", "until": "2026-11-21"}]},
            SHALL,
        ),
    ],
)
def test_outside_a_centre_work_shall_be_permitted(
    activity: Activity, changes: Mapping[str, Any], expected: str
) -> None:
    assert in_short(asked(TOLERATED, activity, **changes)) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2019, 12, 31), UNDECIDED),
        (date(2020, 1, 1), DISCRETION),
        (date(2024, 2, 26), DISCRETION),
        (date(2024, 2, 27), SHALL),
    ],
)
def test_the_same_person_gets_the_law_of_the_day(on: date, expected: str) -> None:
    stay = "2019-09-30" if on.year < 2021 else "2021-09-30"

    assert (
        in_short(asked(TOLERATED, on=on, duldung_since="2019-09-30", continuous_stay_since=stay)) == expected
    )


@pytest.mark.parametrize(
    ("activity", "on", "expected"),
    [
        (Activity.EMPLOYMENT_UNSKILLED, date(2026, 12, 31), BA_WAITS),
        (Activity.EMPLOYMENT_UNSKILLED, date(2027, 1, 1), SHALL),
        (Activity.VOCATIONAL_TRAINING_IN_COMPANY, date(2026, 10, 1), SHALL_WITHOUT_BA),
        (Activity.INTERNSHIP_ORIENTATION, date(2026, 10, 1), SHALL_WITHOUT_BA),
    ],
)
def test_the_ba_can_consent_after_three_months_but_training_needs_no_consent(
    activity: Activity, on: date, expected: str
) -> None:
    assert in_short(asked(NEWLY_TOLERATED, activity, on=on)) == expected


@pytest.mark.parametrize(
    ("changes", "expected", "missing"),
    [
        ({"continuous_stay_since": None}, BA_WAITS, ()),
        ({"continuous_stay_since": None, "entered_on": "2020-01-01"}, UNDECIDED, ("continuous_stay_since",)),
        (
            {
                "continuous_stay_since": None,
                "duldung_60b_periods": [{"from": "2026-08-01", "until": "2026-09-30"}],
            },
            SHALL,
            (),
        ),
    ],
)
def test_an_unstated_stay_is_proven_or_asked_for(
    changes: Mapping[str, Any], expected: str, missing: tuple[str, ...]
) -> None:
    answer = asked(NEWLY_TOLERATED, **changes)

    assert (in_short(answer), answer.missing) == (expected, missing)


@pytest.mark.parametrize(
    ("person", "changes", "expected"),
    [
        (UNIDENTIFIED, {}, absolute("unclarified_identity_60b")),
        (UNIDENTIFIED, {"legal_basis": "AufenthG:60a"}, absolute("unclarified_identity_60b")),
        (UNIDENTIFIED, {"duldung_60b_periods": None}, absolute("unclarified_identity_60b")),
        (
            TOLERATED,
            {"duldung_60b_periods": [{"from": "2025-04-01", "until": "2026-11-22"}]},
            absolute("unclarified_identity_60b"),
        ),
        (TOLERATED, {"duldung_60b_periods": [{"from": "2025-04-01", "until": "2026-11-21"}]}, SHALL),
        (TOLERATED, {"legal_basis": None}, UNDECIDED),
        (TOLERATED, {"entered_for_benefits": True}, absolute("benefit_motive_60a_6_1")),
        (CONCEALING, {}, absolute("own_conduct_60a_6_2")),
        (CONCEALING, {"own_conduct_causal": False}, SHALL),
        (CONCEALING, {"own_conduct_causal": None}, UNDECIDED),
        (
            BOOKED,
            {},
            "no needed discretion_usually_refused not_applicable temporary removal_measures -",
        ),
        (BOOKED, {"removal_measures": [{"kind": "transport_booking", "started_on": "2026-11-23"}]}, SHALL),
        (TOLERATED, {"reception_centre_duty": None}, UNDECIDED),
    ],
)
def test_what_excludes_work_with_a_duldung(
    person: Mapping[str, Any], changes: Mapping[str, Any], expected: str
) -> None:
    assert in_short(asked(person, **changes)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, SAFE),
        ({"asylum_applied_on": "2015-08-31"}, SHALL),
        ({"asylum_applied_on": "2015-09-01"}, SAFE),
        ({"asylum_applied_on": None}, SAFE),
        ({"asylum_applied_on": None, "entered_on": None}, UNDECIDED),
        ({"asylum_applied": False}, SAFE),
        ({"asylum_applied": None, "asylum_applied_on": None, "asylum_outcome": None}, UNDECIDED),
        ({"asylum_outcome": None}, UNDECIDED),
        ({"asylum_outcome": {"kind": "pending"}}, UNDECIDED),
        ({"asylum_outcome": {"kind": "removal_ban"}}, UNDECIDED),
        ({"asylum_outcome": {"kind": "withdrawn"}}, UNDECIDED),
        ({"asylum_outcome": {"kind": "withdrawn", "after_official_advice": False}}, SAFE),
        ({"asylum_outcome": {"kind": "withdrawn", "after_official_advice": True}}, SHALL),
        ({"nationalities": None}, UNDECIDED),
        ({"nationalities": ["GEO"]}, SAFE),
        ({"nationalities": ["GEO"], "asylum_applied_on": "2023-08-30"}, SHALL),
        ({"nationalities": ["MDA"], "asylum_applied": False, "duldung_since": "2023-08-30"}, SHALL),
        ({"nationalities": ["MDA"], "asylum_applied": False, "duldung_since": "2023-08-31"}, SAFE),
        ({"nationalities": ["GEO", "SRB"], "asylum_applied_on": "2023-08-30"}, SAFE),
    ],
)
def test_safe_countries_of_the_annex_bar_work_with_a_duldung(
    changes: Mapping[str, Any], expected: str
) -> None:
    assert in_short(asked(SERBIAN_TOLERATED, **changes)) == expected


@pytest.mark.parametrize(
    ("birth", "expected"),
    [("2010-01-01", SHALL), ("2008-11-22", UNDECIDED), (None, UNDECIDED)],
)
def test_an_unaccompanied_minor_may_have_waived_the_claim_in_its_own_interest(
    birth: str | None, expected: str
) -> None:
    minor: dict[str, Any] = {
        "unaccompanied_minor": True,
        "waiver_in_child_interest": True,
        "birth_date": birth,
    }

    assert in_short(asked(SERBIAN_TOLERATED, asylum_applied=False, **minor)) == expected


@pytest.mark.parametrize(
    ("changes", "on", "expected"),
    [
        ({}, date(2026, 11, 22), UNION_SAFE),
        ({"duldung_since": "2025-05-06"}, date(2026, 11, 22), SHALL),
        ({"duldung_since": "2025-05-07"}, date(2026, 11, 22), UNION_SAFE),
        ({"nationalities": ["TUR"]}, date(2026, 11, 22), UNION_SAFE),
        ({"work_permissions": None}, date(2026, 11, 22), UNDECIDED),
        (
            {
                "work_permissions": [
                    {**PERMIT, "from": "2026-06-11", "until": "2026-06-11", "same_job": False}
                ]
            },
            date(2026, 11, 22),
            SHALL,
        ),
        ({"nationalities": ["XKX"]}, date(2026, 11, 22), SAFE),
        ({}, date(2026, 7, 19), SHALL),
        ({}, date(2026, 7, 20), UNDECIDED),
        ({}, date(2026, 8, 2), UNDECIDED),
        ({}, date(2026, 8, 3), UNION_SAFE),
    ],
)
def test_the_union_list_bars_work_since_summer_2026_with_two_cut_off_days(
    changes: Mapping[str, Any], on: date, expected: str
) -> None:
    assert in_short(asked(EGYPTIAN_TOLERATED, on=on, **changes)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"asylum_applied": False, "work_permissions": [PERMIT]},
            "yes_with_permission already_held old_law_continues already_given none - -",
        ),
        ({"work_permissions": [PERMIT]}, SAFE),
        ({"asylum_applied": False, "work_permissions": [{**PERMIT, "same_job": False}]}, SAFE),
        ({"asylum_applied": False, "work_permissions": [{**PERMIT, "from": "2020-01-01"}]}, SAFE),
        (
            {"asylum_applied": False, "work_permissions": [PERMIT], "entered_for_benefits": True},
            absolute("benefit_motive_60a_6_1"),
        ),
    ],
)
def test_a_job_permitted_by_2019_keeps_the_old_law(changes: Mapping[str, Any], expected: str) -> None:
    assert in_short(asked(SERBIAN_TOLERATED, Activity.EXISTING_EMPLOYMENT, **changes)) == expected


@pytest.mark.parametrize(
    ("outcome", "on", "expected"),
    [
        ({"protection_still_held": True}, date(2026, 11, 22), "yes not_needed by_law not_needed none - -"),
        ({"protection_still_held": True}, date(2022, 12, 31), DISCRETION),
        ({"protection_still_held": False}, date(2026, 11, 22), SHALL),
        ({}, date(2026, 11, 22), UNDECIDED),
    ],
)
def test_a_recognised_refugee_with_only_a_duldung_works_by_law_since_2023(
    outcome: Mapping[str, Any], on: date, expected: str
) -> None:
    since: dict[str, Any] = {"continuous_stay_since": "2020-01-01"} if on.year < 2023 else {}
    answer = asked(TOLERATED, on=on, asylum_outcome={"kind": "refugee_status", **outcome}, **since)

    assert in_short(answer) == expected
