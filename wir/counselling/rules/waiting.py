"""The waiting list: who asked when, how urgent it is, what was promised; in which order people are called."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from wir.counselling.rules.checks import those_that_hold


class Urgency(StrEnum):
    """How urgent it is, by what would be lost; nothing else puts somebody before others."""

    DEADLINE = "deadline"
    """A day is near: a course or training begins, a paper ends, a notice runs."""
    SOON = "soon"
    USUAL = "usual"


URGENCIES = tuple(Urgency)


class DeclineReason(StrEnum):
    """Why somebody is not taken on."""

    NOT_TARGET_GROUP = "not_target_group"
    ELSEWHERE = "elsewhere"
    NO_PLACE = "no_place"
    OWN_WISH = "own_wish"
    NO_CONTACT = "no_contact"


class WaitingProblem(StrEnum):
    """Why an entry of the list cannot be made or changed as asked."""

    NOT_HERE = "not_here"
    NAME_MISSING = "name_missing"
    NO_WAY_TO_REACH = "no_way_to_reach"
    REASON_MISSING = "reason_missing"
    ASKED_IN_FUTURE = "asked_in_future"
    REPLY_BEFORE_ASKED = "reply_before_asked"
    ALREADY_DECIDED = "already_decided"


def obstacles_to_waiting(
    *, name: str, reach: str, reason: str, asked_on: date, reply_by: date, today: date
) -> list[WaitingProblem]:
    """Return every reason against the entry; ``reach`` is telephone or mail, whatever is known."""
    checks = (
        (WaitingProblem.NAME_MISSING, not name.strip()),
        (WaitingProblem.NO_WAY_TO_REACH, not reach.strip()),
        (WaitingProblem.REASON_MISSING, not reason.strip()),
        (WaitingProblem.ASKED_IN_FUTURE, asked_on > today),
        (WaitingProblem.REPLY_BEFORE_ASKED, reply_by < asked_on),
    )
    return those_that_hold(checks)


def place_in_line(urgency: Urgency, asked_on: date) -> tuple[int, date]:
    """Return the key by which the list is sorted: urgency first, then whoever asked first."""
    return URGENCIES.index(urgency), asked_on
