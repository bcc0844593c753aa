"""When somebody who began to work, learn or go to school is asked how it goes."""

from datetime import date, timedelta
from enum import StrEnum

from wir.kit.calendar import add_months


class CheckInKind(StrEnum):
    """Which check-in it is; the names are those of task reasons."""

    FIRST_WEEK = "first_week"
    FOUR_WEEKS = "four_weeks"
    THREE_MONTHS = "three_months"
    PROBATION_ENDS = "probation_ends"
    SIX_MONTHS = "six_months"


class Outcome(StrEnum):
    """What the check-in showed."""

    FINE = "fine"
    DIFFICULT = "difficult"
    AT_RISK = "at_risk"
    ENDED = "ended"
    NOT_REACHED = "not_reached"


class CheckInProblem(StrEnum):
    """Why a check-in cannot be recorded as asked."""

    ALREADY_HELD = "already_held"
    CANCELLED = "cancelled"
    IN_FUTURE = "in_future"
    BEFORE_START = "before_start"


BEFORE_PROBATION_ENDS = timedelta(days=14)
"""Two weeks before probation ends there is still time to talk with the firm."""


def planned_check_ins(
    *, starts_on: date, probation_until: date | None, ends_on: date | None
) -> list[tuple[CheckInKind, date]]:
    """Return the check-ins of a spell with their days, in order of time; none on or after its end."""
    planned = [
        (CheckInKind.FIRST_WEEK, starts_on + timedelta(weeks=1)),
        (CheckInKind.FOUR_WEEKS, starts_on + timedelta(weeks=4)),
        (CheckInKind.THREE_MONTHS, add_months(starts_on, 3)),
        (CheckInKind.SIX_MONTHS, add_months(starts_on, 6)),
    ]
    if probation_until is not None:
        planned.append((CheckInKind.PROBATION_ENDS, max(starts_on, probation_until - BEFORE_PROBATION_ENDS)))
    return sorted(
        (one for one in planned if ends_on is None or one[1] < ends_on),
        key=lambda one: (one[1], one[0].value),
    )


def problems_of_holding(
    *, outcome: Outcome | None, cancelled: bool, starts_on: date, held_on: date, today: date
) -> list[CheckInProblem]:
    """Return what stands against recording a check-in; somebody not reached before may be reached later."""
    found = {
        CheckInProblem.ALREADY_HELD: outcome not in {None, Outcome.NOT_REACHED},
        CheckInProblem.CANCELLED: cancelled,
        CheckInProblem.IN_FUTURE: held_on > today,
        CheckInProblem.BEFORE_START: held_on < starts_on,
    }
    return [problem for problem, holds in found.items() if holds]
