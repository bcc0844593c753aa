from datetime import date

import pytest

from wir.aftercare.rules import CheckInKind, CheckInProblem, Outcome, planned_check_ins, problems_of_holding
from wir.tasks.rules import CHECK_INS

START, TODAY = date(2026, 9, 1), date(2026, 11, 24)


def test_an_open_spell_with_probation_gets_all_five_in_order_of_time() -> None:
    planned = planned_check_ins(starts_on=START, probation_until=date(2027, 3, 1), ends_on=None)

    assert planned == [
        (CheckInKind.FIRST_WEEK, date(2026, 9, 8)),
        (CheckInKind.FOUR_WEEKS, date(2026, 9, 29)),
        (CheckInKind.THREE_MONTHS, date(2026, 12, 1)),
        (CheckInKind.PROBATION_ENDS, date(2027, 2, 15)),
        (CheckInKind.SIX_MONTHS, date(2027, 3, 1)),
    ]


def test_without_probation_nobody_asks_before_its_end() -> None:
    kinds = [kind for kind, _ in planned_check_ins(starts_on=START, probation_until=None, ends_on=None)]

    assert CheckInKind.PROBATION_ENDS not in kinds
    assert len(kinds) == 4


def test_nothing_is_planned_on_or_after_the_end() -> None:
    planned = planned_check_ins(starts_on=START, probation_until=None, ends_on=date(2026, 9, 29))

    assert planned == [(CheckInKind.FIRST_WEEK, date(2026, 9, 8))]


def test_every_check_in_is_a_reason_for_a_task() -> None:
    assert {kind.value for kind in CheckInKind} == {reason.value for reason in CHECK_INS}


@pytest.mark.parametrize(
    ("outcome", "cancelled", "held_on", "problems"),
    [
        (None, False, TODAY, []),
        (None, False, START, []),
        (Outcome.NOT_REACHED, False, TODAY, []),
        (Outcome.FINE, False, TODAY, [CheckInProblem.ALREADY_HELD]),
        (None, True, TODAY, [CheckInProblem.CANCELLED]),
        (None, False, date(2026, 11, 25), [CheckInProblem.IN_FUTURE]),
        (None, False, date(2026, 8, 31), [CheckInProblem.BEFORE_START]),
    ],
)
def test_what_stands_against_recording_a_check_in(
    outcome: Outcome | None, cancelled: bool, held_on: date, problems: list[CheckInProblem]
) -> None:
    found = problems_of_holding(
        outcome=outcome, cancelled=cancelled, starts_on=START, held_on=held_on, today=TODAY
    )

    assert found == problems
