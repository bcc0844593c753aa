"""People come in, alone or by list; papers change, identities are corrected."""

from wir.people.actions.lists import KEPT, CannotConfirm, confirm_list, discard_old_lists, preview_list
from wir.people.actions.needs import CannotRead, CannotSeal, close_need, read_needs, seal_need
from wir.people.actions.persons import CannotChangeResidence, add_person, change_residence, correct_identity
from wir.people.actions.procedure import CannotCorrectProcedure, correct_procedure
from wir.people.actions.reading import note_reading

__all__ = [
    "KEPT",
    "CannotChangeResidence",
    "CannotConfirm",
    "CannotCorrectProcedure",
    "CannotRead",
    "CannotSeal",
    "add_person",
    "change_residence",
    "close_need",
    "confirm_list",
    "correct_identity",
    "correct_procedure",
    "discard_old_lists",
    "note_reading",
    "preview_list",
    "read_needs",
    "seal_need",
]  # fmt: skip
