"""People come in, alone or by list; papers change, identities are corrected."""

from wir.people.actions.duplicates import (
    CannotCheck,
    CheckProblem,
    Elsewhere,
    ask_elsewhere,
    join_check,
    leave_check,
    renew_marks_of_network,
)
from wir.people.actions.lists import KEPT, CannotConfirm, confirm_list, discard_old_lists, preview_list
from wir.people.actions.persons import CannotChangeResidence, add_person, change_residence, correct_identity
from wir.people.actions.procedure import CannotCorrectProcedure, correct_procedure

__all__ = [
    "KEPT",
    "CannotChangeResidence", "CannotCheck", "CannotConfirm", "CannotCorrectProcedure", "CheckProblem", "Elsewhere",
    "add_person", "ask_elsewhere", "change_residence", "confirm_list", "correct_identity", "correct_procedure",
    "discard_old_lists", "join_check", "leave_check", "preview_list",
    "renew_marks_of_network",
]  # fmt: skip
