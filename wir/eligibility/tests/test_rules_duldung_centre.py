"""Worked cases: work with a Duldung while the duty to live in a reception centre lasts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from wir.eligibility.rules import Activity
from wir.eligibility.tests.persons import TOLERATED_IN_CENTRE, UNDECIDED, asked, in_short

SHALL = "yes_with_permission needed shall needed none - -"
SHALL_WITHOUT_BA = "yes_with_permission needed shall not_needed none - -"


def runs_until(until: str) -> str:
    return f"no needed barred not_applicable temporary reception_centre_duldung_period {until}"


@pytest.mark.parametrize(
    ("activity", "changes", "expected", "missing"),
    [
        (Activity.EMPLOYMENT_UNSKILLED, {}, runs_until("2027-01-15"), ()),
        (Activity.EMPLOYMENT_UNSKILLED, {"duldung_since": "2026-05-22"}, SHALL, ()),
        (Activity.EMPLOYMENT_UNSKILLED, {"identity_status": "clarified_by_valid_passport"}, SHALL, ()),
        (Activity.EMPLOYMENT_UNSKILLED, {"identity_status": None}, UNDECIDED, ("identity_status",)),
        (
            Activity.EMPLOYMENT_UNSKILLED,
            {"identity_status": "clarified_by_valid_passport", "duldung_since": "2026-08-23"},
            runs_until("2026-11-23"),
            (),
        ),
        (Activity.EMPLOYMENT_UNSKILLED, {"work_permissions": None}, UNDECIDED, ("work_permissions",)),
        (Activity.EMPLOYMENT_UNSKILLED, {"duldung_since": None}, UNDECIDED, ("duldung_since",)),
        (Activity.VOCATIONAL_TRAINING_IN_COMPANY, {}, SHALL_WITHOUT_BA, ()),
        (
            Activity.EMPLOYMENT_UNSKILLED,
            {
                "work_permissions": [
                    {
                        "from": "2025-01-01",
                        "until": "2025-12-31",
                        "during": "asylum_procedure",
                        "same_job": False,
                    }
                ]
            },
            "yes_with_permission needed entitlement needed none - -",
            (),
        ),
        (
            Activity.EMPLOYMENT_UNSKILLED,
            {"duldung_since": "2026-01-01", "removal_measures": [{"kind": "dublin_procedure"}]},
            "no needed barred not_applicable temporary removal_measures -",
            (),
        ),
        (
            Activity.SELF_EMPLOYMENT,
            {},
            "no not_available barred not_applicable temporary employment_only -",
            (),
        ),
    ],
)
def test_in_a_centre_six_months_of_duldung_count_three_with_a_passport(
    activity: Activity, changes: Mapping[str, Any], expected: str, missing: tuple[str, ...]
) -> None:
    answer = asked(TOLERATED_IN_CENTRE, activity, **changes)

    assert (in_short(answer), answer.missing) == (expected, missing)


def test_before_june_2026_a_passport_did_not_shorten_the_wait() -> None:
    passport: dict[str, Any] = {
        "identity_status": "clarified_by_valid_passport",
        "duldung_since": "2026-02-01",
    }

    before = asked(TOLERATED_IN_CENTRE, on=date(2026, 6, 11), **passport)
    after = asked(TOLERATED_IN_CENTRE, on=date(2026, 6, 12), **passport)

    assert in_short(before) == runs_until("2026-08-01")
    assert in_short(after) == SHALL
