"""What changes here: answers kept, circumstances recorded, what a network decides, and what time does."""

from wir.eligibility.actions.answers import CannotRecordCircumstances, assess_person, record_circumstances
from wir.eligibility.actions.clocks import recheck, recompute_due, tell_of_changes
from wir.eligibility.actions.decisions import (
    CannotDecide,
    DecisionProblem,
    decide_policy,
    release_sentence,
    set_days_before,
)

__all__ = [
    "CannotDecide", "CannotRecordCircumstances", "DecisionProblem", "assess_person", "decide_policy", "recheck",
    "recompute_due", "record_circumstances", "release_sentence", "set_days_before", "tell_of_changes",
]  # fmt: skip
