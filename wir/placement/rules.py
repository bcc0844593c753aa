"""Opportunities, applications and spells: vocabulary, and what stands against a step."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from wir.directory.rules import OrganisationKind
from wir.eligibility.rules.answers import MayWork
from wir.eligibility.rules.vocabulary import Activity
from wir.kit.calendar import add_months
from wir.kit.periods import Period


class OpportunityKind(StrEnum):
    """What a person can start."""

    JOB = "job"
    APPRENTICESHIP = "apprenticeship"
    SCHOOL = "school"
    INTERNSHIP = "internship"
    INTRODUCTORY_TRAINING = "introductory_training"
    COURSE = "course"


class ApplicationState(StrEnum):
    """How far an application is."""

    SUGGESTED = "suggested"
    SENT = "sent"
    INTERVIEW = "interview"
    OFFERED = "offered"
    STARTED = "started"
    DECLINED_BY_PERSON = "declined_by_person"
    DECLINED_BY_PROVIDER = "declined_by_provider"


NEXT_STATES = {
    ApplicationState.SUGGESTED: (ApplicationState.SENT, ApplicationState.INTERVIEW, ApplicationState.OFFERED),
    ApplicationState.SENT: (ApplicationState.INTERVIEW, ApplicationState.OFFERED),
    ApplicationState.INTERVIEW: (ApplicationState.OFFERED,),
    ApplicationState.OFFERED: (),
    ApplicationState.STARTED: (),
    ApplicationState.DECLINED_BY_PERSON: (),
    ApplicationState.DECLINED_BY_PROVIDER: (),
}
"""Forward steps; declining is possible from every open state, starting from every open state by its own action."""

OPEN_STATES = frozenset(
    {ApplicationState.SUGGESTED, ApplicationState.SENT, ApplicationState.INTERVIEW, ApplicationState.OFFERED}
)
DECLINED = (ApplicationState.DECLINED_BY_PERSON, ApplicationState.DECLINED_BY_PROVIDER)


class EndReason(StrEnum):
    """Why a spell ended."""

    AS_PLANNED = "as_planned"
    BETTER_OFFER = "better_offer"
    DISMISSED = "dismissed"
    OWN_WISH = "own_wish"
    PERMIT_LOST = "permit_lost"
    ILLNESS = "illness"
    OTHER = "other"


class Obstacle(StrEnum):
    """Why an application or a spell may not begin, move or end as asked."""

    APPLICATION_CLOSED = "application_closed"
    OPPORTUNITY_CLOSED = "opportunity_closed"
    ALREADY_APPLIED = "already_applied"
    NO_OPEN_STAY = "no_open_stay"
    BEFORE_ENTRY = "before_entry"
    TOO_FAR_AHEAD = "too_far_ahead"
    WORK_FORBIDDEN = "work_forbidden"
    WORK_UNDECIDED = "work_undecided"
    PERMISSION_NOT_CONFIRMED = "permission_not_confirmed"
    OVERLAPS_OTHER_SPELL = "overlaps_other_spell"
    PROBATION_TOO_LONG = "probation_too_long"
    STEP_NOT_POSSIBLE = "step_not_possible"
    BEFORE_LAST_STEP = "before_last_step"
    IN_FUTURE = "in_future"
    ENDS_BEFORE_START = "ends_before_start"
    ALREADY_ENDED = "already_ended"


MAIN_KINDS = frozenset({OpportunityKind.JOB, OpportunityKind.APPRENTICESHIP, OpportunityKind.SCHOOL})
"""Kinds that fill a person's working time; two of them at once need a look."""

MAX_PROBATION_MONTHS = {OpportunityKind.JOB: 6, OpportunityKind.APPRENTICESHIP: 4}
"""Longest probation: § 622(3) BGB for work, § 20 BBiG for an apprenticeship; other kinds know none."""

MONTHS_AHEAD = 12
"""How far ahead a start may be recorded; apprenticeships are agreed in winter for the autumn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOpportunity:
    """What is written down about an opportunity and whoever offers it."""

    title: str
    kind: OpportunityKind
    provider_name: str
    provider_kind: OrganisationKind
    provider_postcode: str = ""
    provider_place: str = ""
    skilled: bool = False
    weekly_hours: Decimal | None = None
    seats: int = 1
    available_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What was agreed about a spell's beginning; ``ends_on`` is the first day after it."""

    kind: OpportunityKind
    starts_on: date
    ends_on: date | None = None
    probation_months: int | None = None
    permission_confirmed: bool = False

    def period(self) -> Period | None:
        """Return the days of the spell, or None where it would end before it starts."""
        if self.ends_on is not None and self.ends_on <= self.starts_on:
            return None
        return Period(self.starts_on, self.ends_on)


def activity_for(kind: OpportunityKind, *, skilled: bool) -> Activity | None:
    """Return what the eligibility rules call it; None for a course, which is no employment."""
    if kind is OpportunityKind.JOB:
        return Activity.EMPLOYMENT_SKILLED if skilled else Activity.EMPLOYMENT_UNSKILLED
    return {
        OpportunityKind.APPRENTICESHIP: Activity.VOCATIONAL_TRAINING_IN_COMPANY,
        OpportunityKind.SCHOOL: Activity.SCHOOL_BASED_TRAINING,
        OpportunityKind.INTERNSHIP: Activity.INTERNSHIP_ORIENTATION,
        OpportunityKind.INTRODUCTORY_TRAINING: Activity.INTRODUCTORY_TRAINING,
    }.get(kind)


def answer_without_rules(kind: OpportunityKind) -> MayWork:
    """Return the answer where no activity fits: a course is no employment, of the rest nothing is known."""
    return MayWork.YES if kind is OpportunityKind.COURSE else MayWork.UNDECIDED


def obstacles_to_start(
    start: Start,
    *,
    state: ApplicationState,
    entered_on: date | None,
    may_work: str,
    other_spells: Iterable[Period],
    today: date,
) -> list[Obstacle]:
    """Return every reason against the start at once, or an empty list.

    ``may_work`` is the eligibility rules' answer for the first day. Only ``yes`` starts without further ado;
    otherwise the advisor confirms to have seen the Beschäftigungserlaubnis (§ 4a(5) AufenthG), and ``no`` is no.
    """
    found = {
        Obstacle.APPLICATION_CLOSED: state not in OPEN_STATES,
        Obstacle.NO_OPEN_STAY: entered_on is None,
        Obstacle.BEFORE_ENTRY: entered_on is not None and start.starts_on < entered_on,
        Obstacle.TOO_FAR_AHEAD: start.starts_on > add_months(today, MONTHS_AHEAD),
        Obstacle.ENDS_BEFORE_START: start.period() is None,
        Obstacle.PROBATION_TOO_LONG: _probation_too_long(start.kind, start.probation_months),
        Obstacle.OVERLAPS_OTHER_SPELL: _overlaps(start.kind, start.period(), other_spells),
    }
    obstacles = [obstacle for obstacle, holds in found.items() if holds]
    return obstacles + _work_obstacles(may_work, permission_confirmed=start.permission_confirmed)


def obstacles_to_move(
    *, state: ApplicationState, to: ApplicationState, since_on: date, on: date, today: date
) -> list[Obstacle]:
    """Return what stands against an application's step: it goes forward, or is declined while open."""
    if state not in OPEN_STATES:
        return [Obstacle.APPLICATION_CLOSED]
    found = {
        Obstacle.STEP_NOT_POSSIBLE: to not in next_steps(state),
        Obstacle.BEFORE_LAST_STEP: on < since_on,
        Obstacle.IN_FUTURE: on > today,
    }
    return [obstacle for obstacle, holds in found.items() if holds]


def obstacles_to_end(
    *,
    kind: OpportunityKind,
    starts_on: date,
    ends_on: date,
    ended: bool,
    other_spells: Iterable[Period],
) -> list[Obstacle]:
    """Return what stands against a spell's end; a later end than planned may run into the next spell."""
    if ended:
        return [Obstacle.ALREADY_ENDED]
    if ends_on <= starts_on:
        return [Obstacle.ENDS_BEFORE_START]
    overlaps = _overlaps(kind, Period(starts_on, ends_on), other_spells)
    return [Obstacle.OVERLAPS_OTHER_SPELL] if overlaps else []


def next_steps(state: ApplicationState) -> tuple[ApplicationState, ...]:
    """Return the states an application may take next without a start."""
    return (*NEXT_STATES[state], *DECLINED) if state in OPEN_STATES else ()


def probation_end(kind: OpportunityKind, starts_on: date, months: int | None) -> date | None:
    """Return the first day after probation, or None where none was agreed or the kind knows none."""
    if months is None or kind not in MAX_PROBATION_MONTHS:
        return None
    return add_months(starts_on, months)


def _probation_too_long(kind: OpportunityKind, months: int | None) -> bool:
    return months is not None and months > MAX_PROBATION_MONTHS.get(kind, months)


def _overlaps(kind: OpportunityKind, spell: Period | None, other_spells: Iterable[Period]) -> bool:
    if spell is None or kind not in MAIN_KINDS:
        return False
    return any(spell.overlaps(other) for other in other_spells)


def _work_obstacles(may_work: str, *, permission_confirmed: bool) -> list[Obstacle]:
    if may_work == MayWork.YES:
        return []
    if may_work == MayWork.NO:
        return [Obstacle.WORK_FORBIDDEN]
    if permission_confirmed:
        return []
    if may_work == MayWork.YES_WITH_PERMISSION:
        return [Obstacle.PERMISSION_NOT_CONFIRMED]
    return [Obstacle.WORK_UNDECIDED]
