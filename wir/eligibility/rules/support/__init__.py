"""Which support is open to the person on a day: courses, promotion of training, benefits, recognition."""

from wir.eligibility.rules.support.access import Access, Support, SupportAnswer, SupportCode
from wir.eligibility.rules.support.overview import support_for

__all__ = ["Access", "Support", "SupportAnswer", "SupportCode", "support_for"]
