"""Needs of a person that are health data (Art. 9 GDPR): what kinds there are, and who may write one down."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MAX_TEXT = 4_000
"""Characters."""
DEGREES = (20, 30, 40, 50, 60, 70, 80, 90, 100)
"""Degrees of disability: steps of ten, established from twenty on (§ 152 Abs. 1 S. 5, 6 SGB IX)."""
SEVERE = 50
"""From this degree on somebody is severely disabled (§ 2 Abs. 2 SGB IX)."""
EQUAL_FROM = 30
"""From this degree on, below ``SEVERE``, the Agentur für Arbeit can put somebody on a par (§ 2 Abs. 3 SGB IX)."""


class NeedKind(StrEnum):
    """What a need comes from; kept sealed, because the kind alone is a health datum."""

    DISABILITY = "disability"
    ILLNESS = "illness"
    FLIGHT_ILLNESS = "flight_illness"
    """Illness or injury from the flight or from what led to it."""
    TRAUMA = "trauma"
    STRAIN = "strain"
    PREGNANCY = "pregnancy"
    OTHER = "other"


class ReadingReason(StrEnum):
    """What somebody opens the needs for; kept in the trail."""

    TALK = "talk"
    WORKPLACE = "workplace"
    APPOINTMENT = "appointment"
    AUTHORITY = "authority"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Disability:
    """What an authority has established; ``card_until`` is the last day on the Schwerbehindertenausweis."""

    degree: int
    card: bool = False
    card_until: date | None = None
    equal: bool = False
    """Put on a par with severely disabled people (Gleichstellung)."""

    def as_json(self) -> dict[str, object]:
        """Return the facts for a sealed field."""
        until = self.card_until.isoformat() if self.card_until else None
        return {"degree": self.degree, "card": self.card, "card_until": until, "equal": self.equal}

    @classmethod
    def from_json(cls, raw: dict[str, object] | None) -> "Disability | None":
        """Return the facts of a sealed field."""
        if raw is None:
            return None
        until = raw["card_until"]
        return cls(
            degree=int(str(raw["degree"])),
            card=raw["card"] is True,
            card_until=date.fromisoformat(str(until)) if until else None,
            equal=raw["equal"] is True,
        )


class NeedProblem(StrEnum):
    """Why a need is not written down, not read or not closed."""

    NOT_IN_TEAM = "not_in_team"
    NOT_AGREED = "not_agreed"
    NOTHING_SAID = "nothing_said"
    TOO_LONG = "too_long"
    FROM_IN_FUTURE = "from_in_future"
    NO_SUCH_DEGREE = "no_such_degree"
    CARD_BELOW_SEVERE = "card_below_severe"
    EQUAL_OUT_OF_RANGE = "equal_out_of_range"
    ALREADY_CLOSED = "already_closed"


def obstacles_to_need(
    *,
    in_team: bool,
    agreed: bool,
    texts: tuple[str, ...],
    disability: Disability | None,
    known_on: date,
    today: date,
) -> list[NeedProblem]:
    """Return what stands in the way; ``agreed``: the person's consent to keep health data is in force."""
    found = {
        NeedProblem.NOT_IN_TEAM: not in_team,
        NeedProblem.NOT_AGREED: in_team and not agreed,  # others learn nothing of consents
        NeedProblem.NOTHING_SAID: disability is None and not any(text.strip() for text in texts),
        NeedProblem.TOO_LONG: max(map(len, texts)) > MAX_TEXT,
        NeedProblem.FROM_IN_FUTURE: known_on > today,
    }
    return [problem for problem, holds in found.items() if holds] + _of_disability(disability)


def obstacles_to_reading(*, in_team: bool, agreed: bool) -> list[NeedProblem]:
    """Return why the needs stay closed: to others than the case team always, without the person's yes to everybody."""
    if not in_team:
        return [NeedProblem.NOT_IN_TEAM]
    return [] if agreed else [NeedProblem.NOT_AGREED]


def _of_disability(disability: Disability | None) -> list[NeedProblem]:
    if disability is None:
        return []
    degree = disability.degree
    found = {
        NeedProblem.NO_SUCH_DEGREE: degree not in DEGREES,
        NeedProblem.CARD_BELOW_SEVERE: (disability.card or disability.card_until is not None)
        and degree < SEVERE,
        NeedProblem.EQUAL_OUT_OF_RANGE: disability.equal and not EQUAL_FROM <= degree < SEVERE,
    }
    return [problem for problem, holds in found.items() if holds]
