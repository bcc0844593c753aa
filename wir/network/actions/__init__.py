"""Networks are founded, people are invited and leave, access is granted; all of it dated."""

from wir.network.actions.between import CannotRecordBasis, end_duplicate_basis, record_duplicate_basis
from wir.network.actions.controllers import ControllerValues, describe_controller
from wir.network.actions.faces import choose_face
from wir.network.actions.factors import CannotSetPolicy, set_second_factor_policy
from wir.network.actions.founding import CannotFound, Founded, add_place, open_carrier, open_network
from wir.network.actions.glass import CannotBreakGlass, break_glass, close_glass, note_reasons_read
from wir.network.actions.invitations import (
    CannotAccept,
    CannotInvite,
    Issued,
    accept_invitation,
    invite,
    withdraw_invitation,
)
from wir.network.actions.members import (
    CannotChangeMember,
    confirm_memberships,
    end_membership,
    issue_reset_link,
    remove_second_factor,
    sign_member_out,
    switch_off_accounts,
)
from wir.network.actions.networks import (
    CannotChangeRole,
    CannotGiveRole,
    add_carrier,
    add_project,
    as_job,
    as_job_at,
    as_network_job,
    change_role,
    found_network,
    give_role,
    open_file,
)
from wir.network.actions.releases import CannotRelease, close_file, name_deputy, release_file
from wir.network.actions.sharing import close_files, open_on_consent

__all__ = [
    "CannotAccept",
    "CannotBreakGlass",
    "CannotChangeMember",
    "CannotChangeRole",
    "CannotFound",
    "CannotGiveRole",
    "CannotInvite",
    "CannotRecordBasis",
    "CannotRelease",
    "CannotSetPolicy",
    "ControllerValues",
    "Founded",
    "Issued",
    "accept_invitation",
    "add_carrier",
    "add_place",
    "add_project",
    "as_job",
    "as_job_at",
    "as_network_job",
    "break_glass",
    "change_role",
    "choose_face",
    "close_file",
    "close_files",
    "close_glass",
    "confirm_memberships",
    "describe_controller",
    "end_duplicate_basis",
    "end_membership",
    "found_network",
    "give_role",
    "invite",
    "issue_reset_link",
    "name_deputy",
    "note_reasons_read",
    "open_carrier",
    "open_file",
    "open_network",
    "open_on_consent",
    "record_duplicate_basis",
    "release_file",
    "remove_second_factor",
    "set_second_factor_policy",
    "sign_member_out",
    "switch_off_accounts",
    "withdraw_invitation",
]
