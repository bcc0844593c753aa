"""What stands in the way of giving running cases to somebody else."""

from enum import StrEnum


class ReassignProblem(StrEnum):
    """Why running cases cannot be given on."""

    NOT_YOURS = "not_yours"
    NOT_THERE = "not_there"
    ENDED = "ended"
    SAME_ADVISOR = "same_advisor"
