"""Roles in a network, what each may do, what a grant may open, and what stands against a change of either."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum


class Role(StrEnum):
    """What somebody does for a network on a day; access follows from where the membership stands."""

    ADVISOR = "advisor"
    PROJECT_LEAD = "project_lead"
    COORDINATOR = "coordinator"
    PROGRAMME_OFFICE = "programme_office"


IN_PROJECTS = frozenset({Role.ADVISOR, Role.PROJECT_LEAD})
"""Roles that work in a sub-project's files."""


class Scope(StrEnum):
    """What a grant opens."""

    CASE_TEAM = "case_team"
    FILE = "file"


class Permission(StrEnum):
    """What a role may do at all; for whom and where, memberships and grants say."""

    SEE_OWN_DAY = "see_own_day"
    LIST_CASES = "list_cases"
    WORK_IN_FILES = "work_in_files"
    IMPORT_LISTS = "import_lists"
    KEEP_TASKS = "keep_tasks"
    OFFER_PLACES = "offer_places"
    SEE_FIGURES = "see_figures"
    SEE_NETWORK = "see_network"
    RELEASE_FILES = "release_files"
    NAME_DEPUTIES = "name_deputies"
    CHANGE_ROLES = "change_roles"
    SEE_PROGRAMME = "see_programme"


_OF_FILES = frozenset(
    {
        Permission.SEE_OWN_DAY,
        Permission.LIST_CASES,
        Permission.WORK_IN_FILES,
        Permission.IMPORT_LISTS,
        Permission.KEEP_TASKS,
        Permission.OFFER_PLACES,
        Permission.SEE_FIGURES,
        Permission.SEE_NETWORK,
        Permission.RELEASE_FILES,
        Permission.NAME_DEPUTIES,
    }
)

RIGHTS: dict[Role, frozenset[Permission]] = {
    Role.ADVISOR: _OF_FILES,
    Role.PROJECT_LEAD: _OF_FILES,
    Role.COORDINATOR: frozenset(
        {
            Permission.SEE_OWN_DAY,
            Permission.LIST_CASES,
            Permission.OFFER_PLACES,
            Permission.SEE_FIGURES,
            Permission.SEE_NETWORK,
            Permission.CHANGE_ROLES,
        }
    ),
    Role.PROGRAMME_OFFICE: frozenset(
        {Permission.SEE_OWN_DAY, Permission.SEE_FIGURES, Permission.SEE_PROGRAMME}
    ),
}
"""The one table of what each role may do."""


def may(roles: Iterable[str], permission: Permission) -> bool:
    """Return whether one of the roles carries the permission; a role that is not known carries none."""
    held = set(roles)
    return any(role.value in held and permission in rights for role, rights in RIGHTS.items())


def roles_with(permission: Permission) -> frozenset[str]:
    """Return the roles that carry the permission, for entries of the menu."""
    return frozenset(role.value for role, rights in RIGHTS.items() if permission in rights)


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
