"""Purposes, consent, retention and notices; plain Python over the data of ``privacy/data``."""

from wir.privacy.rules.consents import (
    ConsentProblem,
    ConsentState,
    Receiver,
    Shared,
    blocks,
    covers,
    obstacles_to_consent,
    obstacles_to_withdrawal,
    state_on,
)
from wir.privacy.rules.notices import Sheet, languages, sheets
from wir.privacy.rules.purposes import INFORMED, TEXT_VERSION, ConsentWay, Purpose
from wir.privacy.rules.register import (
    Processing,
    Retention,
    RetentionRule,
    on_consent,
    processing_of,
    register,
)
from wir.privacy.rules.retention import MONTHS, RetentionCause, RetentionFacts, RetentionProblem, due_on

__all__ = [
    "INFORMED",
    "MONTHS",
    "TEXT_VERSION",
    "ConsentProblem",
    "ConsentState",
    "ConsentWay",
    "Processing",
    "Purpose",
    "Receiver",
    "Retention",
    "RetentionCause",
    "RetentionFacts",
    "RetentionProblem",
    "RetentionRule",
    "Shared",
    "Sheet",
    "blocks",
    "covers",
    "due_on",
    "languages",
    "obstacles_to_consent",
    "obstacles_to_withdrawal",
    "on_consent",
    "processing_of",
    "register",
    "sheets",
    "state_on",
]
