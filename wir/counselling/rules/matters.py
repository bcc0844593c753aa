"""Vocabulary of procedures at authorities, and what stands in the way of putting one down."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from wir.counselling.rules.checks import those_that_hold
from wir.kit.calendar import add_months


class LegalField(StrEnum):
    """By which law an authority decides; it says how long a notice can be contested."""

    GENERAL = "general"
    """Administrative law (VwVfG, VwGO): Ausländerbehörde, recognition of qualifications, school authority."""
    SOCIAL = "social"
    """Social law (SGB X, SGG): Jobcenter, Agentur für Arbeit, Inklusionsamt, asylum seekers' benefits."""
    ASYLUM = "asylum"
    """Asylum law (AsylG): Bundesamt für Migration und Flüchtlinge."""


class Delivery(StrEnum):
    """How a notice came."""

    POST = "post"
    SERVED = "served"
    HANDED_OVER = "handed_over"
    ELECTRONIC = "electronic"


class Instruction(StrEnum):
    """What the notice says about contesting it (Rechtsbehelfsbelehrung)."""

    THERE = "there"
    MISSING_OR_WRONG = "missing_or_wrong"
    UNREAD = "unread"


class Remedy(StrEnum):
    """How a notice is contested."""

    OBJECTION = "objection"
    """Widerspruch, at the authority."""
    ACTION = "action"
    """Klage, at the court."""


class Decision(StrEnum):
    """What a notice decides."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    OTHER = "other"


class MatterOutcome(StrEnum):
    """How a procedure ended."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    SETTLED = "settled"


class MatterProblem(StrEnum):
    """Why a procedure or a notice cannot be put down or changed as asked."""

    NO_CONSENT = "no_consent"
    SUBJECT_MISSING = "subject_missing"
    FILED_IN_FUTURE = "filed_in_future"
    RECEIPT_BEFORE_FILING = "receipt_before_filing"
    RECEIPT_IN_FUTURE = "receipt_in_future"
    DATED_IN_FUTURE = "dated_in_future"
    RECEIVED_IN_FUTURE = "received_in_future"
    RECEIVED_BEFORE_DATED = "received_before_dated"
    POSTED_BEFORE_DATED = "posted_before_dated"
    POSTED_AFTER_RECEIVED = "posted_after_received"
    ACTED_IN_FUTURE = "acted_in_future"
    ACTED_BEFORE_DATED = "acted_before_dated"
    ALREADY_SETTLED = "already_settled"
    NOTICE_UNDECIDED = "notice_undecided"
    CLOSED = "closed"


def obstacles_to_matter(
    *, subject: str, filed_on: date | None, receipt_on: date | None, today: date
) -> list[MatterProblem]:
    """Return every reason against these facts of a procedure."""
    checks = (
        (MatterProblem.SUBJECT_MISSING, not subject.strip()),
        (MatterProblem.FILED_IN_FUTURE, filed_on is not None and filed_on > today),
        (MatterProblem.RECEIPT_IN_FUTURE, receipt_on is not None and receipt_on > today),
        (
            MatterProblem.RECEIPT_BEFORE_FILING,
            filed_on is not None and receipt_on is not None and receipt_on < filed_on,
        ),
    )
    return those_that_hold(checks)


def obstacles_to_notice(
    *, dated_on: date, posted_on: date | None, received_on: date, today: date
) -> list[MatterProblem]:
    """Return every reason against these days of a notice."""
    checks = (
        (MatterProblem.DATED_IN_FUTURE, dated_on > today),
        (MatterProblem.RECEIVED_IN_FUTURE, received_on > today),
        (MatterProblem.RECEIVED_BEFORE_DATED, received_on < dated_on),
        (MatterProblem.POSTED_BEFORE_DATED, posted_on is not None and posted_on < dated_on),
        (MatterProblem.POSTED_AFTER_RECEIVED, posted_on is not None and posted_on > received_on),
    )
    return those_that_hold(checks)


def obstacles_to_settling(*, on: date, dated_on: date, settled: bool, today: date) -> list[MatterProblem]:
    """Return every reason against saying that a notice was contested, or accepted, on that day."""
    checks = (
        (MatterProblem.ALREADY_SETTLED, settled),
        (MatterProblem.ACTED_IN_FUTURE, on > today),
        (MatterProblem.ACTED_BEFORE_DATED, on < dated_on),
    )
    return those_that_hold(checks)


SILENCE_MONTHS = {LegalField.GENERAL: (3, "§ 75 S. 2 VwGO"), LegalField.SOCIAL: (6, "§ 88 Abs. 1 SGG")}
"""Months after which an authority that has not decided may be taken to court, and where that stands."""


def silent_since(field: LegalField, filed_on: date) -> tuple[date, str] | None:
    """Return the day from which an authority that is still silent may be taken to court, and the section.

    None in asylum law, whose periods for deciding no source of this house fixes.
    """
    if field not in SILENCE_MONTHS:
        return None
    months, section = SILENCE_MONTHS[field]
    return add_months(filed_on, months), section
