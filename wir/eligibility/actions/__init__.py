"""What changes here: answers kept, circumstances recorded, what a network decides, and what time does."""

from wir.eligibility.actions.answers import CannotRecordCircumstances, assess_person, record_circumstances
from wir.eligibility.actions.clocks import recheck, recompute_due, tell_of_changes
from wir.eligibility.actions.decisions import (
    CannotDecide,
    DecisionProblem,
    decide_policy,
    set_days_before,
)
from wir.eligibility.actions.wordings import propose_wording, release_sentence, withdraw_release

__all__ = [
    "CannotDecide", "CannotRecordCircumstances", "DecisionProblem", "assess_person", "decide_policy",
    "propose_wording", "recheck", "recompute_due", "record_circumstances", "release_sentence", "set_days_before",
    "tell_of_changes", "withdraw_release",
]  # fmt: skip
