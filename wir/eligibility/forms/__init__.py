"""What is asked about a person's right to work, and the words for the answer."""

from wir.eligibility.forms.circumstances import CircumstancesForm, as_sent
from wir.eligibility.forms.decisions import PolicyForm, WarningForm
from wir.eligibility.forms.missing import (
    FACTS,
    MissingFact,
    Place,
    asked_here,
    contradicting,
    missing_facts,
)
from wir.eligibility.forms.question import QuestionForm, TrialForm
from wir.eligibility.forms.vocabulary import (
    ACCELERATED_GROUNDS,
    ACTIVITIES,
    COOPERATION_BREACHES,
    DUBLIN_REQUESTS,
    IDENTITIES,
    MEASURES,
    OBLIGATIONS,
    ORDER_RULES,
    OWN_CONDUCTS,
    PERMISSIONS_GIVEN,
)
from wir.eligibility.forms.words import (
    ACCESSES,
    AUTHORITY_PERMISSIONS,
    BA_CONSENTS,
    BAN_CLASSES,
    BAN_KINDS,
    CHANGE_KINDS,
    DECISION_MODES,
    MAY_WORK,
    MEANINGS,
    SELF_MEANINGS,
    SETTINGS,
    SUPPORTS,
    TARGET_GROUPS,
    VERSION_CODES,
)

__all__ = [
    "ACCELERATED_GROUNDS", "ACCESSES", "ACTIVITIES", "AUTHORITY_PERMISSIONS", "BAN_CLASSES", "BAN_KINDS", "BA_CONSENTS",
    "CHANGE_KINDS", "COOPERATION_BREACHES", "DECISION_MODES", "DUBLIN_REQUESTS", "FACTS", "IDENTITIES", "MAY_WORK",
    "MEANINGS", "MEASURES", "OBLIGATIONS", "ORDER_RULES", "OWN_CONDUCTS", "PERMISSIONS_GIVEN", "SELF_MEANINGS",
    "SETTINGS", "SUPPORTS",
    "TARGET_GROUPS", "VERSION_CODES", "CircumstancesForm", "MissingFact", "Place", "PolicyForm", "QuestionForm",
    "TrialForm", "WarningForm", "as_sent", "asked_here", "contradicting", "missing_facts",
]  # fmt: skip
