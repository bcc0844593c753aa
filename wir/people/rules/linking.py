"""One person takes part once in a network (Vorhaben), in however many sub-projects: what stands against a link."""

from __future__ import annotations

from enum import StrEnum


class LinkProblem(StrEnum):
    """Why a stay cannot begin yet, or files cannot be linked or parted."""

    UNDECIDED = "same_person_undecided"
    NOT_FOUND = "no_such_candidate"
    NOT_HERE = "not_of_the_sub_project"
    LINKED_ALREADY = "linked_already"
    NOT_LINKED = "not_linked"


def obstacles_to_decision(
    *, same: bool, found: bool, here: bool, linked_elsewhere: bool
) -> list[LinkProblem]:
    """Return every reason against deciding about a candidate."""
    checks = {
        LinkProblem.NOT_HERE: not here,
        LinkProblem.NOT_FOUND: not found,
        LinkProblem.LINKED_ALREADY: same and linked_elsewhere,
    }
    return [problem for problem, holds in checks.items() if holds]
