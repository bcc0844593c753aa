"""Worked cases: residence titles, pending applications, what is no employment, and youth protection."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from wir.eligibility.rules import Activity, ReasonCode
from wir.eligibility.tests.persons import (
    APPLICANT,
    APPRENTICE,
    BY_LAND_ORDER,
    REFUGEE,
    SERBIAN_TOLERATED,
    TOLERATED,
    UNDECIDED,
    WAITING_FOR_EXTENSION,
    asked,
    in_short,
)

BY_LAW = "yes not_needed by_law not_needed none - -"
BY_NOTE = "yes not_needed by_document_note not_needed none - -"
ON_REQUEST = "yes_with_permission needed discretion not_needed none title_without_work_right -"
OLD_LAW = "yes_with_permission needed discretion not_needed none - -"
NO_EMPLOYMENT = "yes not_needed not_employment not_applicable none - -"


@pytest.mark.parametrize(
    ("basis", "on", "expected"),
    [
        ("AufenthG:22:-:2", date(2026, 11, 22), BY_LAW),
        ("AufenthG:23:2", date(2026, 11, 22), BY_LAW),
        ("AufenthG:23a:1", date(2026, 11, 22), BY_LAW),
        ("AufenthG:24:1", date(2022, 5, 31), ON_REQUEST),
        ("AufenthG:24:1", date(2022, 6, 1), BY_LAW),
        ("AufenthG:25:1", date(2026, 11, 22), BY_LAW),
        ("AufenthG:25:2", date(2020, 2, 29), BY_LAW),
        ("AufenthG:25:3", date(2020, 2, 29), OLD_LAW),
        ("AufenthG:25:3", date(2020, 3, 1), BY_LAW),
        ("AufenthG:25:4:2", date(2026, 11, 22), ON_REQUEST),
        ("AufenthG:25:4a:1", date(2026, 11, 22), ON_REQUEST),
        ("AufenthG:25:4b", date(2026, 11, 22), ON_REQUEST),
        ("AufenthG:25:5:2", date(2026, 11, 22), BY_LAW),
        ("AufenthG:25a:1", date(2026, 11, 22), BY_LAW),
        ("AufenthG:25b:1", date(2026, 11, 22), BY_LAW),
        ("AufenthG:104c:1", date(2022, 12, 30), UNDECIDED),
        ("AufenthG:104c:1", date(2022, 12, 31), BY_LAW),
        ("AufenthG:25", date(2026, 11, 22), UNDECIDED),
        ("AufenthG:38a", date(2026, 11, 22), UNDECIDED),
    ],
)
def test_a_title_says_what_the_law_of_the_day_says(basis: str, on: date, expected: str) -> None:
    answer = asked(REFUGEE, on=on, legal_basis=basis, title_issued_on=None)

    assert in_short(answer) == expected


@pytest.mark.parametrize(
    ("basis", "missing"), [("AufenthG:25", ("legal_basis",)), (None, ("legal_basis",)), ("AufenthG:38a", ())]
)
def test_a_basis_that_is_unknown_or_too_coarse_is_asked_for(
    basis: str | None, missing: tuple[str, ...]
) -> None:
    answer = asked(REFUGEE, legal_basis=basis)

    assert (in_short(answer), answer.missing) == (UNDECIDED, missing)


def test_a_refugee_may_also_be_self_employed() -> None:
    answer = asked(REFUGEE, Activity.SELF_EMPLOYMENT)

    assert (in_short(answer), answer.self_employment) == (BY_LAW, True)
    assert [(r.code, r.citation, r.since) for r in answer.reasons] == [
        (ReasonCode.TITLE_ALLOWS_WORK, "AufenthG:4a:1:1", date(2020, 3, 1)),
        (ReasonCode.TITLE_ALLOWS_WORK, "AufenthG:25:2", None),
    ]


def test_a_document_that_says_less_than_the_statute_is_flagged_not_followed() -> None:
    answer = asked(REFUGEE, document_work_note="beschaeftigung_nur_mit_erlaubnis")

    assert in_short(answer) == BY_LAW
    assert answer.reasons[-1].code == ReasonCode.DOCUMENT_NOTE_DIFFERS


@pytest.mark.parametrize(
    ("note", "activity", "expected"),
    [
        ("erwerbstaetigkeit_erlaubt", Activity.EMPLOYMENT_SKILLED, BY_NOTE),
        ("beschaeftigung_erlaubt", Activity.EMPLOYMENT_SKILLED, BY_NOTE),
        ("beschaeftigung_erlaubt", Activity.SELF_EMPLOYMENT, ON_REQUEST),
        ("beschaeftigung_nur_mit_erlaubnis", Activity.EMPLOYMENT_SKILLED, ON_REQUEST),
        (None, Activity.EMPLOYMENT_SKILLED, ON_REQUEST),
    ],
)
def test_a_permission_written_on_the_document_counts(
    note: str | None, activity: Activity, expected: str
) -> None:
    answer = asked(REFUGEE, activity, legal_basis="AufenthG:25:4:1", document_work_note=note)

    assert in_short(answer) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("allows_work", "yes not_needed by_order not_needed none - -"),
        ("allows_permission", ON_REQUEST),
        (
            "silent",
            "no not_available only_if_order_provides not_applicable none title_without_work_right -",
        ),
        (None, UNDECIDED),
    ],
)
def test_the_order_of_the_land_decides_for_its_title(rule: str | None, expected: str) -> None:
    assert in_short(asked(BY_LAND_ORDER, admission_order_work_rule=rule)) == expected


@pytest.mark.parametrize(
    ("activity", "changes", "expected"),
    [
        (Activity.SIDE_JOB, {"weekly_hours": 20}, BY_LAW),
        (
            Activity.SIDE_JOB,
            {"weekly_hours": 20.5},
            "no not_available beyond_statutory_scope not_applicable none scope_exceeded -",
        ),
        (Activity.SIDE_JOB, {"weekly_hours": None}, UNDECIDED),
        (
            Activity.VOCATIONAL_TRAINING_IN_COMPANY,
            {},
            "yes not_needed by_title_purpose not_needed none - -",
        ),
        (Activity.VOCATIONAL_TRAINING_IN_COMPANY, {"activity_is_title_purpose": None}, UNDECIDED),
        (
            Activity.SELF_EMPLOYMENT,
            {},
            "no not_available beyond_statutory_scope not_applicable none scope_exceeded -",
        ),
    ],
)
def test_an_apprentice_may_train_and_work_twenty_hours_beside(
    activity: Activity, changes: Mapping[str, Any], expected: str
) -> None:
    assert in_short(asked(APPRENTICE, activity, **changes)) == expected


@pytest.mark.parametrize(
    ("is_purpose", "expected"),
    [
        (True, "yes not_needed by_title_purpose already_given none - -"),
        (False, "yes_with_permission needed discretion needed none - -"),
        (None, UNDECIDED),
    ],
)
def test_a_title_for_one_job_allows_that_job(is_purpose: bool | None, expected: str) -> None:
    answer = asked(REFUGEE, legal_basis="AufenthG:18a", activity_is_title_purpose=is_purpose)

    assert in_short(answer) == expected


def test_a_settlement_permit_allows_everything_whatever_its_basis() -> None:
    answer = asked(REFUGEE, status="niederlassungserlaubnis", legal_basis=None, title_valid_until=None)

    assert (in_short(answer), answer.self_employment) == (BY_LAW, True)


@pytest.mark.parametrize(
    ("changes", "expected", "missing"),
    [
        ({}, BY_LAW, ()),
        ({"title_applied_on": "2026-09-30"}, BY_LAW, ()),
        ({"title_applied_on": "2026-10-01"}, UNDECIDED, ()),
        ({"title_applied_on": "2026-10-01", "legal_basis": "AufenthG:81:4:3"}, BY_LAW, ()),
        ({"previous_title_basis": None}, UNDECIDED, ("previous_title_basis",)),
        ({"previous_title_basis": "AufenthG:25:4:1"}, ON_REQUEST, ()),
        ({"previous_title_basis": "AufenthG:104c"}, UNDECIDED, ("applied_title_basis",)),
        ({"previous_title_basis": "AufenthG:104c", "applied_title_basis": "AufenthG:25b"}, BY_LAW, ()),
        ({"previous_title_basis": "AufenthG:104c", "applied_title_basis": "AufenthG:25:5"}, UNDECIDED, ()),
        ({"status": "aufenthaltserlaubnis", "legal_basis": "AufenthG:25:3"}, BY_LAW, ()),
        (
            {"status": "aufenthaltserlaubnis", "legal_basis": "AufenthG:25:3", "title_applied_on": None},
            UNDECIDED,
            ("title_applied_on",),
        ),
    ],
)
def test_a_title_goes_on_where_its_extension_was_applied_for_in_time(
    changes: Mapping[str, Any], expected: str, missing: tuple[str, ...]
) -> None:
    answer = asked(WAITING_FOR_EXTENSION, **changes)

    assert (in_short(answer), answer.missing) == (expected, missing)


@pytest.mark.parametrize(
    ("changes", "expected", "missing"),
    [
        ({"document_work_note": "erwerbstaetigkeit_erlaubt"}, BY_NOTE, ()),
        ({"document_work_note": "erwerbstaetigkeit_nicht_erlaubt"}, UNDECIDED, ()),
        ({}, UNDECIDED, ("document_work_note",)),
        ({"asylum_outcome": {"kind": "refugee_status", "final": True}}, BY_LAW, ()),
        ({"asylum_outcome": {"kind": "refugee_status"}}, UNDECIDED, ("asylum_outcome",)),
    ],
)
def test_a_first_application_gives_work_by_note_or_by_recognition(
    changes: Mapping[str, Any], expected: str, missing: tuple[str, ...]
) -> None:
    applicant = {**WAITING_FOR_EXTENSION, "legal_basis": "AufenthG:81:3", "previous_title_basis": None}
    answer = asked({**applicant, "applied_title_basis": "AufenthG:24"}, **changes)

    assert (in_short(answer), answer.missing) == (expected, missing)


@pytest.mark.parametrize("person", [REFUGEE, APPLICANT, TOLERATED, SERBIAN_TOLERATED])
def test_school_needs_no_permission(person: Mapping[str, Any]) -> None:
    assert in_short(asked(person, Activity.SCHOOL_BASED_TRAINING)) == NO_EMPLOYMENT


@pytest.mark.parametrize(
    ("person", "expected"), [(APPLICANT, NO_EMPLOYMENT), (TOLERATED, NO_EMPLOYMENT), (REFUGEE, UNDECIDED)]
)
def test_a_work_opportunity_is_for_those_who_receive_asylblg(
    person: Mapping[str, Any], expected: str
) -> None:
    assert in_short(asked(person, Activity.ASYLBLG_WORK_OPPORTUNITY)) == expected


@pytest.mark.parametrize(
    ("born", "activity", "expected"),
    [
        ("2011-11-22", Activity.EMPLOYMENT_UNSKILLED, BY_LAW),
        (
            "2011-11-23",
            Activity.EMPLOYMENT_UNSKILLED,
            "no not_needed barred_by_youth_protection not_needed none youth_protection -",
        ),
        ("2011-11-23", Activity.INTERNSHIP_ORIENTATION, UNDECIDED),
        (None, Activity.EMPLOYMENT_UNSKILLED, UNDECIDED),
    ],
)
def test_nobody_works_before_the_fifteenth_birthday(
    born: str | None, activity: Activity, expected: str
) -> None:
    assert in_short(asked(REFUGEE, activity, birth_date=born)) == expected


@pytest.mark.parametrize(
    ("changes", "on"),
    [
        ({"nationalities": ["SYR", "POL"]}, date(2026, 11, 22)),
        ({}, date(2029, 6, 12)),
        ({"status": None}, date(2026, 11, 22)),
    ],
)
def test_free_movement_later_law_and_unknown_status_are_left_open(
    changes: Mapping[str, Any], on: date
) -> None:
    assert in_short(asked(REFUGEE, on=on, **{"title_valid_until": None, **changes})) == UNDECIDED
