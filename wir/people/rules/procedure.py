"""Facts of entry and asylum procedure that the rules about work ask for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wir.people.rules.facts import AsylumOutcome, OwnConduct, RemovalMeasure


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureFacts:
    """What is known; None means not known, never "no". Days named ``…_until`` are the last that counts."""

    entered_on: date | None = None
    stay_since: date | None = None
    asylum_applied: bool | None = None
    asylum_requested_on: date | None = None
    asylum_applied_on: date | None = None
    asylum_registered_on: date | None = None
    asylum_outcome: AsylumOutcome | None = None
    reception_centre_duty: bool | None = None
    reception_centre_duty_until: date | None = None
    duldung_since: date | None = None
    identity_unclear_note: bool | None = None
    own_conduct: OwnConduct | None = None
    entered_for_benefits: bool | None = None
    removal_measure: RemovalMeasure | None = None
    finding_notice: str = ""
    """Notice (Bescheid) of the authority on which what could harm the person rests: its file number."""
    finding_on: date | None = None


class ProcedureProblem(StrEnum):
    """Why the facts do not fit together."""

    STAY_BEFORE_ENTRY = "stay_before_entry"
    CLAIM_DENIED_BUT_DATED = "claim_denied_but_dated"
    DUTY_DATED_BUT_UNKNOWN = "duty_dated_but_unknown"
    CONDUCT_WITHOUT_NOTICE = "conduct_without_notice"
    BENEFITS_WITHOUT_NOTICE = "benefits_without_notice"


def unproven(facts: ProcedureFacts) -> list[ProcedureProblem]:
    """Return what could harm the person and stands without the notice of an authority and its day."""
    if facts.finding_notice.strip() and facts.finding_on:
        return []
    found = {
        ProcedureProblem.CONDUCT_WITHOUT_NOTICE: facts.own_conduct not in {None, OwnConduct.NONE},
        ProcedureProblem.BENEFITS_WITHOUT_NOTICE: facts.entered_for_benefits is True,
    }
    return [problem for problem, holds in found.items() if holds]


def problems_of_procedure(facts: ProcedureFacts) -> list[ProcedureProblem]:
    """Return every contradiction at once; what is not known contradicts nothing."""
    claimed = (facts.asylum_requested_on, facts.asylum_applied_on, facts.asylum_registered_on)
    entered, since = facts.entered_on, facts.stay_since
    found = {
        ProcedureProblem.STAY_BEFORE_ENTRY: entered is not None and since is not None and since < entered,
        ProcedureProblem.CLAIM_DENIED_BUT_DATED: facts.asylum_applied is False
        and (any(claimed) or facts.asylum_outcome is not None),
        ProcedureProblem.DUTY_DATED_BUT_UNKNOWN: facts.reception_centre_duty is None
        and facts.reception_centre_duty_until is not None,
    }
    return [*(problem for problem, holds in found.items() if holds), *unproven(facts)]
