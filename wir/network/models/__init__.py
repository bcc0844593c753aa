"""Networks, carriers, sub-projects; who works where; grants; what carriers say of themselves."""

from wir.network.models.controllers import Controller, DuplicateBasis
from wir.network.models.files import FileQuerySet, FileRow, Place, Row
from wir.network.models.glass import BreakGlass, BreakGlassQuerySet
from wir.network.models.networks import (
    Carrier,
    Grant,
    GrantQuerySet,
    Invitation,
    Membership,
    MembershipQuerySet,
    Network,
    Project,
    ProjectQuerySet,
)

__all__ = [
    "BreakGlass",
    "BreakGlassQuerySet",
    "Carrier",
    "Controller",
    "DuplicateBasis",
    "FileQuerySet",
    "FileRow",
    "Grant",
    "GrantQuerySet",
    "Invitation",
    "Membership",
    "MembershipQuerySet",
    "Network",
    "Place",
    "Project",
    "ProjectQuerySet",
    "Row",
]
