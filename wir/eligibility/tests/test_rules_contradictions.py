"""Facts that cannot both be true are refused as a pair, before the rules are asked."""

from typing import Any

import pytest

from wir.eligibility.rules import Facts
from wir.eligibility.rules.contradictions import Contradiction, contradictions
from wir.eligibility.tests.persons import CAST, DAY, REFUGEE


@pytest.mark.parametrize(
    ("changes", "pair"),
    [
        (
            {"entered_on": "2025-03-02", "title_issued_on": "2025-03-01"},
            ("entered_on", "title_issued_on"),
        ),
        ({"status": "duldung", "title_valid_until": None}, ("status", "legal_basis")),
        (
            {
                "status": "aufenthaltsgestattung",
                "legal_basis": "AufenthG:25:3",
                "title_valid_until": None,
            },
            ("status", "legal_basis"),
        ),
        ({"status": "duldung", "legal_basis": "AufenthG:60a"}, ("status", "title_valid_until")),
        (
            {"status": "duldung", "legal_basis": "AufenthG:60a", "title_issued_on": None}
            | {"duldung_since": "2026-11-23"},
            ("duldung_since", "assessed_on"),
        ),
        (
            {"status": "aufenthaltsgestattung", "legal_basis": None, "title_issued_on": None}
            | {"asylum_applied": False},
            ("status", "asylum_applied"),
        ),
        (
            {"reception_centre_duty": True, "reception_centre_duty_until": "2026-11-21"},
            ("reception_centre_duty", "reception_centre_duty_until"),
        ),
        (
            {"reception_centre_duty": False, "reception_centre_duty_until": "2026-11-22"},
            ("reception_centre_duty", "reception_centre_duty_until"),
        ),
        (
            {"identity_status": "not_clarified", "identity_clarified_on": "2026-11-22"},
            ("identity_status", "identity_clarified_on"),
        ),
        (
            {"own_conduct_obstacle": "none", "own_conduct_causal": True},
            ("own_conduct_obstacle", "own_conduct_causal"),
        ),
        (
            {"title_issued_on": "2026-11-23"},
            ("title_issued_on", "assessed_on"),
        ),
        (
            {"dublin_request": "none", "dublin_request_on": "2026-08-01"},
            ("dublin_request", "dublin_request_on"),
        ),
        (
            {"entered_on": "2024-01-02", "asylum_requested_on": "2024-01-01"},
            ("entered_on", "asylum_requested_on"),
        ),
        ({"legal_basis": "AufenthG:60a:2:1"}, ("status", "legal_basis")),
        ({"title_valid_until": "2025-02-28"}, ("title_issued_on", "title_valid_until")),
        ({"entered_on": "1990-05-03"}, ("birth_date", "entered_on")),
        ({"entered_on": "2026-11-23", "title_issued_on": None}, ("entered_on", "assessed_on")),
        (
            {"asylum_applied": False, "asylum_applied_on": "2024-01-01"},
            ("asylum_applied", "asylum_applied_on"),
        ),
        (
            {
                "asylum_applied_on": "2024-01-02",
                "asylum_outcome": {"kind": "refugee_status", "decided_on": "2024-01-01"},
            },
            ("asylum_applied_on", "asylum_outcome"),
        ),
    ],
)
def test_facts_that_exclude_each_other_are_named_as_a_pair(
    changes: dict[str, Any], pair: tuple[str, str]
) -> None:
    assert contradictions(Facts.from_json({**REFUGEE, **changes}), DAY) == (Contradiction(*pair),)


@pytest.mark.parametrize("name", sorted(CAST))
def test_plain_people_contradict_nothing(name: str) -> None:
    assert contradictions(Facts.from_json(CAST[name]), DAY) == ()
