"""The network's pages: HTTP only."""

from wir.network.views.networks import network
from wir.network.views.releases import close, deputy, releases, role
from wir.network.views.rights import own_rights, roles

__all__ = ["close", "deputy", "network", "own_rights", "releases", "role", "roles"]
