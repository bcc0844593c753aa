"""Purposes for which data are processed, how consent is given, and when data must go."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from wir.kit.calendar import add_months


class Purpose(StrEnum):
    """Why data are processed. Counselling rests on consent (Art. 6(1)(a), 9(2)(a) GDPR); monitoring on law
    (Art. 6(1)(c), (e) GDPR with Art. 17 of Regulation (EU) 2021/1057), so it is informed about, never consented to.
    """

    COUNSELLING = "counselling"
    MONITORING = "monitoring"
    EVIDENCE = "evidence"
    AFTERCARE = "aftercare"
    STRUCTURAL = "structural"
    OUTREACH = "outreach"
    SECURITY = "security"


class ConsentWay(StrEnum):
    """How somebody said yes."""

    PAPER = "paper"
    ON_SCREEN = "on_screen"
    SPOKEN = "spoken"


TEXT_VERSION = "2026-11"
"""Version of the notices and consent texts handed out now."""

INFORMED = (Purpose.COUNSELLING, Purpose.EVIDENCE, Purpose.MONITORING, Purpose.AFTERCARE)
"""Purposes about which a participant gets a notice (Art. 13 GDPR), in the order of the papers."""


class ConsentState(StrEnum):
    """What a person's answer about a purpose means on a day."""

    NOT_ASKED = "not_asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class ConsentProblem(StrEnum):
    """Why an answer cannot be recorded or taken back as asked."""

    RESTS_ON_LAW = "rests_on_law"
    END_NOT_AFTER_START = "end_not_after_start"
    ALREADY_GIVEN = "already_given"
    NOT_IN_FORCE = "not_in_force"
    BEFORE_GIVEN = "before_given"
    IN_FUTURE = "in_future"
    NOTHING_TO_SHARE = "nothing_to_share"
    NO_CONSENT = "no_consent"
    NOT_COVERED = "not_covered"


class Shared(StrEnum):
    """What a person may let others see; ``FILE`` is the whole file of the sub-project without the notes."""

    IDENTITY = "identity"
    REACH = "reach"
    PAPER = "paper"
    LANGUAGES = "languages"
    EDUCATION = "education"
    PLAN = "plan"
    WORK = "work"
    FILE = "file"


class Receiver(StrEnum):
    """Who gets something: somebody who signs in, or an organisation in the world."""

    USER = "user"
    ORGANISATION = "organisation"


class RetentionRule(StrEnum):
    """From which fact the keeping of a purpose's data is counted."""

    MONTHS_AFTER_EXIT = "months_after_exit"
    MONTHS_AFTER_LAST_CONTACT = "months_after_last_contact"
    MONTHS_AFTER_MEMBERSHIP = "months_after_membership"
    YEARS_AFTER_LAST_PAYMENT = "years_after_last_payment"


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
class Retention:
    """How long the data of a purpose are kept; ``open`` where the controller has to decide, ``length`` is a proposal.

    ``length`` counts months, or years for ``YEARS_AFTER_LAST_PAYMENT``.
    """

    rule: RetentionRule
    length: int
    open: bool
    text: str


@dataclass(frozen=True, slots=True)
class Processing:
    """One entry of the record of processing activities (Art. 30(1) GDPR); texts are German."""

    purpose: Purpose
    name: str
    aim: str
    on_consent: bool
    basis: str
    subjects: tuple[str, ...]
    data: tuple[str, ...]
    special: str
    receivers: tuple[str, ...]
    safeguards: tuple[str, ...]
    retention: Retention


@dataclass(frozen=True, slots=True)
class RetentionFacts:
    """What is known about one subject; ``last_payment_on`` is the day the network's grant was last paid out."""

    exited_on: date | None = None
    last_contact_on: date | None = None
    membership_ended_on: date | None = None
    last_payment_on: date | None = None
    withdrawn_on: date | None = None


@cache
def register() -> tuple[Processing, ...]:
    """Return every purpose with its legal basis, data, receivers, safeguards and retention, in order."""
    rows = sorted(_document()["purpose"], key=lambda row: row["order"])
    return tuple(_processing(row) for row in rows)


def processing_of(purpose: Purpose) -> Processing:
    """Return the register's entry for one purpose."""
    return next(entry for entry in register() if entry.purpose is purpose)


def on_consent() -> tuple[Purpose, ...]:
    """Return the purposes that rest on consent, in the order of the register."""
    return tuple(entry.purpose for entry in register() if entry.on_consent)


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


def state_on(
    day: date, *, given_on: date, refused: bool, withdrawn_on: date | None, ends_on: date | None
) -> ConsentState:
    """Return what an answer means on a day; ``ends_on`` is the first day on which it no longer counts."""
    if refused:
        return ConsentState.REFUSED
    if withdrawn_on is not None and withdrawn_on <= day:
        return ConsentState.WITHDRAWN
    if ends_on is not None and ends_on <= day:
        return ConsentState.ENDED
    return ConsentState.GIVEN if given_on <= day else ConsentState.NOT_ASKED


def obstacles_to_consent(purpose: Purpose, *, given_on: date, ends_on: date | None) -> list[ConsentProblem]:
    """Return every reason against recording a yes."""
    problems = [] if processing_of(purpose).on_consent else [ConsentProblem.RESTS_ON_LAW]
    if ends_on is not None and ends_on <= given_on:
        problems.append(ConsentProblem.END_NOT_AFTER_START)
    return problems


def obstacles_to_withdrawal(
    *, state: ConsentState, given_on: date, withdrawn_on: date, today: date
) -> list[ConsentProblem]:
    """Return every reason against taking a consent back on that day."""
    checks = (
        (ConsentProblem.NOT_IN_FORCE, state is not ConsentState.GIVEN),
        (ConsentProblem.BEFORE_GIVEN, withdrawn_on < given_on),
        (ConsentProblem.IN_FUTURE, withdrawn_on > today),
    )
    return [problem for problem, holds in checks if holds]


def covers(agreed: Collection[str], wanted: Collection[str]) -> bool:
    """Whether what a person agreed to share includes all that is wanted; the whole file includes every part."""
    return bool(wanted) and (Shared.FILE.value in agreed or set(wanted) <= set(agreed))


def blocks(state: ConsentState) -> bool:
    """Whether this answer stops the processing: a withdrawal, a refusal, an end. Not asked yet is no answer."""
    return state in {ConsentState.REFUSED, ConsentState.WITHDRAWN, ConsentState.ENDED}


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads(files("wir.privacy.data").joinpath("register.toml").read_text("utf-8"))


def _processing(row: dict[str, Any]) -> Processing:
    kept = row["retention"]
    return Processing(
        purpose=Purpose(row["code"]),
        name=row["name"],
        aim=row["aim"],
        on_consent=row["basis"] == "consent",
        basis=row["basis_text"],
        subjects=tuple(row["subjects"]),
        data=tuple(row["data"]),
        special=row["special"],
        receivers=tuple(row["receivers"]),
        safeguards=tuple(row["safeguards"]),
        retention=Retention(
            rule=RetentionRule(kept["rule"]),
            length=kept["years"] if "years" in kept else kept["months"],
            open=kept["open"],
            text=kept["text"],
        ),
    )
