"""Vocabulary of stays and contacts, and what stands in their way."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from wir.counselling.rules.checks import those_that_hold
from wir.kit.periods import Period


class ExitReason(StrEnum):
    """Why a stay ended."""

    WORK = "work"
    TRAINING = "training"
    SCHOOL = "school"
    FOLLOW_UP_PROJECT = "follow_up_project"
    MOVED_AWAY = "moved_away"
    OWN_WISH = "own_wish"
    NO_CONTACT = "no_contact"
    ILLNESS = "illness"
    LEFT_GERMANY = "left_germany"
    OTHER = "other"


class ContactMode(StrEnum):
    """How a conversation took place."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"
    MESSAGE = "message"
    AT_AUTHORITY = "at_authority"
    AT_EMPLOYER = "at_employer"
    HOME_VISIT = "home_visit"
    ACCOMPANYING = "accompanying"
    CASE_CONFERENCE = "case_conference"


class Topic(StrEnum):
    """What a conversation was about."""

    WORK_PERMIT = "work_permit"
    RESIDENCE = "residence"
    JOB_SEARCH = "job_search"
    APPLICATION = "application"
    TRAINING = "training"
    SCHOOL = "school"
    LANGUAGE_COURSE = "language_course"
    RECOGNITION = "recognition"
    HEALTH = "health"
    FAMILY = "family"
    HOUSING = "housing"
    MONEY = "money"
    WORKPLACE = "workplace"


class StayProblem(StrEnum):
    """Why a stay cannot begin or end as asked."""

    ALREADY_OPEN = "already_open"
    ENTRY_IN_FUTURE = "entry_in_future"
    ENTRY_BEFORE_FUNDING = "entry_before_funding"
    ENTRY_AFTER_FUNDING = "entry_after_funding"
    OVERLAPS_EARLIER = "overlaps_earlier"
    ADVISOR_NOT_HERE = "advisor_not_here"
    NO_CONSENT = "no_consent"
    NOT_OPEN = "not_open"
    EXIT_BEFORE_ENTRY = "exit_before_entry"
    EXIT_IN_FUTURE = "exit_in_future"


class ContactProblem(StrEnum):
    """Why a contact cannot be put down as asked."""

    IN_FUTURE = "in_future"
    MINUTES_OUT_OF_RANGE = "minutes_out_of_range"
    NOTE_NOT_IN_TEAM = "note_not_in_team"
    NO_CONSENT = "no_consent"
    NOBODY_SPOKE = "nobody_spoke"
    FOLLOW_UP_WITHOUT_DAY = "follow_up_without_day"
    FOLLOW_UP_WITHOUT_WORDS = "follow_up_without_words"
    FOLLOW_UP_IN_PAST = "follow_up_in_past"
    APPOINTMENT_OVER = "appointment_over"
    NOT_YOURS = "not_yours"


MINUTES = range(1, 721)
"""Lengths a single contact may have: at most twelve hours."""
STEP = 15
"""Minutes in which the form counts; what comes from elsewhere may be exact."""


def obstacles_to_entry(
    *,
    entered_on: date,
    today: date,
    funding: Period,
    last_exit: date | None,
    already_open: bool,
    advisor_here: bool,
    consent: bool,
) -> list[StayProblem]:
    """Return every reason against the entry.

    The earlier stay's last day may be the first day of the next one; a stay outside the funding period of the
    network's grant could never be reported.
    """
    checks = (
        (StayProblem.ALREADY_OPEN, already_open),
        (StayProblem.ENTRY_IN_FUTURE, entered_on > today),
        (StayProblem.ENTRY_BEFORE_FUNDING, entered_on < funding.start),
        (StayProblem.ENTRY_AFTER_FUNDING, funding.end is not None and entered_on >= funding.end),
        (StayProblem.OVERLAPS_EARLIER, last_exit is not None and entered_on < last_exit),
        (StayProblem.ADVISOR_NOT_HERE, not advisor_here),
        (StayProblem.NO_CONSENT, not consent),
    )
    return those_that_hold(checks)


def obstacles_to_exit(
    *, entered_on: date, already_ended: bool, exited_on: date, today: date
) -> list[StayProblem]:
    """Return every reason against the exit; entry and exit may be the same day."""
    checks = (
        (StayProblem.NOT_OPEN, already_ended),
        (StayProblem.EXIT_BEFORE_ENTRY, exited_on < entered_on),
        (StayProblem.EXIT_IN_FUTURE, exited_on > today),
    )
    return those_that_hold(checks)


def obstacles_to_contact(
    *,
    on: date,
    today: date,
    minutes: int,
    came: bool,
    note: str,
    in_team: bool,
    spoken: bool,
    beyond_consent: bool,
) -> list[ContactProblem]:
    """Return every reason against a contact of so many minutes; whoever did not come took none.

    A day before the entry is no obstacle: first talks come before somebody takes part. ``beyond_consent``: more than
    day, minutes and mode, which are funding evidence, is to be kept of somebody who took their consent back.
    """
    checks = (
        (ContactProblem.IN_FUTURE, on > today),
        (ContactProblem.MINUTES_OUT_OF_RANGE, minutes not in MINUTES if came else minutes != 0),
        (ContactProblem.NOTE_NOT_IN_TEAM, bool(note) and not in_team),
        (ContactProblem.NO_CONSENT, beyond_consent),
        (ContactProblem.NOBODY_SPOKE, not spoken),
    )
    return those_that_hold(checks)


def obstacles_to_follow_up(*, title: str, due_on: date | None, today: date) -> list[ContactProblem]:
    """Return every reason against a task after a contact; neither words nor day mean that none is wanted."""
    checks = (
        (ContactProblem.FOLLOW_UP_WITHOUT_DAY, bool(title) and due_on is None),
        (ContactProblem.FOLLOW_UP_WITHOUT_WORDS, not title and due_on is not None),
        (ContactProblem.FOLLOW_UP_IN_PAST, due_on is not None and due_on < today),
    )
    return those_that_hold(checks)
