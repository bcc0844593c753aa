"""People come in, alone or by list; papers change, identities are corrected."""

from wir.people.actions.duplicates import (
    CannotCheck,
    CheckProblem,
    Elsewhere,
    ask_elsewhere,
    forget_marks_without_consent,
    join_check,
    leave_check,
    mark_where_agreed,
    renew_marks_of_network,
)
from wir.people.actions.lists import KEPT, CannotConfirm, confirm_list, discard_old_lists, preview_list
from wir.people.actions.needs import CannotRead, CannotSeal, close_need, read_needs, seal_need
from wir.people.actions.persons import CannotChangeResidence, add_person, change_residence, correct_identity
from wir.people.actions.procedure import CannotCorrectProcedure, correct_procedure
from wir.people.actions.reading import note_reading

__all__ = [
    "KEPT",
    "CannotChangeResidence",
    "CannotCheck",
    "CannotConfirm",
    "CannotCorrectProcedure",
    "CannotRead",
    "CannotSeal",
    "CheckProblem",
    "Elsewhere",
    "add_person",
    "ask_elsewhere",
    "change_residence",
    "close_need",
    "confirm_list",
    "correct_identity",
    "correct_procedure",
    "discard_old_lists",
    "forget_marks_without_consent",
    "join_check",
    "leave_check",
    "mark_where_agreed",
    "note_reading",
    "preview_list",
    "read_needs",
    "renew_marks_of_network",
    "seal_need",
]
