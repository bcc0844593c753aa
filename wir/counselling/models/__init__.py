"""Stays, contacts with their notes apart, and the plan."""

from wir.counselling.models.plan import Goal, GoalQuerySet, Step, StepQuerySet
from wir.counselling.models.stays import (
    Contact,
    ContactNote,
    ContactNoteQuerySet,
    ContactQuerySet,
    Stay,
    StayQuerySet,
)

__all__ = [
    "Contact", "ContactNote", "ContactNoteQuerySet", "ContactQuerySet", "Goal", "GoalQuerySet", "Stay",
    "StayQuerySet", "Step", "StepQuerySet",
]  # fmt: skip
