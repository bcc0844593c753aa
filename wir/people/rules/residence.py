"""When a residence paper fits the history."""

from datetime import date
from enum import StrEnum


class PaperProblem(StrEnum):
    """Why a paper does not fit."""

    FROM_IN_FUTURE = "from_in_future"
    NOT_AFTER_THE_ONE_BEFORE = "not_after_the_one_before"
    VALID_BEFORE_FROM = "valid_before_from"


def problems_of_paper(
    *, from_on: date, valid_until: date | None, before_from: date | None, today: date
) -> list[PaperProblem]:
    """Return every reason against the paper; history has no gaps to guess and no two papers at once."""
    problems = []
    if from_on > today:
        problems.append(PaperProblem.FROM_IN_FUTURE)
    if before_from is not None and from_on <= before_from:
        problems.append(PaperProblem.NOT_AFTER_THE_ONE_BEFORE)
    if valid_until is not None and valid_until < from_on:
        problems.append(PaperProblem.VALID_BEFORE_FROM)
    return problems
