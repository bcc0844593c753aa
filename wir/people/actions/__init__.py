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
from wir.people.actions.household import CannotKeepMember, keep_member, link_member, remove_member
from wir.people.actions.linking import CannotLink, decide_link, part_files
from wir.people.actions.lists import (
    KEPT,
    CannotConfirm,
    confirm_list,
    discard_old_lists,
    note_refused_read,
    preview_list,
)
from wir.people.actions.merging import CannotMerge, merge_files, undo_merge
from wir.people.actions.needs import (
    CannotRead,
    CannotSeal,
    agree_to_needs,
    close_need,
    read_needs,
    seal_need,
)
from wir.people.actions.persons import add_person
from wir.people.actions.procedure import CannotCorrectProcedure, correct_procedure
from wir.people.actions.profile import CannotCorrect, CannotKeep, correct_card, keep_entry, remove_entry
from wir.people.actions.reading import note_reading
from wir.people.actions.requirements import (
    CannotRelease,
    release_requirements,
    withdraw_all_requirements,
    withdraw_requirement,
)
from wir.people.actions.residence import CannotChangeResidence, change_residence, correct_residence

__all__ = [
    "KEPT",
    "CannotChangeResidence",
    "CannotCheck",
    "CannotConfirm",
    "CannotCorrect",
    "CannotCorrectProcedure",
    "CannotKeep",
    "CannotKeepMember",
    "CannotLink",
    "CannotMerge",
    "CannotRead",
    "CannotRelease",
    "CannotSeal",
    "CheckProblem",
    "Elsewhere",
    "add_person",
    "agree_to_needs",
    "ask_elsewhere",
    "change_residence",
    "close_need",
    "confirm_list",
    "correct_card",
    "correct_procedure",
    "correct_residence",
    "decide_link",
    "discard_old_lists",
    "forget_marks_without_consent",
    "join_check",
    "keep_entry",
    "keep_member",
    "leave_check",
    "link_member",
    "mark_where_agreed",
    "merge_files",
    "note_reading",
    "note_refused_read",
    "part_files",
    "preview_list",
    "read_needs",
    "release_requirements",
    "remove_entry",
    "remove_member",
    "renew_marks_of_network",
    "seal_need",
    "undo_merge",
    "withdraw_all_requirements",
    "withdraw_requirement",
]
