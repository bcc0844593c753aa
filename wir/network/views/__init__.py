"""Pages about networks and the people who work in them."""

from wir.network.views.founding import add_carrier, add_project, found_network
from wir.network.views.invitations import accept, invite, withdraw
from wir.network.views.members import confirm, end, members, reset_link
from wir.network.views.network import network

__all__ = [
    "accept", "add_carrier", "add_project", "confirm", "end", "found_network", "invite", "members", "network",
    "reset_link", "withdraw",
]  # fmt: skip
