"""What counselling does: stays begin and end, conversations are put down, the plan grows."""

from wir.counselling.actions.appointments import (
    Meeting,
    call_off,
    make_appointment,
    move_appointment,
    record_missed,
)
from wir.counselling.actions.contacts import CannotRecord, FollowUp, record_contact
from wir.counselling.actions.corrected_contacts import Told, correct_contact, remove_contact, undo_correction
from wir.counselling.actions.corrections import CannotCorrect, correct_stay, follow_participant, reopen_stay
from wir.counselling.actions.drafts import drop_draft, keep_draft
from wir.counselling.actions.feeds import end_feed, make_feed
from wir.counselling.actions.groups import CannotHold, Gathering, hold_group
from wir.counselling.actions.letters import CannotWrite, write_letter
from wir.counselling.actions.matters import (
    CannotProceed,
    MatterValues,
    NoticeValues,
    accept_notice,
    change_matter,
    close_matter,
    contest_notice,
    correct_notice,
    open_matter,
    record_notice,
)
from wir.counselling.actions.plan import (
    CannotPlan,
    add_step,
    agree_goal,
    finish_step,
    follow_task,
    reach_goal,
)
from wir.counselling.actions.powers import (
    CannotEmpower,
    answer_legal_question,
    ask_legal_question,
    name_guardian,
    prepare_power,
    revoke_power,
    sign_power,
)
from wir.counselling.actions.reassigning import CannotReassign, reassign_cases
from wir.counselling.actions.stays import CannotBegin, CannotEnd, begin_stay, end_stay
from wir.counselling.actions.talks import CannotTalk, begin_talk, finish_talk, save_phase
from wir.counselling.actions.telling import CannotMeet, follow_reach, words_for
from wir.counselling.actions.waiting import (
    CannotWait,
    WaitingValues,
    decline_waiting,
    put_on_list,
    take_from_list,
)
from wir.counselling.actions.ways import agree_plan, keep_way, use_way

__all__ = [
    "CannotBegin",
    "CannotCorrect",
    "CannotEmpower",
    "CannotEnd",
    "CannotHold",
    "CannotMeet",
    "CannotPlan",
    "CannotProceed",
    "CannotReassign",
    "CannotRecord",
    "CannotTalk",
    "CannotWait",
    "CannotWrite",
    "FollowUp",
    "Gathering",
    "MatterValues",
    "Meeting",
    "NoticeValues",
    "Told",
    "WaitingValues",
    "accept_notice",
    "add_step",
    "agree_goal",
    "agree_plan",
    "answer_legal_question",
    "ask_legal_question",
    "begin_stay",
    "begin_talk",
    "call_off",
    "change_matter",
    "close_matter",
    "contest_notice",
    "correct_contact",
    "correct_notice",
    "correct_stay",
    "decline_waiting",
    "drop_draft",
    "end_feed",
    "end_stay",
    "finish_step",
    "finish_talk",
    "follow_participant",
    "follow_reach",
    "follow_task",
    "hold_group",
    "keep_draft",
    "keep_way",
    "make_appointment",
    "make_feed",
    "move_appointment",
    "name_guardian",
    "open_matter",
    "prepare_power",
    "put_on_list",
    "reach_goal",
    "reassign_cases",
    "record_contact",
    "record_missed",
    "record_notice",
    "remove_contact",
    "reopen_stay",
    "revoke_power",
    "save_phase",
    "sign_power",
    "take_from_list",
    "undo_correction",
    "use_way",
    "words_for",
    "write_letter",
]  # fmt: skip
