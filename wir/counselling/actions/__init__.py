"""What counselling does: stays begin and end, conversations are put down, the plan grows."""

from wir.counselling.actions.contacts import CannotRecord, record_contact
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
from wir.counselling.actions.stays import CannotBegin, CannotEnd, begin_stay, end_stay
from wir.counselling.actions.talks import CannotTalk, begin_talk, finish_talk, save_phase

__all__ = [
    "CannotBegin", "CannotEmpower", "CannotEnd", "CannotPlan", "CannotProceed", "CannotRecord", "CannotTalk",
    "MatterValues", "NoticeValues", "accept_notice", "add_step", "agree_goal", "answer_legal_question",
    "ask_legal_question", "begin_stay", "begin_talk", "change_matter", "close_matter", "contest_notice",
    "correct_notice", "end_stay", "finish_step", "finish_talk", "follow_task", "name_guardian", "open_matter",
    "prepare_power", "reach_goal", "record_contact", "record_notice", "revoke_power", "save_phase",
    "sign_power",
]  # fmt: skip
