"""Forms of counselling, and the words for what they choose among."""

from wir.counselling.forms.contacts import MODES, TOPICS, ContactForm, CorrectionForm, words_of_topics
from wir.counselling.forms.plan import OWNERS, PLAN_EXPLANATIONS, STAGES, GoalForm, StepForm
from wir.counselling.forms.words import EXIT_REASONS

__all__ = [
    "EXIT_REASONS", "MODES", "OWNERS", "PLAN_EXPLANATIONS", "STAGES", "TOPICS", "ContactForm", "CorrectionForm",
    "GoalForm", "StepForm", "words_of_topics",
]  # fmt: skip
