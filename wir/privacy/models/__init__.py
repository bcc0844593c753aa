"""The audit trail, consents, sharing and retention; people are named by subject id alone."""

from wir.privacy.models.authorities import (
    AuthorityRequest,
    AuthorityRequestQuerySet,
)
from wir.privacy.models.consents import Consent, ConsentQuerySet, NoticeGiven
from wir.privacy.models.retention import (
    RetentionHold,
    RetentionHoldQuerySet,
    RetentionOrder,
    RetentionOrderQuerySet,
    RetentionSetting,
)
from wir.privacy.models.sharing import Disclosure, SharingConsent, SharingConsentQuerySet
from wir.privacy.models.trail import AuditEntry, AuditQuerySet, AuditSeal, Inquiry, InquiryQuerySet

__all__ = [
    "AuditEntry",
    "AuditQuerySet",
    "AuditSeal",
    "AuthorityRequest",
    "AuthorityRequestQuerySet",
    "Consent",
    "ConsentQuerySet",
    "Disclosure",
    "Inquiry",
    "InquiryQuerySet",
    "NoticeGiven",
    "RetentionHold",
    "RetentionHoldQuerySet",
    "RetentionOrder",
    "RetentionOrderQuerySet",
    "RetentionSetting",
    "SharingConsent",
    "SharingConsentQuerySet",
]
