"""People come in, alone or by list; papers change, identities are corrected."""

from wir.people.actions.lists import KEPT, CannotConfirm, confirm_list, discard_old_lists, preview_list
from wir.people.actions.persons import CannotChangeResidence, add_person, change_residence, correct_identity
from wir.people.actions.procedure import CannotCorrectProcedure, correct_procedure

__all__ = [
    "KEPT",
    "CannotChangeResidence", "CannotConfirm", "CannotCorrectProcedure", "add_person", "change_residence",
    "confirm_list", "correct_identity", "correct_procedure", "discard_old_lists", "preview_list",
]  # fmt: skip
