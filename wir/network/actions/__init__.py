"""What is done with networks, carriers, roles and grants."""

from wir.network.actions.between import CannotRecordBasis, end_duplicate_basis, record_duplicate_basis
from wir.network.actions.controllers import ControllerValues, describe_controller
from wir.network.actions.faces import choose_face
from wir.network.actions.glass import CannotBreakGlass, break_glass, close_glass, note_reasons_read
from wir.network.actions.networks import (
    CannotGiveRole,
    add_carrier,
    add_project,
    as_job,
    as_job_at,
    as_network_job,
    close_files,
    found_network,
    give_role,
    open_file,
    release_file,
)

__all__ = [
    "CannotBreakGlass",
    "CannotGiveRole",
    "CannotRecordBasis",
    "ControllerValues",
    "add_carrier",
    "add_project",
    "as_job",
    "as_job_at",
    "as_network_job",
    "break_glass",
    "choose_face",
    "close_files",
    "close_glass",
    "describe_controller",
    "end_duplicate_basis",
    "found_network",
    "give_role",
    "note_reasons_read",
    "open_file",
    "record_duplicate_basis",
    "release_file",
]
