"""What stands against correcting a stay's days or opening it again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from wir.counselling.rules.checks import those_that_hold
from wir.kit.periods import Period


class CorrectionProblem(StrEnum):
    """Why a stay cannot be changed as asked."""

    NOT_DECIDED_BY = "not_decided_by"
    NOT_OPEN = "not_open"
    NOT_ENDED = "not_ended"
    OTHER_OPEN = "other_open"
    OVERLAPS_ANOTHER = "overlaps_another"
    ENTRY_IN_FUTURE = "entry_in_future"
    ENTRY_OUTSIDE_FUNDING = "entry_outside_funding"
    EXIT_BEFORE_ENTRY = "exit_before_entry"
    EXIT_IN_FUTURE = "exit_in_future"


def obstacles_to_correction(
    *,
    entered_on: date,
    exited_on: date | None,
    others: Iterable[tuple[date, date | None]],
    funding: Period,
    today: date,
    decides: bool,
) -> list[CorrectionProblem]:
    """Return every reason against these days; ``others`` are entry and last day of the file's other stays.

    The last day of one stay may be the first of the next.
    """
    after_funding = funding.end is not None and entered_on >= funding.end
    overlaps = any(
        entered_on < (left or date.max) and entered < (exited_on or date.max) for entered, left in others
    )
    return those_that_hold(
        (
            (CorrectionProblem.NOT_DECIDED_BY, not decides),
            (CorrectionProblem.ENTRY_IN_FUTURE, entered_on > today),
            (CorrectionProblem.ENTRY_OUTSIDE_FUNDING, entered_on < funding.start or after_funding),
            (CorrectionProblem.EXIT_BEFORE_ENTRY, exited_on is not None and exited_on < entered_on),
            (CorrectionProblem.EXIT_IN_FUTURE, exited_on is not None and exited_on > today),
            (CorrectionProblem.OVERLAPS_ANOTHER, overlaps),
        )
    )


def obstacles_to_reopening(
    *, ended: bool, other_open: bool, later_stay: bool, decides: bool
) -> list[CorrectionProblem]:
    """Return every reason against undoing an exit."""
    return those_that_hold(
        (
            (CorrectionProblem.NOT_DECIDED_BY, not decides),
            (CorrectionProblem.NOT_ENDED, not ended),
            (CorrectionProblem.OTHER_OPEN, other_open),
            (CorrectionProblem.OVERLAPS_ANOTHER, later_stay and not other_open),
        )
    )
