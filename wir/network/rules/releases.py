"""What stands against opening a file to somebody, naming a deputy, or changing a role."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from wir.network.rules.roles import IN_PROJECTS, Role


class Cause(StrEnum):
    """Why a grant was written."""

    STAY = "stay"
    RELEASE = "release"
    DEPUTY = "deputy"


BY_HAND = frozenset({Cause.RELEASE, Cause.DEPUTY})
"""Grants that somebody decided on, and may end; a stay's grant ends with its case team."""

LONGEST_RELEASE = timedelta(days=366)
"""A release is looked at again after a year; a rule of the house."""


class ReleaseProblem(StrEnum):
    """What stands against opening a file to somebody, or against naming a deputy."""

    NOT_YOUR_PROJECT = "not_your_project"
    TO_YOURSELF = "to_yourself"
    NOT_IN_NETWORK = "not_in_network"
    NOT_IN_PROJECT = "not_in_project"
    IS_OPEN_ALREADY = "is_open_already"
    ENDS_BEFORE_START = "ends_before_start"
    STARTS_IN_PAST = "starts_in_past"
    TOO_LONG = "too_long"
    SAME_PERSON = "same_person"
    NO_CASES = "no_cases"
    NOT_BY_HAND = "not_by_hand"


def problems_of_period(from_on: date, until_on: date, *, today: date) -> list[ReleaseProblem]:
    """Return what is wrong with the half-open time of a release: from today on, with an end within a year."""
    if until_on <= from_on:
        return [ReleaseProblem.ENDS_BEFORE_START]
    if from_on < today:
        return [ReleaseProblem.STARTS_IN_PAST]
    return [ReleaseProblem.TOO_LONG] if until_on - from_on > LONGEST_RELEASE else []


class RoleProblem(StrEnum):
    """What stands against changing somebody's role."""

    NOT_YOUR_NETWORK = "not_your_network"
    OWN_ROLE = "own_role"
    NOT_IN_A_PROJECT = "not_in_a_project"
    ROLE_NOT_OF_PROJECTS = "role_not_of_projects"
    SAME_ROLE = "same_role"
    NOT_IN_FORCE = "not_in_force"


def problems_of_role(
    *, now: Role, wanted: Role, oversees: bool, own: bool, in_force: bool
) -> list[RoleProblem]:
    """Return what stands against a change: never one's own role, never beyond the sub-projects of one's own network."""
    checks = {
        RoleProblem.NOT_YOUR_NETWORK: not oversees,
        RoleProblem.OWN_ROLE: own,
        RoleProblem.NOT_IN_FORCE: not in_force,
        RoleProblem.NOT_IN_A_PROJECT: now not in IN_PROJECTS,
        RoleProblem.ROLE_NOT_OF_PROJECTS: wanted not in IN_PROJECTS,
        RoleProblem.SAME_ROLE: now is wanted,
    }
    return [problem for problem, holds in checks.items() if holds][:1]


class ReasonCode(StrEnum):
    """Why somebody may see a file."""

    MEMBERSHIP = "membership"
    GRANT = "grant"
