"""Every question returns all problems at once, not the first: somebody at a form mends them in one go."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

P = TypeVar("P", bound=StrEnum)


def those_that_hold(checks: Iterable[tuple[P, bool]]) -> list[P]:
    """Return the problems that hold, in order."""
    return [problem for problem, holds in checks if holds]
