"""When somebody is expected, what stands in the way of it, and when they are reminded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from wir.counselling.rules.checks import those_that_hold
from wir.counselling.rules.stays import ContactMode


class Calloff(StrEnum):
    """Who called an appointment off."""

    BY_PERSON = "by_person"
    BY_US = "by_us"


class AppointmentProblem(StrEnum):
    """Why an appointment cannot be made, moved, called off or closed; the last four come from the post."""

    IN_PAST = "in_past"
    TOO_FAR = "too_far"
    MINUTES_OUT_OF_RANGE = "minutes_out_of_range"
    PLACE_MISSING = "place_missing"
    TAKEN = "taken"
    NOT_A_COLLEAGUE = "not_a_colleague"
    NO_CONSENT = "no_consent"
    UNSAFE = "unsafe"
    OVER = "over"
    NOT_YET = "not_yet"
    NO_WAY = "no_way"
    NO_ADDRESS = "no_address"
    NOT_A_NUMBER = "not_a_number"
    TELLS_TOO_MUCH = "tells_too_much"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An appointment as a calendar program gets it: without a name."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    moved: int
    is_off: bool
    case_number: str


LONGEST = 480
"""Minutes."""
FARTHEST = timedelta(days=366)
REMINDED_BEFORE = timedelta(hours=24)
TOO_SOON_TO_REMIND = timedelta(hours=2)
"""Whoever was invited less than this before the reminder is not reminded."""
INTERPRETER_BEFORE = timedelta(days=7)
"""So long before the appointment an interpreter is to be booked."""
AFAR = {ContactMode.PHONE: "Telefon", ContactMode.VIDEO: "Video"}
"""Where nobody goes anywhere, and what stands in the place of a place; understood in every language."""


def obstacles_to_appointment(
    *,
    starts_at: datetime,
    minutes: int,
    now: datetime,
    place: str,
    mode: ContactMode,
    invited: bool,
    unsafe: bool,
    stopped: bool,
    at_work: bool,
) -> list[AppointmentProblem]:
    """Return every reason against expecting somebody then.

    ``invited``: a message goes to the person; ``unsafe``: others read what is written to them; ``stopped``: they took
    their consent back; ``at_work``: whoever expects them works in the sub-project on that day.
    """
    checks = (
        (AppointmentProblem.IN_PAST, starts_at <= now),
        (AppointmentProblem.TOO_FAR, starts_at > now + FARTHEST),
        (AppointmentProblem.MINUTES_OUT_OF_RANGE, minutes not in range(5, LONGEST + 1)),
        (AppointmentProblem.PLACE_MISSING, invited and not place and mode not in AFAR),
        (AppointmentProblem.UNSAFE, invited and unsafe),
        (AppointmentProblem.NO_CONSENT, stopped),
        (AppointmentProblem.NOT_A_COLLEAGUE, not at_work),
    )
    return those_that_hold(checks)


def reminded_at(starts_at: datetime, now: datetime) -> datetime | None:
    """Return when the person is reminded: a day before, or not at all where the invitation comes about then."""
    moment = starts_at - REMINDED_BEFORE
    return moment if moment >= now + TOO_SOON_TO_REMIND else None


def interpreter_by(starts_on: date, today: date) -> date:
    """Return the day by which an interpreter is to be booked; a week before, today where that has passed."""
    return max(today, starts_on - INTERPRETER_BEFORE)
