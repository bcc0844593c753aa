"""The network's pages: HTTP only."""

from wir.network.views.founding import add_carrier, add_project, found_network
from wir.network.views.invitations import accept, invite, withdraw
from wir.network.views.members import confirm, end, members, reset_link
from wir.network.views.networks import close_opening, network, openings
from wir.network.views.releases import close, deputy, releases, role
from wir.network.views.rights import own_rights, roles

__all__ = [
    "accept", "add_carrier", "add_project", "close", "close_opening", "confirm", "deputy", "end", "found_network",
    "invite", "members", "network", "openings", "own_rights", "releases", "reset_link", "role", "roles", "withdraw",
]  # fmt: skip
