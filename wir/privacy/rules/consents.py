"""What an answer means, and what stands in the way of one."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from wir.privacy.rules.purposes import Purpose
from wir.privacy.rules.register import processing_of


class ConsentState(StrEnum):
    """What a person's answer about a purpose means on a day."""

    NOT_ASKED = "not_asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class ConsentProblem(StrEnum):
    """Why an answer cannot be recorded or taken back as asked."""

    RESTS_ON_LAW = "rests_on_law"
    END_NOT_AFTER_START = "end_not_after_start"
    ALREADY_GIVEN = "already_given"
    NOT_IN_FORCE = "not_in_force"
    BEFORE_GIVEN = "before_given"
    IN_FUTURE = "in_future"
    NOTHING_TO_SHARE = "nothing_to_share"
    NO_CONSENT = "no_consent"
    NOT_COVERED = "not_covered"
    NOT_YOUR_PROJECT = "not_your_project"


class Shared(StrEnum):
    """What a person may let others see; ``FILE`` is the whole file of the sub-project without the notes."""

    IDENTITY = "identity"
    REACH = "reach"
    PAPER = "paper"
    LANGUAGES = "languages"
    EDUCATION = "education"
    PLAN = "plan"
    WORK = "work"
    FILE = "file"


class Receiver(StrEnum):
    """Who gets something: somebody who signs in, or an organisation in the world."""

    USER = "user"
    ORGANISATION = "organisation"


def state_on(
    day: date, *, given_on: date, refused: bool, withdrawn_on: date | None, ends_on: date | None
) -> ConsentState:
    """Return what an answer means on a day; ``ends_on`` is the first day on which it no longer counts."""
    if refused:
        return ConsentState.REFUSED
    if withdrawn_on is not None and withdrawn_on <= day:
        return ConsentState.WITHDRAWN
    if ends_on is not None and ends_on <= day:
        return ConsentState.ENDED
    return ConsentState.GIVEN if given_on <= day else ConsentState.NOT_ASKED


def obstacles_to_consent(purpose: Purpose, *, given_on: date, ends_on: date | None) -> list[ConsentProblem]:
    """Return every reason against recording a yes."""
    problems = [] if processing_of(purpose).on_consent else [ConsentProblem.RESTS_ON_LAW]
    if ends_on is not None and ends_on <= given_on:
        problems.append(ConsentProblem.END_NOT_AFTER_START)
    return problems


def obstacles_to_withdrawal(
    *, state: ConsentState, given_on: date, withdrawn_on: date, today: date
) -> list[ConsentProblem]:
    """Return every reason against taking a consent back on that day."""
    checks = (
        (ConsentProblem.NOT_IN_FORCE, state is not ConsentState.GIVEN),
        (ConsentProblem.BEFORE_GIVEN, withdrawn_on < given_on),
        (ConsentProblem.IN_FUTURE, withdrawn_on > today),
    )
    return [problem for problem, holds in checks if holds]


def covers(agreed: Collection[str], wanted: Collection[str]) -> bool:
    """Whether what a person agreed to share includes all that is wanted; the whole file includes every part."""
    return bool(wanted) and (Shared.FILE.value in agreed or set(wanted) <= set(agreed))


def blocks(state: ConsentState) -> bool:
    """Whether this answer stops the processing: a withdrawal, a refusal, an end. Not asked yet is no answer."""
    return state in {ConsentState.REFUSED, ConsentState.WITHDRAWN, ConsentState.ENDED}
