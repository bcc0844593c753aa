"""Roles, grants, releases and the opening of what is closed; plain Python."""

from wir.network.rules.glass import GLASS, GLASS_STAYS_BROKEN, GlassProblem, obstacles_to_breaking_glass
from wir.network.rules.releases import (
    BY_HAND,
    LONGEST_RELEASE,
    Cause,
    ReasonCode,
    ReleaseProblem,
    RoleProblem,
    problems_of_period,
    problems_of_role,
)
from wir.network.rules.roles import IN_PROJECTS, RIGHTS, Permission, Role, Scope, may, roles_with

__all__ = [
    "BY_HAND",
    "GLASS",
    "GLASS_STAYS_BROKEN",
    "IN_PROJECTS",
    "LONGEST_RELEASE",
    "RIGHTS",
    "Cause",
    "GlassProblem",
    "Permission",
    "ReasonCode",
    "ReleaseProblem",
    "Role",
    "RoleProblem",
    "Scope",
    "may",
    "obstacles_to_breaking_glass",
    "problems_of_period",
    "problems_of_role",
    "roles_with",
]
