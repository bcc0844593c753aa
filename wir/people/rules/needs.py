"""Needs of a person that are health data (Art. 9 GDPR): what kinds there are, and who may write one down."""

from datetime import date
from enum import StrEnum

MAX_TEXT = 4_000
"""Characters."""


class NeedKind(StrEnum):
    """What a need comes from; kept sealed, because the kind alone is a health datum."""

    DISABILITY = "disability"
    ILLNESS = "illness"
    STRAIN = "strain"
    PREGNANCY = "pregnancy"
    OTHER = "other"


class NeedProblem(StrEnum):
    """Why a need is not written down or not closed."""

    NOT_IN_TEAM = "not_in_team"
    NOTHING_SAID = "nothing_said"
    TOO_LONG = "too_long"
    FROM_IN_FUTURE = "from_in_future"
    ALREADY_CLOSED = "already_closed"


def obstacles_to_need(
    *, in_team: bool, text: str, helps: str, known_on: date, today: date
) -> list[NeedProblem]:
    """Return what stands in the way; ``known_on`` is the day on which the person told it."""
    problems = []
    if not in_team:
        problems.append(NeedProblem.NOT_IN_TEAM)
    if not text.strip() and not helps.strip():
        problems.append(NeedProblem.NOTHING_SAID)
    if max(len(text), len(helps)) > MAX_TEXT:
        problems.append(NeedProblem.TOO_LONG)
    if known_on > today:
        problems.append(NeedProblem.FROM_IN_FUTURE)
    return problems
