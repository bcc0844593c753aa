"""The network's pages: HTTP only."""

from wir.network.views.networks import close_opening, network, openings
from wir.network.views.releases import close, deputy, releases, role
from wir.network.views.rights import own_rights, roles

__all__ = [
    "close", "close_opening", "deputy", "network", "openings", "own_rights", "releases", "role", "roles",
]  # fmt: skip
