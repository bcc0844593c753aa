"""Roles in a network, what each may do, and what a grant may open."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """What somebody does for a network on a day; access follows from where the membership stands."""

    ADVISOR = "advisor"
    PROJECT_LEAD = "project_lead"
    COORDINATOR = "coordinator"
    PROGRAMME_OFFICE = "programme_office"
    DATA_PROTECTION = "data_protection"


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
    SET_SECOND_FACTOR = "set_second_factor"
    SEE_PROGRAMME = "see_programme"
    KEEP_RECORD_OF_PROCESSING = "keep_record_of_processing"
    READ_TRAIL = "read_trail"
    SET_TASK_RULES = "set_task_rules"
    SEE_WORKLOAD = "see_workload"


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
    Role.PROJECT_LEAD: _OF_FILES
    | {Permission.KEEP_RECORD_OF_PROCESSING, Permission.SET_TASK_RULES, Permission.SEE_WORKLOAD},
    Role.COORDINATOR: frozenset(
        {
            Permission.SEE_OWN_DAY,
            Permission.LIST_CASES,
            Permission.OFFER_PLACES,
            Permission.SEE_FIGURES,
            Permission.SEE_NETWORK,
            Permission.CHANGE_ROLES,
            Permission.SET_SECOND_FACTOR,
            Permission.KEEP_RECORD_OF_PROCESSING,
            Permission.SET_TASK_RULES,
        }
    ),
    Role.PROGRAMME_OFFICE: frozenset(
        {Permission.SEE_OWN_DAY, Permission.SEE_FIGURES, Permission.SEE_PROGRAMME}
    ),
    Role.DATA_PROTECTION: frozenset({Permission.READ_TRAIL}),
}
"""The one table of what each role may do."""


def may(roles: Iterable[str], permission: Permission) -> bool:
    """Return whether one of the roles carries the permission; a role that is not known carries none."""
    held = set(roles)
    return any(role.value in held and permission in rights for role, rights in RIGHTS.items())


def roles_with(permission: Permission) -> frozenset[str]:
    """Return the roles that carry the permission, for entries of the menu."""
    return frozenset(role.value for role, rights in RIGHTS.items() if permission in rights)
