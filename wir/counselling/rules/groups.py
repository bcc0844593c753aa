"""What stands in the way of a conversation with several people."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from uuid import UUID

from wir.counselling.rules.checks import those_that_hold
from wir.counselling.rules.stays import MINUTES


class GroupProblem(StrEnum):
    """Why a conversation with several people cannot be put down like this."""

    NOT_HERE = "not_here"
    TITLE_MISSING = "title_missing"
    NOBODY_CAME = "nobody_came"
    CAME_AND_MISSED = "came_and_missed"
    IN_FUTURE = "in_future"
    MINUTES_OUT_OF_RANGE = "minutes_out_of_range"


def obstacles_to_group(
    *,
    title: str,
    on: date,
    minutes: int,
    came: Collection[UUID],
    missed: Collection[UUID],
    at_work: bool,
    today: date,
) -> list[GroupProblem]:
    """Return every reason against it."""
    checks = (
        (GroupProblem.NOT_HERE, not at_work),
        (GroupProblem.TITLE_MISSING, not title),
        (GroupProblem.NOBODY_CAME, not came),
        (GroupProblem.CAME_AND_MISSED, bool(set(came) & set(missed))),
        (GroupProblem.IN_FUTURE, on > today),
        (GroupProblem.MINUTES_OUT_OF_RANGE, minutes not in MINUTES),
    )
    return those_that_hold(checks)
