"""Words and input of the network's pages."""

from wir.network.forms.between import BasisForm
from wir.network.forms.controllers import ControllerForm
from wir.network.forms.faces import FaceForm
from wir.network.forms.factors import SecondFactorForm
from wir.network.forms.members import (
    ACCEPT_PROBLEMS,
    FOUND_PROBLEMS,
    ISO,
    MEMBER_PROBLEMS,
    POLICIES,
    CarrierForm,
    EndForm,
    FoundNetworkForm,
    InviteForm,
    NewPasswordForm,
    ProjectForm,
    explain_founding,
)
from wir.network.forms.rights import (
    A_DAY,
    CAUSES,
    PERMISSIONS,
    RELEASE_SENTENCES,
    ROLE_SENTENCES,
    SCOPES,
    DeputyForm,
    RoleForm,
    TimeForm,
    choose,
)
from wir.network.forms.words import LAWS, ROLES, TOPICS

__all__ = [
    "ACCEPT_PROBLEMS",
    "A_DAY",
    "CAUSES",
    "FOUND_PROBLEMS",
    "ISO",
    "LAWS",
    "MEMBER_PROBLEMS",
    "PERMISSIONS",
    "POLICIES",
    "RELEASE_SENTENCES",
    "ROLES",
    "ROLE_SENTENCES",
    "SCOPES",
    "TOPICS",
    "BasisForm",
    "CarrierForm",
    "ControllerForm",
    "DeputyForm",
    "EndForm",
    "FaceForm",
    "FoundNetworkForm",
    "InviteForm",
    "NewPasswordForm",
    "ProjectForm",
    "RoleForm",
    "SecondFactorForm",
    "TimeForm",
    "choose",
    "explain_founding",
]
