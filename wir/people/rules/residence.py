"""When a residence paper fits the history."""

from datetime import date
from enum import StrEnum


class PaperProblem(StrEnum):
    """Why a paper does not fit."""

    FROM_IN_FUTURE = "from_in_future"
    NOT_AFTER_THE_ONE_BEFORE = "not_after_the_one_before"
    VALID_BEFORE_FROM = "valid_before_from"
    ISSUED_IN_FUTURE = "issued_in_future"
    VALID_BEFORE_ISSUED = "valid_before_issued"
    NOT_BEFORE_ITS_END = "not_before_its_end"


def problems_of_paper(
    *,
    from_on: date,
    valid_until: date | None,
    before_from: date | None,
    today: date,
    issued_on: date | None = None,
    until_on: date | None = None,
) -> list[PaperProblem]:
    """Return every reason against the paper; history has no gaps to guess and no two papers at once.

    ``before_from`` is the first day of the paper before, ``until_on`` the first day of the one after.
    """
    problems = []
    if from_on > today:
        problems.append(PaperProblem.FROM_IN_FUTURE)
    if before_from is not None and from_on <= before_from:
        problems.append(PaperProblem.NOT_AFTER_THE_ONE_BEFORE)
    if valid_until is not None and valid_until < from_on:
        problems.append(PaperProblem.VALID_BEFORE_FROM)
    if issued_on is not None and issued_on > today:
        problems.append(PaperProblem.ISSUED_IN_FUTURE)
    if issued_on is not None and valid_until is not None and valid_until < issued_on:
        problems.append(PaperProblem.VALID_BEFORE_ISSUED)
    if until_on is not None and from_on >= until_on:
        problems.append(PaperProblem.NOT_BEFORE_ITS_END)
    return problems
