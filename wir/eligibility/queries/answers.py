"""The stored facts about a person, as the rules want them, and what the rules answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.db import connection

from wir.eligibility import models
from wir.eligibility.adapters.exchange import Question, refuse_contradictions
from wir.eligibility.rules import Activity, Answer, Facts, Status, assess
from wir.eligibility.rules.answers import BanKind
from wir.eligibility.rules.assessment import contradicted
from wir.eligibility.rules.changes import DAYS_BEFORE, ChangeKind
from wir.eligibility.rules.circumstances import (
    Circumstances,
    PermissionGiven,
    dwelling_told,
    with_circumstances,
)
from wir.eligibility.rules.contradictions import Contradiction, contradictions
from wir.eligibility.rules.dwelling import Obligation
from wir.eligibility.rules.facts import AsylumOutcome, RemovalMeasure
from wir.eligibility.rules.policy import Decided, Policy, Programme, Setting, policy_on
from wir.eligibility.rules.safe_countries import FULL_AGE
from wir.eligibility.rules.vocabulary import (
    AcceleratedGround,
    CooperationBreach,
    Decision,
    DublinRequest,
    Identity,
    MeasureKind,
    OrderRule,
    OwnConduct,
    WorkNote,
)
from wir.eligibility.rules.youth import WORKING_AGE
from wir.kit.births import Birth
from wir.kit.compiled import compiled
from wir.kit.periods import Period
from wir.people.models import Person, Procedure, Residence
from wir.people.rules.nations import UNSPECIFIED

if TYPE_CHECKING:
    from enum import StrEnum

    from django.db.models import QuerySet

    from wir.kit.acting import Actor

S = TypeVar("S", bound="StrEnum")
_TITLES = frozenset({Status.AUFENTHALTSERLAUBNIS.value, Status.NIEDERLASSUNGSERLAUBNIS.value})

_CODES: dict[str, type[StrEnum]] = {
    "accelerated_procedure_ground": AcceleratedGround,
    "dublin_request": DublinRequest,
    "cooperation_breach": CooperationBreach,
    "identity_status": Identity,
    "admission_order_work_rule": OrderRule,
    "permission_given": PermissionGiven,
    "obligation": Obligation,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """An answer with the facts that it rests on; pairs of facts that exclude each other keep it undecided."""

    facts: Facts
    answer: Answer
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """All that is stored about a person: facts for the rules, and what was told beyond paper and procedure."""

    facts: Facts
    circumstances: Circumstances


OpenCases = Callable[["Actor", Iterable[UUID]], set[UUID]]
_open_cases: list[OpenCases] = []


def add_open_cases(source: OpenCases) -> None:
    """Let an app above, which knows stays, say which of these people have an open case."""
    _open_cases.append(source)


def open_cases(actor: Actor, person_ids: Iterable[UUID]) -> set[UUID]:
    """Return those of the people who have an open case; all, where no app knows."""
    wanted = set(person_ids)
    return set.union(*(source(actor, wanted) for source in _open_cases)) if _open_cases else wanted


def people_with_open_case(actor: Actor) -> list[Person]:
    """Return the files with an open case, in the order of their ids."""
    people = list(Person.objects.visible_to(actor).order_by("pk"))
    is_open = open_cases(actor, [person.pk for person in people])
    return [person for person in people if person.pk in is_open]


def find(actor: Actor, person_id: UUID, activity: Activity, on: date) -> Finding:
    """Return what is known of the person on the day and what the rules answer; nothing is written."""
    facts = facts_of(actor, person_id, on)
    return judged(facts, activity, on, policy_of(actor, person_id, on))


def judged(facts: Facts, activity: Activity, on: date, policy: Policy | None) -> Finding:
    """Return the answer for facts already at hand; undecided while they contradict each other."""
    pairs = contradictions(facts, on)
    if pairs:
        return Finding(facts, contradicted(pairs, on), pairs)
    return Finding(facts, assess(facts, activity=activity, on=on, policy=policy))


def answer_for(actor: Actor, person_id: UUID, activity: Activity, on: date) -> Answer:
    """Return what the rules answer for the person, an activity and a day; nothing is written."""
    return find(actor, person_id, activity, on).answer


def assessments_of(actor: Actor, person_id: UUID) -> models.AssessmentQuerySet:
    """Return the answers kept about a person, newest first."""
    return models.Assessment.objects.visible_to(actor).filter(person_id=person_id).order_by("-made_at", "-id")


def outdated(actor: Actor) -> models.AssessmentQuerySet:
    """Return kept answers that would be another today, the latest noticed first."""
    found = models.Assessment.objects.visible_to(actor).exclude(outdated_on=None)
    return found.select_related("person__participant", "person__identity").order_by("-outdated_on", "-id")


def outdated_in_team(actor: Actor, *, limit: int) -> list[models.Assessment]:
    """Return such answers about the people whom the actor advises."""
    return _outdated_among(actor, actor.team, limit=limit) if actor.team else []


@compiled
def _outdated_among(actor: Actor, person_ids: tuple[UUID, ...], *, limit: int) -> QuerySet[models.Assessment]:
    return outdated(actor).defer("answer", "facts").filter(person_id__in=person_ids)[:limit]


def outdated_overseen(actor: Actor) -> int:
    """Return how many cases of the networks that the actor oversees have such an answer: the number alone."""
    if not actor.overseen:
        return 0
    with connection.cursor() as cursor:
        cursor.execute("select eligibility_outdated_cases()")
        (number,) = cursor.fetchone()
    return int(number)


def circumstances_of(actor: Actor, person_id: UUID) -> Circumstances:
    """Return what is known beyond paper and procedure; nothing where nobody recorded any."""
    row = models.Circumstances.objects.visible_to(actor).filter(person_id=person_id).first()
    return Circumstances() if row is None else _told(row)


def facts_of(actor: Actor, person_id: UUID, on: date) -> Facts:
    """Return what is stored about the person on the day; a stranger's facts are unknown."""
    return known_of(actor, person_id, on).facts


def known_of(actor: Actor, person_id: UUID, on: date) -> Known:
    """Return the same facts with the circumstances that stand in them, in two queries."""
    files = Person.objects.visible_to(actor).filter(pk=person_id)
    person = files.select_related("identity", "procedure", "circumstances").first()
    if person is None:
        return Known(Facts(), Circumstances())
    papers = list(Residence.objects.visible_to(actor).filter(person_id=person_id).order_by("-from_on"))
    paper = next((one for one in papers if _in_force(one, on)), None)
    facts = Facts(
        nationalities=_known_nationalities(person.nationalities),
        birth_date=_birth_for_ages(person.identity.birth(), on),
    )
    facts = _with_paper(_with_procedure(facts, person.procedure, paper, on), paper, papers)
    row: models.Circumstances | None = getattr(person, "circumstances", None)
    if row is None:
        return Known(facts, Circumstances())
    told = _told(row)
    return Known(with_circumstances(facts, told), told)


def question_of(actor: Actor, person_id: UUID, activity: Activity, on: date) -> Question | None:
    """Return the question about a file as machines ask it; none for a stranger. Refuses facts that contradict."""
    if not Person.objects.visible_to(actor).filter(pk=person_id).exists():
        return None
    known = known_of(actor, person_id, on)
    refuse_contradictions(known.facts, on)
    return Question(activity, on, known.facts, dwelling_told(known.circumstances))


def policies_of(actor: Actor, network_id: UUID) -> list[models.TargetPolicy]:
    """Return a network's readings of the programme's wording, in the order in which they take effect."""
    rows = models.TargetPolicy.objects.visible_to(actor).filter(
        network_id=network_id, programme=Programme.WIR.value
    )
    return list(rows.select_related("decided_by").order_by("from_on", "made_at"))


def policy_of(actor: Actor, person_id: UUID, on: date) -> Policy:
    """Return how the network of the person reads the wording on the day."""
    rows = models.TargetPolicy.objects.visible_to(actor).filter(
        network_id__in=Person.objects.visible_to(actor).filter(pk=person_id).values("network_id"),
        programme=Programme.WIR.value,
    )
    return policy_from(rows.order_by("from_on", "made_at"), on)


def policy_from(rows: Iterable[models.TargetPolicy], on: date) -> Policy:
    """Return the policy of the day from a network's rows."""
    entries = [Decided(BanKind(one.ban_kind), Setting(one.setting), one.from_on) for one in rows]
    return policy_on(entries, on)


def days_before(actor: Actor, network_id: UUID) -> dict[ChangeKind, int]:
    """Return how early the case teams of a network want to know of each kind of change; 0 means never."""
    rows = models.ClockSetting.objects.visible_to(actor).filter(network_id=network_id)
    return DAYS_BEFORE | {ChangeKind(one.kind): one.days_before for one in rows}


def _known_nationalities(told: Collection[str]) -> frozenset[str] | None:
    """Return the nationalities; one that is not clarified leaves the question open."""
    return None if UNSPECIFIED in told else frozenset(told) or None


def _birth_for_ages(birth: Birth | None, on: date) -> date | None:
    """Return the birth date, or the first day that it can have been while no age the law asks about hangs on it."""
    if birth is None or any(birth.reached(age, on) is None for age in (WORKING_AGE, FULL_AGE)):
        return None
    return birth.first


def _in_force(paper: Residence, on: date) -> bool:
    return paper.from_on <= on and (paper.until_on is None or on < paper.until_on)


def _told(row: models.Circumstances) -> Circumstances:
    stored: dict[str, Any] = {field.name: getattr(row, field.name) for field in fields(Circumstances)}
    return Circumstances(**(stored | {name: _code(enum, stored[name]) for name, enum in _CODES.items()}))


def _code(enum: type[S], value: str) -> S | None:
    return enum(value) if value else None


def _with_paper(facts: Facts, paper: Residence | None, papers: Iterable[Residence]) -> Facts:
    if paper is None:
        return facts
    return replace(
        facts,
        status=Status(paper.status),
        legal_basis=paper.legal_basis or None,
        title_issued_on=_first_issued(paper, papers),
        title_valid_until=paper.valid_until,
        document_work_note=_code(WorkNote, paper.work_note),
    )


def _first_issued(paper: Residence, papers: Iterable[Residence]) -> date | None:
    """Return since when the person holds a title on this basis; of other papers the day does not matter."""
    if paper.status not in _TITLES:
        return None
    same = (
        one.from_on for one in papers if (one.status, one.legal_basis) == (paper.status, paper.legal_basis)
    )
    return min(same)


def _with_procedure(facts: Facts, procedure: Procedure, paper: Residence | None, on: date) -> Facts:
    outcome = _code(Decision, procedure.asylum_outcome)
    return replace(
        facts,
        entered_on=procedure.entered_on,
        continuous_stay_since=procedure.stay_since,
        asylum_applied=procedure.asylum_applied,
        asylum_requested_on=procedure.asylum_requested_on,
        asylum_applied_on=procedure.asylum_applied_on,
        asylum_registered_on=procedure.asylum_registered_on,
        asylum_outcome=None if outcome is None else AsylumOutcome(outcome),
        reception_centre_duty=_duty_on(procedure, on),
        reception_centre_duty_until=procedure.reception_centre_duty_until,
        duldung_since=procedure.duldung_since,
        duldung_60b_periods=_times_of_unclear_identity(procedure, paper),
        own_conduct_obstacle=_code(OwnConduct, procedure.own_conduct),
        entered_for_benefits=procedure.entered_for_benefits,
        removal_measures=_measures(procedure.removal_measure),
    )


def _duty_on(procedure: Procedure, on: date) -> bool | None:
    """Return whether the duty to live in a reception centre lasts on the day: to its last day, where known."""
    until = procedure.reception_centre_duty_until
    return procedure.reception_centre_duty if until is None else on <= until


def _times_of_unclear_identity(procedure: Procedure, paper: Residence | None) -> tuple[Period, ...] | None:
    """Return since when the paper bears the note of § 60b AufenthG: not before the paper itself."""
    if procedure.identity_unclear_note is None:
        return None
    if not procedure.identity_unclear_note:
        return ()
    return (Period(paper.from_on),) if paper else None


def _measures(measure: str) -> tuple[RemovalMeasure, ...] | None:
    if not measure:
        return None
    return () if measure == "none" else (RemovalMeasure(MeasureKind(measure)),)
