"""What decides only in some cases, as a counsellor records it, and how the rules are told of it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from wir.eligibility.rules.dwelling import Dwelling, Obligation
from wir.eligibility.rules.facts import AsylumOutcome, Facts, WorkPermission
from wir.eligibility.rules.vocabulary import (
    AcceleratedGround,
    CooperationBreach,
    DublinRequest,
    Identity,
    OrderRule,
    PermittedDuring,
)
from wir.kit.periods import Period

NOWHERE = "none"
_MEMBER_STATES = (
    "AT:AUT BE:BEL BG:BGR CY:CYP CZ:CZE DK:DNK EE:EST ES:ESP FI:FIN FR:FRA GR:GRC HR:HRV HU:HUN IE:IRL IT:ITA "
    "LT:LTU LU:LUX LV:LVA MT:MLT NL:NLD PL:POL PT:PRT RO:ROU SE:SWE SI:SVN SK:SVK"
)
MEMBER_STATES = {pair[:2]: pair[3:] for pair in _MEMBER_STATES.split(" ")}
"""ISO 3166-1 alpha-3 by alpha-2 of the other member states of the Union, which may have granted protection."""


class PermissionGiven(StrEnum):
    """In which status the latest permission to work was given, if there ever was one."""

    NONE = "none"
    ASYLUM_PROCEDURE = "asylum_procedure"
    DULDUNG = "duldung"
    TITLE = "title"


class CircumstanceProblem(StrEnum):
    """Why what was told cannot be."""

    APPLIED_IN_FUTURE = "applied_in_future"
    CLARIFIED_IN_FUTURE = "clarified_in_future"
    PERMISSION_WITHOUT_START = "permission_without_start"
    PERMISSION_WITHOUT_JOB = "permission_without_job"
    PERMISSION_ENDS_BEFORE_START = "permission_ends_before_start"
    FINDING_WITHOUT_NOTICE = "finding_without_notice"
    FINDING_WITHOUT_DAY = "finding_without_day"
    FINDING_IN_FUTURE = "finding_in_future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Facts beyond paper and procedure; None means not known, never "no".

    What could harm the person (a breach of cooperation, conduct that prevents removal) is kept only as an authority's
    finding, with the notice (Bescheid) and its day. Days named ``…_until`` are the last that counts. ``protected_in``
    is NOWHERE or a code of MEMBER_STATES. From ``activity_is_title_purpose`` on it is about one job, the one under
    discussion.
    """

    refugee_background: bool | None = None
    unaccompanied_minor: bool | None = None
    waiver_in_child_interest: bool | None = None
    outcome_final: bool | None = None
    after_official_advice: bool | None = None
    protection_still_held: bool | None = None
    court_suspensive_effect: bool | None = None
    accelerated_procedure_ground: AcceleratedGround | None = None
    dublin_request: DublinRequest | None = None
    protected_in: str = ""
    new_procedure_required: bool | None = None
    cooperation_breach: CooperationBreach | None = None
    own_conduct_causal: bool | None = None
    identity_status: Identity | None = None
    identity_clarified_on: date | None = None
    title_applied_on: date | None = None
    previous_title_basis: str = ""
    applied_title_basis: str = ""
    admission_order_work_rule: OrderRule | None = None
    activity_is_title_purpose: bool | None = None
    weekly_hours: int | None = None
    duration_weeks: int | None = None
    employer_is_household_relative: bool | None = None
    ba_consent_given: bool | None = None
    permission_given: PermissionGiven | None = None
    permission_same_job: bool | None = None
    permission_from: date | None = None
    permission_until: date | None = None
    finding_notice: str = ""
    finding_on: date | None = None
    obligation: Obligation | None = None
    """Wohnsitzauflage, see ``rules.dwelling``."""
    obligation_since: date | None = None
    bound_to_area: bool | None = None
    move_consent_asked_on: date | None = None
    lifted_for_job_from: date | None = None


def dwelling_told(told: Circumstances) -> Dwelling:
    """Return the part about living and moving, with the hours of the job under discussion."""
    return Dwelling(
        obligation=told.obligation,
        since=told.obligation_since,
        bound_to_area=told.bound_to_area,
        weekly_hours=told.weekly_hours,
        consent_asked_on=told.move_consent_asked_on,
        lifted_for_job_from=told.lifted_for_job_from,
    )


INCRIMINATING = (CooperationBreach.REPEATED_UNEXCUSED, CooperationBreach.SERIOUS_UNEXCUSED)
"""Breaches that may be kept only as an authority's finding."""


def could_harm(told: Circumstances) -> bool:
    """Whether something is told that may be kept only as an authority's finding."""
    return told.cooperation_breach in INCRIMINATING or told.own_conduct_causal is True


_SAME_NAME = (
    *("refugee_background", "unaccompanied_minor", "waiver_in_child_interest", "court_suspensive_effect"),
    *("accelerated_procedure_ground", "dublin_request", "new_procedure_required", "cooperation_breach"),
    *("own_conduct_causal", "identity_status", "identity_clarified_on", "title_applied_on"),
    *("admission_order_work_rule", "activity_is_title_purpose", "weekly_hours", "duration_weeks"),
    *("employer_is_household_relative", "ba_consent_given"),
)


def with_circumstances(facts: Facts, told: Circumstances) -> Facts:
    """Return the facts with the circumstances told; details of an outcome count only where it is known."""
    protected_in = {"": None, NOWHERE: frozenset[str]()}.get(
        told.protected_in, frozenset({told.protected_in})
    )
    return replace(
        facts,
        **{name: getattr(told, name) for name in _SAME_NAME},
        protection_in_other_state=protected_in,
        previous_title_basis=told.previous_title_basis or None,
        applied_title_basis=told.applied_title_basis or None,
        asylum_outcome=_outcome(facts.asylum_outcome, told),
        work_permissions=_permissions(told),
    )


def _outcome(outcome: AsylumOutcome | None, told: Circumstances) -> AsylumOutcome | None:
    if outcome is None:
        return None
    return replace(
        outcome,
        final=told.outcome_final,
        after_official_advice=told.after_official_advice,
        protection_still_held=told.protection_still_held,
    )


def _permissions(told: Circumstances) -> tuple[WorkPermission, ...] | None:
    given = told.permission_given
    if given is PermissionGiven.NONE:
        return ()
    if given is None or told.permission_from is None or told.permission_same_job is None:
        return None
    end = None if told.permission_until is None else told.permission_until + timedelta(days=1)
    period = Period(told.permission_from, end)
    return (WorkPermission(period, PermittedDuring(given.value), told.permission_same_job),)


def problems_of_circumstances(told: Circumstances, *, today: date) -> list[CircumstanceProblem]:
    """Return every reason against the circumstances at once, or an empty list."""
    held = told.permission_given not in {None, PermissionGiven.NONE}
    start, end = told.permission_from, told.permission_until
    found = {
        CircumstanceProblem.APPLIED_IN_FUTURE: _after(told.title_applied_on, today),
        CircumstanceProblem.CLARIFIED_IN_FUTURE: _after(told.identity_clarified_on, today),
        CircumstanceProblem.PERMISSION_WITHOUT_START: held and start is None,
        CircumstanceProblem.PERMISSION_WITHOUT_JOB: held and told.permission_same_job is None,
        CircumstanceProblem.PERMISSION_ENDS_BEFORE_START: start is not None and _after(start, end),
        CircumstanceProblem.FINDING_WITHOUT_NOTICE: could_harm(told) and not told.finding_notice,
        CircumstanceProblem.FINDING_WITHOUT_DAY: could_harm(told) and told.finding_on is None,
        CircumstanceProblem.FINDING_IN_FUTURE: _after(told.finding_on, today),
    }
    return [problem for problem, holds in found.items() if holds]


def _after(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day > other
