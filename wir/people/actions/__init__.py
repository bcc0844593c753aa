"""People come in, alone or by list; papers change, identities are corrected."""

from wir.people.actions.lists import KEPT, CannotConfirm, confirm_list, discard_old_lists, preview_list
from wir.people.actions.persons import CannotChangeResidence, add_person, change_residence, correct_identity
from wir.people.actions.procedure import CannotCorrectProcedure, correct_procedure
from wir.people.actions.reading import note_reading

__all__ = [
    "KEPT",
    "CannotChangeResidence", "CannotConfirm", "CannotCorrectProcedure", "add_person", "change_residence",
    "confirm_list", "correct_identity", "correct_procedure", "discard_old_lists", "note_reading",
    "preview_list",
]  # fmt: skip
