"""Roles in a network, and what a grant may open."""

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
