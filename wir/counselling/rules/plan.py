"""Vocabulary of the plan, and what stands in the way of a goal or a step."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from wir.counselling.rules.checks import those_that_hold


class Stage(StrEnum):
    """Step of staged integration (stufenweise) a goal belongs to."""

    EMPLOYABILITY = "employability"
    QUALIFICATION = "qualification"
    PLACEMENT = "placement"
    STABILITY = "stability"


class PlanProblem(StrEnum):
    """Why the plan cannot be changed as asked."""

    TITLE_MISSING = "title_missing"
    IN_FUTURE = "in_future"
    DUE_IN_PAST = "due_in_past"
    GOAL_REACHED = "goal_reached"
    STEP_DONE = "step_done"
    NO_CONSENT = "no_consent"
    BEFORE_AGREED = "before_agreed"
    NO_STEPS = "no_steps"
    WAY_EXISTS = "way_exists"
    NOTHING_PLANNED = "nothing_planned"


def obstacles_to_goal(*, title: str, agreed_on: date, today: date) -> list[PlanProblem]:
    """Return every reason against a goal agreed on that day."""
    checks = (
        (PlanProblem.TITLE_MISSING, not title.strip()),
        (PlanProblem.IN_FUTURE, agreed_on > today),
    )
    return those_that_hold(checks)


def obstacles_to_step(
    *, title: str, due_on: date | None, today: date, goal_reached: bool
) -> list[PlanProblem]:
    """Return every reason against a new step; without a day a step reminds nobody, and that is allowed."""
    checks = (
        (PlanProblem.TITLE_MISSING, not title.strip()),
        (PlanProblem.DUE_IN_PAST, due_on is not None and due_on < today),
        (PlanProblem.GOAL_REACHED, goal_reached),
    )
    return those_that_hold(checks)


def obstacles_to_finishing(*, done_on: date, today: date, already_done: bool) -> list[PlanProblem]:
    """Return every reason against ticking a step off."""
    checks = (
        (PlanProblem.STEP_DONE, already_done),
        (PlanProblem.IN_FUTURE, done_on > today),
    )
    return those_that_hold(checks)


def obstacles_to_reaching(
    *, reached_on: date, agreed_on: date, today: date, already_reached: bool
) -> list[PlanProblem]:
    """Return every reason against calling a goal reached; steps left open are none, life takes short cuts."""
    checks = (
        (PlanProblem.GOAL_REACHED, already_reached),
        (PlanProblem.IN_FUTURE, reached_on > today),
        (PlanProblem.BEFORE_AGREED, reached_on < agreed_on),
    )
    return those_that_hold(checks)
