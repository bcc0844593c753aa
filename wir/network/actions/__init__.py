"""What is done with networks, roles and grants."""

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

__all__ = [
    "CannotChangeRole", "CannotRelease", "add_carrier", "add_project", "as_job", "as_job_at", "as_network_job",
    "change_role", "close_file", "found_network", "give_role", "name_deputy", "open_file", "release_file",
]  # fmt: skip
