"""What counselling does: stays begin and end, conversations are put down, the plan grows."""

from wir.counselling.actions.contacts import CannotRecord, FollowUp, record_contact
from wir.counselling.actions.corrections import CannotCorrect, correct_stay, follow_participant, reopen_stay
from wir.counselling.actions.drafts import drop_draft, keep_draft
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
    "CannotPlan",
    "CannotProceed",
    "CannotReassign",
    "CannotRecord",
    "CannotTalk",
    "CannotWait",
    "FollowUp",
    "MatterValues",
    "NoticeValues",
    "WaitingValues",
    "accept_notice",
    "add_step",
    "agree_goal",
    "agree_plan",
    "answer_legal_question",
    "ask_legal_question",
    "begin_stay",
    "begin_talk",
    "change_matter",
    "close_matter",
    "contest_notice",
    "correct_notice",
    "correct_stay",
    "decline_waiting",
    "drop_draft",
    "end_stay",
    "finish_step",
    "finish_talk",
    "follow_participant",
    "follow_task",
    "keep_draft",
    "keep_way",
    "name_guardian",
    "open_matter",
    "prepare_power",
    "put_on_list",
    "reach_goal",
    "reassign_cases",
    "record_contact",
    "record_notice",
    "reopen_stay",
    "revoke_power",
    "save_phase",
    "sign_power",
    "take_from_list",
    "use_way",
]  # fmt: skip
