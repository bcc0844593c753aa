"""What is asked about a person's right to work, and the words for the answer."""

from wir.eligibility.forms.circumstances import CircumstancesForm
from wir.eligibility.forms.missing import FACTS, MissingFact, Place, missing_facts
from wir.eligibility.forms.question import QuestionForm
from wir.eligibility.forms.reasons import REASONS
from wir.eligibility.forms.vocabulary import (
    ACCELERATED_GROUNDS,
    ACTIVITIES,
    COOPERATION_BREACHES,
    DUBLIN_REQUESTS,
    IDENTITIES,
    ORDER_RULES,
    PERMISSIONS_GIVEN,
)
from wir.eligibility.forms.words import (
    AUTHORITY_PERMISSIONS,
    BA_CONSENTS,
    BAN_CLASSES,
    BAN_KINDS,
    DECISION_MODES,
    MAY_WORK,
    MEANINGS,
    TARGET_GROUPS,
)

__all__ = [
    "ACCELERATED_GROUNDS", "ACTIVITIES", "AUTHORITY_PERMISSIONS", "BAN_CLASSES", "BAN_KINDS", "BA_CONSENTS",
    "COOPERATION_BREACHES", "DECISION_MODES", "DUBLIN_REQUESTS", "FACTS", "IDENTITIES", "MAY_WORK", "MEANINGS",
    "ORDER_RULES", "PERMISSIONS_GIVEN", "REASONS", "TARGET_GROUPS", "CircumstancesForm", "MissingFact", "Place",
    "QuestionForm", "missing_facts",
]  # fmt: skip
