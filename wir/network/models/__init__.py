"""Networks, carriers, sub-projects; who works where; and grants, the only other source of access.

Tenancy: network → carrier (Träger) → sub-project (Teilprojekt). Every row about a person carries all three.
"""

from wir.network.models.files import FileQuerySet, FileRow, Place
from wir.network.models.grants import BreakGlass, BreakGlassQuerySet, Grant, GrantQuerySet
from wir.network.models.memberships import Invitation, Membership, MembershipQuerySet
from wir.network.models.networks import Carrier, Network, Project, ProjectQuerySet

__all__ = [
    "BreakGlass",
    "BreakGlassQuerySet",
    "Carrier",
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
]
