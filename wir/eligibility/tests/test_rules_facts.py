"""Reading facts from untrusted JSON: nothing is guessed, and a refusal names field and value."""

from datetime import date

import pytest

from wir.eligibility.rules import Facts, NotAFact, Status
from wir.eligibility.rules.facts import READERS, AsylumOutcome, WorkPermission
from wir.eligibility.rules.vocabulary import Decision, PermittedDuring
from wir.kit.periods import Period


def test_absent_and_null_both_mean_unknown() -> None:
    assert Facts.from_json(dict.fromkeys(READERS)) == Facts.from_json({}) == Facts()


def test_last_days_become_half_open_periods() -> None:
    facts = Facts.from_json(
        {
            "status": "duldung",
            "asylum_outcome": {"kind": "rejected", "final": True},
            "duldung_60b_periods": [{"from": "2025-01-01", "until": "2025-01-31"}, {"from": "2026-01-01"}],
            "work_permissions": [
                {"from": "2026-02-01", "until": "2026-02-01", "during": "duldung", "same_job": False}
            ],
        }
    )

    assert facts.status is Status.DULDUNG
    assert facts.asylum_outcome == AsylumOutcome(Decision.REJECTED, final=True)
    assert facts.duldung_60b_periods == (
        Period(date(2025, 1, 1), date(2025, 2, 1)),
        Period(date(2026, 1, 1)),
    )
    assert facts.work_permissions == (
        WorkPermission(Period(date(2026, 2, 1), date(2026, 2, 2)), PermittedDuring.DULDUNG, False),
    )


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ([], "facts"),
        ({"colour": "red"}, "facts.colour"),
        ({"status": "visum"}, "facts.status"),
        ({"status": ["duldung"]}, "facts.status"),
        ({"birth_date": "2026-02-30"}, "facts.birth_date"),
        ({"birth_date": "20260228"}, "facts.birth_date"),
        ({"birth_date": "0199-02-28"}, "facts.birth_date"),
        ({"birth_date": 20260228}, "facts.birth_date"),
        ({"court_pending": 1}, "facts.court_pending"),
        ({"weekly_hours": True}, "facts.weekly_hours"),
        ({"weekly_hours": 169}, "facts.weekly_hours"),
        ({"weekly_hours": -1}, "facts.weekly_hours"),
        ({"duration_weeks": float("inf")}, "facts.duration_weeks"),
        ({"duration_weeks": 10**400}, "facts.duration_weeks"),
        ({"legal_basis": "§ 25 Abs. 2"}, "facts.legal_basis"),
        ({"legal_basis": "AufenthG:25:2\n"}, "facts.legal_basis"),
        ({"nationalities": []}, "facts.nationalities"),
        ({"nationalities": ["SYR", "sy"]}, "facts.nationalities[1]"),
        ({"nationalities": "SYR"}, "facts.nationalities"),
        ({"asylum_outcome": {}}, "facts.asylum_outcome.kind"),
        ({"asylum_outcome": {"kind": "rejected", "why": "x"}}, "facts.asylum_outcome.why"),
        ({"removal_measures": [{"started_on": "2026-01-01"}]}, "facts.removal_measures[0].kind"),
        ({"duldung_60b_periods": [{"until": "2026-01-01"}]}, "facts.duldung_60b_periods[0].from"),
        (
            {"duldung_60b_periods": [{"from": "2026-01-02", "until": "2026-01-01"}]},
            "facts.duldung_60b_periods[0].until",
        ),
        (
            {"work_permissions": [{"from": "2026-01-02", "during": "duldung", "same_job": True}]},
            "facts.work_permissions[0].until",
        ),
    ],
)
def test_what_is_no_fact_is_refused_with_its_place(told: object, field: str) -> None:
    with pytest.raises(NotAFact) as refusal:
        Facts.from_json(told)

    assert refusal.value.field == field


def test_a_refusal_quotes_the_value_but_not_at_any_length() -> None:
    with pytest.raises(NotAFact) as short:
        Facts.from_json({"status": "visum"})
    with pytest.raises(NotAFact) as long:
        Facts.from_json({"status": "v" * 5000})

    assert str(short.value).startswith("facts.status: 'visum' is not one of aufenthaltserlaubnis, ")
    assert len(str(long.value)) < 300
