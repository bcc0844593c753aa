"""Vocabulary of counselling, and what stands in the way of a stay, a contact, a goal or a step."""

from wir.counselling.rules.plan import (
    PlanProblem,
    Stage,
    obstacles_to_finishing,
    obstacles_to_goal,
    obstacles_to_reaching,
    obstacles_to_step,
)
from wir.counselling.rules.reassigning import ReassignProblem
from wir.counselling.rules.stays import (
    MINUTES,
    STEP,
    ContactMode,
    ContactProblem,
    ExitReason,
    StayProblem,
    Topic,
    obstacles_to_contact,
    obstacles_to_entry,
    obstacles_to_exit,
    obstacles_to_follow_up,
)

__all__ = [
    "MINUTES", "STEP", "ContactMode", "ContactProblem", "ExitReason", "PlanProblem", "ReassignProblem", "Stage",
    "StayProblem",
    "Topic", "obstacles_to_contact", "obstacles_to_entry", "obstacles_to_exit", "obstacles_to_finishing",
    "obstacles_to_follow_up", "obstacles_to_goal", "obstacles_to_reaching", "obstacles_to_step",
]  # fmt: skip
