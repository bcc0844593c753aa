"""The network's pages: HTTP only."""

from wir.network.views.between import between, end_between
from wir.network.views.controllers import controller, controllers
from wir.network.views.documents import document, document_pdf, documents
from wir.network.views.faces import face, faces
from wir.network.views.networks import close_opening, network, openings

__all__ = [
    "between",
    "close_opening",
    "controller",
    "controllers",
    "document",
    "document_pdf",
    "documents",
    "end_between",
    "face",
    "faces",
    "network",
    "openings",
]
