"""How many questions about work the rules answer in a second: mixed people, activities and days, on one core."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, islice
from typing import Any

from wir.cli.bench.figures import Figure
from wir.eligibility.rules import Activity, Facts, assess
from wir.eligibility.rules.changes import what_changes_next
from wir.eligibility.rules.vocabulary import EXCHANGED

QUESTIONS, OVERVIEWS = 20_000, 200
MICROSECONDS_GOAL = 100.0
"""10,000 answers a second and core."""
FIRST_DAY, DAYS = date(2026, 6, 1), 730
_BASE: dict[str, Any] = {"birth_date": "1992-12-01", "entered_on": "2024-03-01"}
_PROCEDURE: dict[str, Any] = _BASE | {
    "status": "aufenthaltsgestattung",
    "legal_basis": "AsylG:55:1",
    "nationalities": ["IRQ"],
    "continuous_stay_since": "2024-03-05",
    "asylum_applied": True,
    "asylum_applied_on": "2024-03-05",
    "asylum_registered_on": "2024-03-05",
    "asylum_outcome": {"kind": "pending"},
    "accelerated_procedure_ground": "none",
    "dublin_request": "none",
    "protection_in_other_state": [],
    "reception_centre_duty": False,
}
_TOLERATED: dict[str, Any] = _PROCEDURE | {
    "status": "duldung",
    "legal_basis": "AufenthG:60a:2:1",
    "asylum_outcome": {"kind": "rejected", "decided_on": "2025-02-01", "final": True},
    "duldung_since": "2025-04-01",
    "duldung_60b_periods": [],
    "work_permissions": [],
}
PEOPLE: tuple[dict[str, Any], ...] = (
    _BASE | {"status": "aufenthaltserlaubnis", "legal_basis": "AufenthG:25:2", "nationalities": ["SYR"]},
    _BASE | {"status": "aufenthaltserlaubnis", "legal_basis": "AufenthG:16g:1", "nationalities": ["GMB"]},
    _BASE | {"status": "fiktionsbescheinigung", "legal_basis": "AufenthG:81:3", "nationalities": ["UKR"]},
    _PROCEDURE,
    _PROCEDURE | {"nationalities": ["SRB"]},
    _PROCEDURE | {"reception_centre_duty": True},
    _PROCEDURE | {"accelerated_procedure_ground": "b"},
    _TOLERATED,
    _TOLERATED | {"nationalities": ["EGY"]},
    _TOLERATED | {"reception_centre_duty": True},
    _TOLERATED | {"own_conduct_obstacle": "deception", "own_conduct_causal": True},
    _TOLERATED | {"nationalities": None},
)


def assessment_figures() -> Iterator[Figure]:
    """Measure one answer, and one look at everything that changes next, in processor time."""
    people = [Facts.from_json(told) for told in PEOPLE]
    asked = list(islice(mixed_questions(people), QUESTIONS))
    begun = time.process_time()
    for facts, activity, on in asked:
        assess(facts, activity=activity, on=on)
    each = (time.process_time() - begun) / QUESTIONS * 1e6
    yield Figure("eligibility", "one assessment of mixed cases", "", round(each, 1), "µs", MICROSECONDS_GOAL)
    begun = time.process_time()
    for facts, activity, on in asked[:OVERVIEWS]:
        what_changes_next(facts, activity=activity, on=on)
    each = (time.process_time() - begun) / OVERVIEWS * 1e3
    yield Figure("eligibility", "what changes next, one person", "", round(each, 2), "ms")


def mixed_questions(people: list[Facts]) -> Iterator[tuple[Facts, Activity, date]]:
    """Yield person by person every activity, each on another day, without end."""
    days = cycle(FIRST_DAY + timedelta(days=step) for step in range(DAYS))
    for facts in cycle(people):
        for activity in EXCHANGED:
            yield facts, activity, next(days)
