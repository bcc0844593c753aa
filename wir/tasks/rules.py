"""Why a task exists, and what stands in the way of one."""

from enum import StrEnum


class TaskReason(StrEnum):
    """What made the task; a machine's reason has its words made on the reader's screen, not stored."""

    OWN = "own"
    STEP = "step"
    FIRST_WEEK = "first_week"
    FOUR_WEEKS = "four_weeks"
    THREE_MONTHS = "three_months"
    PROBATION_ENDS = "probation_ends"
    SIX_MONTHS = "six_months"
    PERMIT_ENDS = "permit_ends"
    ENTRY_DATA = "entry_data"
    EXIT_DATA = "exit_data"
    AUTHORITY_ASKED = "authority_asked"
    GLASS_BROKEN = "glass_broken"
    TELL_RECEIVER = "tell_receiver"
    LEGAL_DATE = "legal_date"
    REMEDY_AHEAD = "remedy_ahead"
    REMEDY_ENDS = "remedy_ends"
    AUTHORITY_SILENT = "authority_silent"
    LEGAL_QUESTION = "legal_question"
    PROMISED_REPLY = "promised_reply"


IN_OWN_WORDS = frozenset({TaskReason.OWN, TaskReason.STEP})
"""Reasons whose tasks say in somebody's own words what is to be done."""

CHECK_INS = frozenset(
    {
        TaskReason.FIRST_WEEK,
        TaskReason.FOUR_WEEKS,
        TaskReason.THREE_MONTHS,
        TaskReason.PROBATION_ENDS,
        TaskReason.SIX_MONTHS,
    }
)
"""Talks of the aftercare: done by putting the talk down, not by ticking it off."""

REMEDIES = frozenset({TaskReason.REMEDY_AHEAD, TaskReason.REMEDY_ENDS})
"""Periods for contesting a notice: done by putting down what was decided; no setting switches them off."""


class TaskProblem(StrEnum):
    """Why a task cannot be made, finished or taken back."""

    TITLE_MISSING = "title_missing"
    ALREADY_DONE = "already_done"
    NOT_DONE = "not_done"


def obstacles_to_task(*, reason: TaskReason, title: str) -> list[TaskProblem]:
    """Return every reason against a new task."""
    return [TaskProblem.TITLE_MISSING] if reason in IN_OWN_WORDS and not title else []
