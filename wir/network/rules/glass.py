"""Who may open what is closed, and for how long."""

from datetime import timedelta
from enum import StrEnum

from wir.privacy.rules import REASON_LENGTH

GLASS_STAYS_BROKEN = timedelta(hours=1)
"""For how long a closed file is open to somebody who gave a reason."""

GLASS = "glass"
"""Cause of a grant that somebody gave to themselves, with a reason."""


class GlassProblem(StrEnum):
    """Why a closed file cannot be opened, or its opening not be ended."""

    REASON_TOO_SHORT = "reason_too_short"
    NOT_ALLOWED = "not_allowed"
    OPEN_ALREADY = "open_already"
    OVER = "over"


def obstacles_to_breaking_glass(*, works_here: bool, open_already: bool, reason: str) -> list[GlassProblem]:
    """Return every reason against opening a closed file or closed notes.

    Only those may who advise or lead in a sub-project of the same network: the coordinator is another legal entity.
    """
    checks = (
        (GlassProblem.NOT_ALLOWED, not works_here),
        (GlassProblem.OPEN_ALREADY, open_already),
        (GlassProblem.REASON_TOO_SHORT, len(" ".join(reason.split())) < REASON_LENGTH),
    )
    return [problem for problem, holds in checks if holds]
