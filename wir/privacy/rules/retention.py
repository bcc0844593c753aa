"""When data have to go."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from wir.kit.calendar import add_months
from wir.privacy.rules.register import Retention, RetentionRule


class RetentionCause(StrEnum):
    """Why data have to go."""

    CONSENT_WITHDRAWN = "consent_withdrawn"
    PERIOD_OVER = "period_over"
    REQUESTED = "requested"


class RetentionProblem(StrEnum):
    """Why an erasure cannot be ordered, held or a period decided as asked."""

    REASON_MISSING = "reason_missing"
    ALREADY_DONE = "already_done"
    FIXED_BY_LAW = "fixed_by_law"
    MONTHS_OUT_OF_RANGE = "months_out_of_range"


MONTHS = range(121)
"""Months a controller may decide on: at most ten years."""


@dataclass(frozen=True, slots=True)
class RetentionFacts:
    """What is known about one subject; ``last_payment_on`` is the day the network's grant was last paid out."""

    exited_on: date | None = None
    last_contact_on: date | None = None
    membership_ended_on: date | None = None
    last_payment_on: date | None = None
    withdrawn_on: date | None = None


def due_on(retention: Retention, facts: RetentionFacts, *, months: int | None = None) -> date | None:
    """Return the first day on which the data may no longer be kept; None while the counted fact is not known.

    ``months`` is what the controller decided where the register leaves the period open. A withdrawn consent ends
    the keeping on that day (Art. 17(1)(b) GDPR). Months count from the day after the fact (§§ 187(1), 188(2) BGB);
    years from 31 December of the year of the last payment (Art. 82 Regulation (EU) 2021/1060).
    """
    if facts.withdrawn_on is not None:
        return facts.withdrawn_on
    start = _counted_from(retention.rule, facts)
    if start is None:
        return None
    if retention.rule is RetentionRule.YEARS_AFTER_LAST_PAYMENT:
        return date(start.year + retention.length + 1, 1, 1)
    length = months if retention.open and months is not None else retention.length
    return add_months(start, length) + timedelta(days=1)


def _counted_from(rule: RetentionRule, facts: RetentionFacts) -> date | None:
    return {
        RetentionRule.MONTHS_AFTER_EXIT: facts.exited_on,
        RetentionRule.MONTHS_AFTER_LAST_CONTACT: facts.last_contact_on,
        RetentionRule.MONTHS_AFTER_MEMBERSHIP: facts.membership_ended_on,
        RetentionRule.YEARS_AFTER_LAST_PAYMENT: facts.last_payment_on,
    }[rule]
