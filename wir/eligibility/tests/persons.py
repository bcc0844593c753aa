"""Made-up people in the exchange format, told completely, and a short form of answers to compare with."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from wir.eligibility.rules import Activity, Answer, Facts, assess

DAY = date(2026, 11, 22)

REFUGEE: Mapping[str, Any] = {
    "nationalities": ["SYR"],
    "birth_date": "1990-05-04",
    "status": "aufenthaltserlaubnis",
    "legal_basis": "AufenthG:25:2:1",
    "title_issued_on": "2025-03-01",
    "title_valid_until": "2028-02-29",
}
WAITING_FOR_EXTENSION: Mapping[str, Any] = {
    "nationalities": ["ERI"],
    "birth_date": "1994-10-10",
    "status": "fiktionsbescheinigung",
    "legal_basis": "AufenthG:81:4",
    "previous_title_basis": "AufenthG:25:3",
    "title_valid_until": "2026-09-30",
    "title_applied_on": "2026-09-01",
}
BY_LAND_ORDER: Mapping[str, Any] = {
    "nationalities": ["AFG"],
    "birth_date": "1988-02-02",
    "status": "aufenthaltserlaubnis",
    "legal_basis": "AufenthG:23:1",
    "title_valid_until": "2027-12-31",
    "admission_order_work_rule": "silent",
}
APPRENTICE: Mapping[str, Any] = {
    "nationalities": ["GMB"],
    "birth_date": "2004-07-20",
    "status": "aufenthaltserlaubnis",
    "legal_basis": "AufenthG:16g:1:1:2",
    "title_valid_until": "2028-07-31",
    "activity_is_title_purpose": True,
    "weekly_hours": 25,
}
APPLICANT: Mapping[str, Any] = {
    "nationalities": ["IRQ"],
    "birth_date": "1999-01-31",
    "status": "aufenthaltsgestattung",
    "legal_basis": "AsylG:55:1",
    "entered_on": "2026-07-28",
    "continuous_stay_since": "2026-07-30",
    "asylum_applied": True,
    "asylum_applied_on": "2026-07-30",
    "asylum_registered_on": "2026-08-03",
    "asylum_outcome": {"kind": "pending"},
    "accelerated_procedure_ground": "none",
    "dublin_request": "none",
    "protection_in_other_state": [],
    "cooperation_breach": "none",
    "reception_centre_duty": False,
}
NEW_IN_CENTRE: Mapping[str, Any] = {
    **APPLICANT,
    "entered_on": "2026-09-20",
    "continuous_stay_since": "2026-09-22",
    "asylum_applied_on": "2026-09-22",
    "asylum_registered_on": "2026-09-30",
    "reception_centre_duty": True,
}
SERBIAN_APPLICANT: Mapping[str, Any] = {**APPLICANT, "nationalities": ["SRB"]}
TOLERATED: Mapping[str, Any] = {
    "nationalities": ["PAK"],
    "birth_date": "1992-12-01",
    "status": "duldung",
    "legal_basis": "AufenthG:60a:2:1",
    "entered_on": "2024-03-01",
    "continuous_stay_since": "2024-03-05",
    "asylum_applied": True,
    "asylum_applied_on": "2024-03-05",
    "asylum_outcome": {"kind": "rejected", "decided_on": "2025-02-01", "final": True},
    "duldung_since": "2025-04-01",
    "duldung_60b_periods": [],
    "own_conduct_obstacle": "none",
    "removal_measures": [],
    "work_permissions": [],
    "identity_status": "not_clarified",
    "reception_centre_duty": False,
}
NEWLY_TOLERATED: Mapping[str, Any] = {
    **TOLERATED,
    "entered_on": "2026-09-28",
    "continuous_stay_since": "2026-10-01",
    "asylum_applied": False,
    "asylum_applied_on": None,
    "asylum_outcome": None,
    "duldung_since": "2026-10-01",
}
TOLERATED_IN_CENTRE: Mapping[str, Any] = {
    **TOLERATED,
    "duldung_since": "2026-07-15",
    "reception_centre_duty": True,
}
UNIDENTIFIED: Mapping[str, Any] = {
    **TOLERATED,
    "legal_basis": "AufenthG:60b:1",
    "duldung_60b_periods": [{"from": "2025-04-01", "until": None}],
}
SERBIAN_TOLERATED: Mapping[str, Any] = {**TOLERATED, "nationalities": ["SRB"]}
EGYPTIAN_TOLERATED: Mapping[str, Any] = {
    **TOLERATED,
    "nationalities": ["EGY"],
    "duldung_since": "2025-06-01",
}
CONCEALING: Mapping[str, Any] = {
    **TOLERATED,
    "own_conduct_obstacle": "deception",
    "own_conduct_causal": True,
}
BOOKED: Mapping[str, Any] = {**TOLERATED, "removal_measures": [{"kind": "transport_booking"}]}

CAST: Mapping[str, Mapping[str, Any]] = {
    name: value for name, value in list(globals().items()) if name.isupper() and isinstance(value, dict)
}


def asked(
    person: Mapping[str, Any],
    activity: Activity = Activity.EMPLOYMENT_UNSKILLED,
    on: date = DAY,
    **changes: Any,
) -> Answer:
    """Return the answer for the person with some facts changed; ``None`` takes a fact away."""
    return assess(Facts.from_json({**person, **changes}), activity=activity, on=on)


def in_short(answer: Answer) -> str:
    """Return may_work, permission, mode, consent, ban class, ban kind and earliest day; a dash for none."""
    values = (
        answer.may_work,
        answer.authority_permission,
        answer.decision_mode,
        answer.ba_consent,
        answer.ban_class,
        answer.ban_kind,
        answer.earliest_on,
    )
    return " ".join("-" if value is None else str(value) for value in values)


UNDECIDED = "undecided - - - - - -"
