"""When data have to go, and what keeps them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from wir.kit.calendar import add_months
from wir.privacy.rules.register import Retention, RetentionRule
from wir.privacy.rules.trail import REASON_LENGTH


class RetentionCause(StrEnum):
    """Why data have to go."""

    CONSENT_WITHDRAWN = "consent_withdrawn"
    PERIOD_OVER = "period_over"
    REQUESTED = "requested"


class OrderState(StrEnum):
    """Where an order to erase stands on a day."""

    OPEN = "open"
    DUE = "due"
    HELD = "held"
    DONE = "done"


class HoldGround(StrEnum):
    """Why data may not be erased although they are due."""

    COURT = "court"
    """A court or an authority with the power to order it."""
    CLAIM = "claim"
    """Legal claims are established, exercised or defended (Art. 17(3)(e) GDPR)."""
    RESTRICTION = "restriction"
    """The person asks to keep them (Art. 18(1)(b), (c) GDPR)."""
    OTHER = "other"
    """Another duty to keep them (Art. 17(3)(b) GDPR)."""


class RetentionProblem(StrEnum):
    """Why a period cannot be decided, or an erasure held, as asked."""

    FIXED_BY_LAW = "fixed_by_law"
    MONTHS_OUT_OF_RANGE = "months_out_of_range"
    IN_FUTURE = "in_future"
    NO_SUCH_FILE = "no_such_file"
    REASON_TOO_SHORT = "reason_too_short"
    END_NOT_AHEAD = "end_not_ahead"
    NOT_IN_FORCE = "not_in_force"


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

    ``months`` is what the controller decided; where the register leaves the period open and nothing was decided,
    there is no such day: the register's number is only a proposal. A withdrawn consent ends the keeping on that day
    (Art. 17(1)(b) GDPR). Months count from the day after the fact (§§ 187(1), 188(2) BGB);
    years from 31 December of the year of the last payment (Art. 82 Regulation (EU) 2021/1060).
    """
    if facts.withdrawn_on is not None:
        return facts.withdrawn_on
    start = _counted_from(retention.rule, facts)
    if start is None:
        return None
    if retention.rule is RetentionRule.YEARS_AFTER_LAST_PAYMENT:
        return date(start.year + retention.length + 1, 1, 1)
    length = months if retention.open else retention.length
    return None if length is None else add_months(start, length) + timedelta(days=1)


def order_state(day: date, *, due_on: date, done_on: date | None, held: bool) -> OrderState:
    """Return where an order stands; what is held is neither open nor due."""
    if done_on is not None:
        return OrderState.DONE
    if held:
        return OrderState.HELD
    return OrderState.DUE if due_on <= day else OrderState.OPEN


def obstacles_to_period(
    retention: Retention, *, months: int, decided_on: date, today: date
) -> list[RetentionProblem]:
    """Return every reason against a controller's decision to keep something for so many months."""
    checks = (
        (RetentionProblem.FIXED_BY_LAW, not retention.open),
        (RetentionProblem.MONTHS_OUT_OF_RANGE, months not in MONTHS),
        (RetentionProblem.IN_FUTURE, decided_on > today),
    )
    return [problem for problem, holds in checks if holds]


def obstacles_to_hold(*, reason: str, until_on: date | None, today: date) -> list[RetentionProblem]:
    """Return every reason against holding erasures back until the day before ``until_on``."""
    checks = (
        (RetentionProblem.REASON_TOO_SHORT, len(" ".join(reason.split())) < REASON_LENGTH),
        (RetentionProblem.END_NOT_AHEAD, until_on is not None and until_on <= today),
    )
    return [problem for problem, holds in checks if holds]


def _counted_from(rule: RetentionRule, facts: RetentionFacts) -> date | None:
    return {
        RetentionRule.MONTHS_AFTER_EXIT: facts.exited_on,
        RetentionRule.MONTHS_AFTER_LAST_CONTACT: facts.last_contact_on,
        RetentionRule.MONTHS_AFTER_MEMBERSHIP: facts.membership_ended_on,
        RetentionRule.YEARS_AFTER_LAST_PAYMENT: facts.last_payment_on,
    }[rule]
