"""Pages of counselling: contacts, plan, procedures at authorities."""

from wir.counselling.views.appointments import (
    appointment,
    appointment_letter,
    appointments,
    call_off,
    missed,
)
from wir.counselling.views.calendar import calendar, feed, feed_file
from wir.counselling.views.contact import contact, remove_contact, undo_contact
from wir.counselling.views.contacts import contact_draft, contacts
from wir.counselling.views.groups import group, groups
from wir.counselling.views.letters import write_letter
from wir.counselling.views.matters import add_notice, close_matter, matter, matters, notice, settle_notice
from wir.counselling.views.plan import add_step, agree_goal, finish_step, plan, reach_goal
from wir.counselling.views.powers import (
    answer_legal,
    ask_legal,
    name_guardian,
    power_paper,
    powers,
    revoke_power,
    sign_power,
)
from wir.counselling.views.stays import correct_stay, reopen_stay, stays
from wir.counselling.views.talks import finish_talk, talk, talk_phase, talks
from wir.counselling.views.waiting import decline_waiting, waiting
from wir.counselling.views.ways import agree_plan, keep_way, plan_paper, use_way

__all__ = [
    "add_notice",
    "add_step",
    "agree_goal",
    "agree_plan",
    "answer_legal",
    "appointment",
    "appointment_letter",
    "appointments",
    "ask_legal",
    "calendar",
    "call_off",
    "close_matter",
    "contact",
    "contact_draft",
    "contacts",
    "correct_stay",
    "decline_waiting",
    "feed",
    "feed_file",
    "finish_step",
    "finish_talk",
    "group",
    "groups",
    "keep_way",
    "matter",
    "matters",
    "missed",
    "name_guardian",
    "notice",
    "plan",
    "plan_paper",
    "power_paper",
    "powers",
    "reach_goal",
    "remove_contact",
    "reopen_stay",
    "revoke_power",
    "settle_notice",
    "sign_power",
    "stays",
    "talk",
    "talk_phase",
    "talks",
    "undo_contact",
    "use_way",
    "waiting",
    "write_letter",
]  # fmt: skip
