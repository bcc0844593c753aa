"""Input of the network's pages, words for its codes, and refusals turned into sentences."""

from wir.network.forms.between import BasisForm
from wir.network.forms.controllers import ControllerForm
from wir.network.forms.faces import FaceForm
from wir.network.forms.words import LAWS, ROLES, SCOPES, TOPICS

__all__ = ["LAWS", "ROLES", "SCOPES", "TOPICS", "BasisForm", "ControllerForm", "FaceForm"]
