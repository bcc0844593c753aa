"""What privacy does: the audit trail grows, people consent and take it back, erasures are ordered."""

from wir.privacy.actions.authorities import (
    Asked,
    CannotDecideRequest,
    CannotLogRequest,
    Decided,
    decide_authority_request,
    log_authority_request,
)
from wir.privacy.actions.consents import (
    CannotConsent,
    give_consent,
    hand_over_notice,
    refuse_consent,
    withdraw_consent,
)
from wir.privacy.actions.retention import (
    CannotRetain,
    Left,
    decide_retention,
    forget_history,
    hold_data,
    order_erasure,
    order_what_is_over,
    release_hold,
)
from wir.privacy.actions.sharing import (
    CannotShare,
    consent_to_sharing,
    disclose,
    tell_receiver,
    withdraw_sharing,
)
from wir.privacy.actions.trail import (
    CannotInquire,
    inquire,
    note_reading,
    note_trail_read,
    record,
    seal,
)

__all__ = [
    "Asked",
    "CannotConsent",
    "CannotDecideRequest",
    "CannotInquire",
    "CannotLogRequest",
    "CannotRetain",
    "CannotShare",
    "Decided",
    "Left",
    "consent_to_sharing",
    "decide_authority_request",
    "decide_retention",
    "disclose",
    "forget_history",
    "give_consent",
    "hand_over_notice",
    "hold_data",
    "inquire",
    "log_authority_request",
    "note_reading",
    "note_trail_read",
    "order_erasure",
    "order_what_is_over",
    "record",
    "refuse_consent",
    "release_hold",
    "seal",
    "tell_receiver",
    "withdraw_consent",
    "withdraw_sharing",
]
