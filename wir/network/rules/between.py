"""What a network's decision on the check between networks needs."""

from datetime import date
from enum import StrEnum


class BasisProblem(StrEnum):
    """Why a decision on the check between networks cannot be recorded or ended."""

    DECIDED_BY_MISSING = "decided_by_missing"
    LEGAL_BASIS_MISSING = "legal_basis_missing"
    IN_FUTURE = "in_future"
    IN_FORCE = "in_force"
    ENDED = "ended"


def obstacles_to_basis(
    *, decided_by: str, legal_basis: str, from_on: date, today: date, in_force: bool
) -> list[BasisProblem]:
    """Return every reason against recording a decision."""
    found = [
        (not decided_by.strip(), BasisProblem.DECIDED_BY_MISSING),
        (not legal_basis.strip(), BasisProblem.LEGAL_BASIS_MISSING),
        (from_on > today, BasisProblem.IN_FUTURE),
        (in_force, BasisProblem.IN_FORCE),
    ]
    return [problem for holds, problem in found if holds]
