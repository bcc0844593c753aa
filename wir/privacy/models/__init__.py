"""The audit trail, consents, sharing and retention; people are named by subject id alone."""

from wir.privacy.models.consents import Consent, ConsentQuerySet, NoticeGiven
from wir.privacy.models.retention import RetentionOrder, RetentionOrderQuerySet, RetentionSetting
from wir.privacy.models.sharing import Disclosure, SharingConsent, SharingConsentQuerySet
from wir.privacy.models.trail import AuditEntry

__all__ = [
    "AuditEntry",
    "Consent",
    "ConsentQuerySet",
    "Disclosure",
    "NoticeGiven",
    "RetentionOrder",
    "RetentionOrderQuerySet",
    "RetentionSetting",
    "SharingConsent",
    "SharingConsentQuerySet",
]
