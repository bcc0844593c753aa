"""Networks are founded, people are invited and leave, access is granted; all of it dated."""

from wir.network.actions.founding import CannotFound, Founded, add_place, open_carrier, open_network
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
    switch_off_accounts,
)
from wir.network.actions.networks import (
    add_carrier,
    add_project,
    as_job,
    as_job_at,
    as_network_job,
    found_network,
    give_role,
    open_file,
)

__all__ = [
    "CannotAccept", "CannotChangeMember", "CannotFound", "CannotInvite", "Founded", "Issued",
    "accept_invitation", "add_carrier", "add_place", "add_project", "as_job", "as_job_at", "as_network_job",
    "confirm_memberships", "end_membership", "found_network", "give_role", "invite", "issue_reset_link",
    "open_carrier", "open_file", "open_network", "remove_second_factor", "switch_off_accounts", "withdraw_invitation",
]  # fmt: skip
