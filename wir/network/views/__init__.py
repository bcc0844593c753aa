"""The network's pages: HTTP only."""

from wir.network.views.between import between, end_between
from wir.network.views.controllers import controller, controllers
from wir.network.views.documents import document, document_pdf, documents
from wir.network.views.faces import face, faces
from wir.network.views.factors import second_factor
from wir.network.views.founding import add_carrier, add_project, found_network
from wir.network.views.invitations import accept, invite, withdraw
from wir.network.views.members import confirm, end, members, reset_link
from wir.network.views.networks import close_opening, network, openings
from wir.network.views.releases import close, deputy, releases, role
from wir.network.views.rights import own_rights, roles

__all__ = [
    "accept",
    "add_carrier",
    "add_project",
    "between",
    "close",
    "close_opening",
    "confirm",
    "controller",
    "controllers",
    "deputy",
    "document",
    "document_pdf",
    "documents",
    "end",
    "end_between",
    "face",
    "faces",
    "found_network",
    "invite",
    "members",
    "network",
    "openings",
    "own_rights",
    "releases",
    "reset_link",
    "role",
    "roles",
    "second_factor",
    "withdraw",
]
