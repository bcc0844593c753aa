"""Who falls under the wording of the programme."""

from collections.abc import Mapping
from typing import Any

import pytest

from wir.eligibility.rules import Activity
from wir.eligibility.tests.persons import (
    APPLICANT,
    APPRENTICE,
    BOOKED,
    BY_LAND_ORDER,
    CONCEALING,
    EGYPTIAN_TOLERATED,
    NEW_IN_CENTRE,
    NEWLY_TOLERATED,
    REFUGEE,
    SERBIAN_APPLICANT,
    SERBIAN_TOLERATED,
    TOLERATED,
    TOLERATED_IN_CENTRE,
    UNIDENTIFIED,
    WAITING_FOR_EXTENSION,
    asked,
)


@pytest.mark.parametrize(
    ("person", "changes", "expected"),
    [
        (REFUGEE, {}, "yes"),
        (REFUGEE, {"legal_basis": "AufenthG:25:4:1"}, "yes"),
        (REFUGEE, {"legal_basis": "AufenthG:25:4a"}, "review"),
        (REFUGEE, {"legal_basis": None}, "review"),
        (REFUGEE, {"status": "niederlassungserlaubnis"}, "review"),
        (REFUGEE, {"legal_basis": "AufenthG:18a"}, "review"),
        (REFUGEE, {"legal_basis": "AufenthG:18a", "refugee_background": True}, "yes"),
        (REFUGEE, {"legal_basis": "AufenthG:18a", "refugee_background": False}, "no"),
        (REFUGEE, {"birth_date": "2011-11-23"}, "no"),
        (REFUGEE, {"birth_date": None}, "review"),
        (BY_LAND_ORDER, {}, "yes"),
        (APPRENTICE, {}, "yes"),
        (WAITING_FOR_EXTENSION, {}, "yes"),
        (WAITING_FOR_EXTENSION, {"legal_basis": "AufenthG:81:3"}, "review"),
        (APPLICANT, {}, "yes"),
        (APPLICANT, {"accelerated_procedure_ground": "e"}, "review"),
        (APPLICANT, {"cooperation_breach": "repeated_unexcused"}, "review"),
        (APPLICANT, {"nationalities": None}, "review"),
        (NEW_IN_CENTRE, {}, "yes"),
        (SERBIAN_APPLICANT, {}, "review"),
        (TOLERATED, {}, "yes"),
        (NEWLY_TOLERATED, {}, "yes"),
        (TOLERATED_IN_CENTRE, {}, "yes"),
        (UNIDENTIFIED, {}, "review"),
        (UNIDENTIFIED, {"nationalities": ["SRB"]}, "no"),
        (CONCEALING, {}, "review"),
        (BOOKED, {}, "review"),
        (SERBIAN_TOLERATED, {}, "no"),
        (EGYPTIAN_TOLERATED, {}, "no"),
        (TOLERATED, {"entered_for_benefits": True}, "no"),
        (TOLERATED, {"nationalities": None}, "review"),
        (TOLERATED, {"status": None}, "review"),
    ],
)
@pytest.mark.parametrize("activity", [Activity.EMPLOYMENT_UNSKILLED, Activity.SCHOOL_BASED_TRAINING])
def test_the_target_group_follows_the_wording_whatever_the_activity(
    person: Mapping[str, Any], changes: Mapping[str, Any], expected: str, activity: Activity
) -> None:
    assert asked(person, activity, **changes).target_group == expected
