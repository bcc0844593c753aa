"""What privacy does: the audit trail grows, people consent and take it back, erasures are ordered."""

from wir.privacy.actions.consents import (
    CannotConsent,
    give_consent,
    hand_over_notice,
    refuse_consent,
    withdraw_consent,
)
from wir.privacy.actions.retention import (
    CannotRetain,
    decide_retention,
    hold,
    order_erasure,
    release_hold,
)
from wir.privacy.actions.sharing import (
    CannotShare,
    consent_to_sharing,
    disclose,
    tell_receiver,
    withdraw_sharing,
)
from wir.privacy.actions.trail import record

__all__ = [
    "CannotConsent",
    "CannotRetain",
    "CannotShare",
    "consent_to_sharing",
    "decide_retention",
    "disclose",
    "give_consent",
    "hand_over_notice",
    "hold",
    "order_erasure",
    "record",
    "refuse_consent",
    "release_hold",
    "tell_receiver",
    "withdraw_consent",
    "withdraw_sharing",
]
