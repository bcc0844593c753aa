"""Reads of consents, sharing, retention, and of what each purpose keeps."""

from wir.privacy.queries.consents import (
    Answer,
    answers_among,
    consent_or_none,
    disclosures_of,
    history_of,
    is_stopped,
    months_decided,
    notices_of,
    orders_of,
    sharing_of,
    sharing_or_none,
    state_of,
)
from wir.privacy.queries.kept import KeptField, fields_to_erase, purposes_that_keep, tables_kept_for

__all__ = [
    "Answer",
    "KeptField",
    "answers_among",
    "consent_or_none",
    "disclosures_of",
    "fields_to_erase",
    "history_of",
    "is_stopped",
    "months_decided",
    "notices_of",
    "orders_of",
    "purposes_that_keep",
    "sharing_of",
    "sharing_or_none",
    "state_of",
    "tables_kept_for",
]
