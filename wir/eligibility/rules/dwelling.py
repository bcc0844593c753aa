"""Where the person may live and move: obligations told as facts, and the dates that follow.

Of §§ 12a, 72 AufenthG and § 60 AsylG the texts are not at hand; every answer here says so and asks for a check.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from wir.kit.calendar import add_months

OBLIGATION_MONTHS, REVIVAL_MONTHS, FICTION_DAYS = 36, 3, 28
LEAST_HOURS = 15


class Obligation(StrEnum):
    """Wohnsitzauflage: the rule on which the duty to live at a place rests."""

    NONE = "none"
    AFTER_RECOGNITION = "after_recognition"
    """§ 12a AufenthG."""
    WITH_DULDUNG = "with_duldung"
    """§ 61 Abs. 1d AufenthG."""
    IN_PROCEDURE = "in_procedure"
    """§ 60 AsylG."""


class DwellingCode(StrEnum):
    """What follows for living, commuting and moving."""

    OBLIGATION_UNKNOWN = "obligation_unknown"
    NO_OBLIGATION = "no_obligation"
    MUST_LIVE_THERE = "must_live_there"
    COMMUTING_IS_NOT_MOVING = "commuting_is_not_moving"
    MAY_NOT_LEAVE_AREA = "may_not_leave_area"
    AREA_UNKNOWN = "area_unknown"
    LIFT_BEFORE_MOVING = "lift_before_moving"
    HOURS_TOO_FEW = "hours_too_few"
    ASK_AUTHORITY = "ask_authority"
    CONSENT_COUNTS_AS_GIVEN = "consent_counts_as_given"
    OBLIGATION_ENDS = "obligation_ends"
    OBLIGATION_REVIVES = "obligation_revives"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dwelling:
    """What is told about living and moving; None means not known."""

    obligation: Obligation | None = None
    since: date | None = None
    """Day of recognition, or on which the duty began."""
    bound_to_area: bool | None = None
    """Residenzpflicht: the person may not leave an area without permission."""
    weekly_hours: float | None = None
    """Hours of the job for which the person wants to move."""
    consent_asked_on: date | None = None
    """Day on which the authority of the new place was asked for its consent (§ 72 Abs. 3a AufenthG)."""
    lifted_for_job_from: date | None = None
    """First day of the job for which the duty was lifted."""


@dataclass(frozen=True, slots=True)
class DwellingAnswer:
    """One thing that follows; all are to be checked against statute and notice. ``on`` is the day it names."""

    code: DwellingCode
    citation: str
    on: date | None = None


_CITATIONS = {
    Obligation.AFTER_RECOGNITION: "AufenthG:12a:1",
    Obligation.WITH_DULDUNG: "AufenthG:61:1d",
    Obligation.IN_PROCEDURE: "AsylG:60:1",
}


def dwelling_of(told: Dwelling) -> tuple[DwellingAnswer, ...]:
    """Return what follows for living, commuting and moving, in the order in which to look."""
    return (*_area(told), *_living(told))


def _area(told: Dwelling) -> tuple[DwellingAnswer, ...]:
    if told.bound_to_area is None:
        return (DwellingAnswer(DwellingCode.AREA_UNKNOWN, "AsylG:59a:1"),)
    if told.bound_to_area:
        return (DwellingAnswer(DwellingCode.MAY_NOT_LEAVE_AREA, "AsylG:56:1"),)
    return ()


def _living(told: Dwelling) -> tuple[DwellingAnswer, ...]:
    if told.obligation is None:
        return (DwellingAnswer(DwellingCode.OBLIGATION_UNKNOWN, "AufenthG:12a:1"),)
    if told.obligation is Obligation.NONE:
        return (DwellingAnswer(DwellingCode.NO_OBLIGATION, "AufenthG:12a:1"),)
    citation = _CITATIONS[told.obligation]
    stands = (
        DwellingAnswer(DwellingCode.MUST_LIVE_THERE, citation),
        DwellingAnswer(DwellingCode.COMMUTING_IS_NOT_MOVING, citation),
    )
    if told.obligation is not Obligation.AFTER_RECOGNITION:
        return (*stands, DwellingAnswer(DwellingCode.ASK_AUTHORITY, citation))
    return (*stands, *_lifting(told))


def _lifting(told: Dwelling) -> tuple[DwellingAnswer, ...]:
    few = told.weekly_hours is not None and told.weekly_hours < LEAST_HOURS
    found = [
        DwellingAnswer(
            DwellingCode.HOURS_TOO_FEW if few else DwellingCode.LIFT_BEFORE_MOVING, "AufenthG:12a:5"
        )
    ]
    if told.since is not None:
        ends = add_months(told.since, OBLIGATION_MONTHS)
        found.append(DwellingAnswer(DwellingCode.OBLIGATION_ENDS, "AufenthG:12a:1", ends))
    if told.consent_asked_on is not None:
        counts = told.consent_asked_on + timedelta(days=FICTION_DAYS)
        found.append(DwellingAnswer(DwellingCode.CONSENT_COUNTS_AS_GIVEN, "AufenthG:72:3a", counts))
    if told.lifted_for_job_from is not None:
        until = add_months(told.lifted_for_job_from, REVIVAL_MONTHS)
        found.append(DwellingAnswer(DwellingCode.OBLIGATION_REVIVES, "AufenthG:12a:5", until))
    return tuple(found)
