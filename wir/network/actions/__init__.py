"""What is done with networks, roles and grants."""

from wir.network.actions.glass import CannotBreakGlass, break_glass, close_glass, note_reasons_read
from wir.network.actions.networks import (
    CannotChangeRole,
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
    "CannotBreakGlass", "CannotChangeRole", "CannotRelease", "add_carrier", "add_project", "as_job", "as_job_at",
    "as_network_job", "break_glass", "change_role", "close_file", "close_files", "close_glass", "found_network",
    "give_role", "name_deputy", "note_reasons_read", "open_file", "open_on_consent", "release_file",
]  # fmt: skip
