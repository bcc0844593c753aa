"""Why a task exists, when it shows itself, and what stands in the way of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from wir.kit.calendar import add_months


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
    SILENCE = "silence"
    BOOK_INTERPRETER = "book_interpreter"
    TELL_INTERPRETER = "tell_interpreter"
    TELL_PERSON = "tell_person"


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


class Repeat(StrEnum):
    """How often a task comes back once it is done."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


@dataclass(frozen=True, slots=True)
class Automatic:
    """A kind of task the house makes by itself.

    ``days`` is the lead: how long before its day it shows itself, or for silence how long without a contact. What is
    ``fixed`` is never switched off; ``days`` of None are not for the sub-project to choose.
    """

    days: int | None = 0
    fixed: bool = False


AUTOMATIC: dict[TaskReason, Automatic] = {
    TaskReason.REMEDY_ENDS: Automatic(days=None, fixed=True),
    TaskReason.REMEDY_AHEAD: Automatic(days=None, fixed=True),
    TaskReason.AUTHORITY_SILENT: Automatic(days=None, fixed=True),
    TaskReason.LEGAL_DATE: Automatic(days=None, fixed=True),
    TaskReason.AUTHORITY_ASKED: Automatic(days=None, fixed=True),
    TaskReason.GLASS_BROKEN: Automatic(days=None, fixed=True),
    TaskReason.TELL_RECEIVER: Automatic(days=None, fixed=True),
    TaskReason.LEGAL_QUESTION: Automatic(days=None, fixed=True),
    TaskReason.PROMISED_REPLY: Automatic(days=None, fixed=True),
    TaskReason.TELL_PERSON: Automatic(days=None, fixed=True),
    TaskReason.PERMIT_ENDS: Automatic(days=60),
    TaskReason.SILENCE: Automatic(days=42),
    TaskReason.BOOK_INTERPRETER: Automatic(),
    TaskReason.TELL_INTERPRETER: Automatic(),
    TaskReason.STEP: Automatic(),
    TaskReason.FIRST_WEEK: Automatic(),
    TaskReason.FOUR_WEEKS: Automatic(),
    TaskReason.THREE_MONTHS: Automatic(),
    TaskReason.PROBATION_ENDS: Automatic(),
    TaskReason.SIX_MONTHS: Automatic(),
}
"""The kinds, the most pressing first. The figures are the house's own; a sub-project sets others."""

FIXED = frozenset(reason for reason, kind in AUTOMATIC.items() if kind.fixed)
"""Periods of the law and at authorities, duties towards the person (Art. 19, 32 GDPR), promises: never switched off."""

DEADLINES = REMEDIES | {TaskReason.LEGAL_DATE}
"""Tasks whose day the law sets: they may not be put off beyond it."""

MOST_DAYS = 180
LONGEST_DELAY = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for a kind of automatic task in a sub-project."""

    is_on: bool = True
    days: int = 0

    def shows_on(self, due_on: date) -> date:
        """Return the day from which a task of this kind is shown."""
        return due_on - timedelta(days=self.days)


def usual(reason: TaskReason) -> Rule:
    """Return what holds where a sub-project has set nothing."""
    kind = AUTOMATIC.get(reason, Automatic())
    return Rule(days=kind.days or 0)


class TaskProblem(StrEnum):
    """Why a task cannot be made, changed, finished, put off or taken back."""

    TITLE_MISSING = "title_missing"
    ALREADY_DONE = "already_done"
    NOT_DONE = "not_done"
    NOT_RECORDED = "not_recorded"
    NOT_A_COLLEAGUE = "not_a_colleague"
    REASON_MISSING = "reason_missing"
    NOT_LATER = "not_later"
    TOO_LATE = "too_late"
    AFTER_DEADLINE = "after_deadline"


class RuleProblem(StrEnum):
    """Why a kind of automatic task cannot be set like this."""

    NOT_AUTOMATIC = "not_automatic"
    NOT_SWITCHABLE = "not_switchable"
    DAYS_NOT_YOURS = "days_not_yours"
    DAYS_OUT_OF_RANGE = "days_out_of_range"
    NOT_YOURS = "not_yours"


def obstacles_to_task(*, reason: TaskReason, title: str) -> list[TaskProblem]:
    """Return every reason against a new task."""
    return [TaskProblem.TITLE_MISSING] if reason in IN_OWN_WORDS and not title else []


def obstacles_to_putting_off(
    *, reason: TaskReason, due_on: date, done: bool, until: date, why: str, today: date
) -> list[TaskProblem]:
    """Return every reason against showing a task only from a later day on."""
    checks = {
        TaskProblem.ALREADY_DONE: done,
        TaskProblem.REASON_MISSING: not why,
        TaskProblem.NOT_LATER: until <= today,
        TaskProblem.TOO_LATE: until > today + LONGEST_DELAY,
        TaskProblem.AFTER_DEADLINE: reason in DEADLINES and until > due_on,
    }
    return [problem for problem, holds in checks.items() if holds]


def obstacles_to_rule(*, reason: TaskReason, is_on: bool, days: int) -> list[RuleProblem]:
    """Return every reason against setting a kind of automatic task like this."""
    kind = AUTOMATIC.get(reason)
    if kind is None:
        return [RuleProblem.NOT_AUTOMATIC]
    checks = {
        RuleProblem.NOT_SWITCHABLE: kind.fixed and not is_on,
        RuleProblem.DAYS_NOT_YOURS: kind.days is None and days != 0,
        RuleProblem.DAYS_OUT_OF_RANGE: not 0 <= days <= MOST_DAYS,
    }
    return [problem for problem, holds in checks.items() if holds]


def next_day(due_on: date, repeat: Repeat, *, after: date) -> date:
    """Return the next day of a task that comes back: in its rhythm, and after the day it was done."""
    day, turn = due_on, 0
    while day <= after:
        turn += 1
        day = _turn(due_on, repeat, turn)
    return day if turn else _turn(due_on, repeat, 1)


def _turn(due_on: date, repeat: Repeat, turn: int) -> date:
    if repeat is Repeat.WEEKLY:
        return due_on + timedelta(weeks=turn)
    return add_months(due_on, turn * (3 if repeat is Repeat.QUARTERLY else 1))
