"""Networks, carriers, sub-projects; who works where; grants; what carriers say of themselves."""

from wir.network.models.controllers import Controller, DuplicateBasis
from wir.network.models.networks import (
    BreakGlass,
    BreakGlassQuerySet,
    Carrier,
    FileQuerySet,
    FileRow,
    Grant,
    Membership,
    Network,
    Place,
    Project,
    ProjectQuerySet,
    Row,
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
    "Membership",
    "Network",
    "Place",
    "Project",
    "ProjectQuerySet",
    "Row",
]
