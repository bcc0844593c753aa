"""What counselling does: stays begin and end, conversations are put down, the plan grows."""

from wir.counselling.actions.contacts import CannotRecord, record_contact
from wir.counselling.actions.plan import (
    CannotPlan,
    add_step,
    agree_goal,
    finish_step,
    follow_task,
    reach_goal,
)
from wir.counselling.actions.reassigning import CannotReassign, reassign_cases
from wir.counselling.actions.stays import CannotBegin, CannotEnd, begin_stay, end_stay

__all__ = [
    "CannotBegin",
    "CannotEnd",
    "CannotPlan",
    "CannotReassign",
    "CannotRecord",
    "add_step",
    "agree_goal",
    "begin_stay",
    "end_stay",
    "finish_step",
    "follow_task",
    "reach_goal",
    "reassign_cases",
    "record_contact",
]
