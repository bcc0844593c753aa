"""The stored facts about a person, as the rules want them, and what the rules answer."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from wir.eligibility import models
from wir.eligibility.rules import Activity, Answer, Facts, Status, assess
from wir.eligibility.rules.circumstances import Circumstances, PermissionGiven, with_circumstances
from wir.eligibility.rules.facts import AsylumOutcome, RemovalMeasure
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
from wir.kit.periods import Period
from wir.people.models import Person, Procedure, Residence

if TYPE_CHECKING:
    from enum import StrEnum

    from wir.kit.acting import Actor

S = TypeVar("S", bound="StrEnum")

_CODES: dict[str, type[StrEnum]] = {
    "accelerated_procedure_ground": AcceleratedGround,
    "dublin_request": DublinRequest,
    "cooperation_breach": CooperationBreach,
    "identity_status": Identity,
    "admission_order_work_rule": OrderRule,
    "permission_given": PermissionGiven,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """An answer with the facts that it rests on."""

    facts: Facts
    answer: Answer


def find(person_id: UUID, activity: Activity, on: date) -> Finding:
    """Return what is known of the person on the day and what the rules answer; nothing is written."""
    facts = facts_of(person_id, on)
    return Finding(facts, assess(facts, activity=activity, on=on))


def answer_for(person_id: UUID, activity: Activity, on: date) -> Answer:
    """Return what the rules answer today for the person, an activity and a day; nothing is written."""
    return find(person_id, activity, on).answer


def assessments_of(actor: Actor, person_id: UUID) -> models.AssessmentQuerySet:
    """Return the answers kept about a person, newest first."""
    return models.Assessment.objects.visible_to(actor).filter(person_id=person_id).order_by("-made_at", "-id")


def circumstances_of(actor: Actor, person_id: UUID) -> Circumstances:
    """Return what is known beyond paper and procedure; nothing where nobody recorded any."""
    row = models.Circumstances.objects.visible_to(actor).filter(person_id=person_id).first()
    return Circumstances() if row is None else _told(row)


def facts_of(person_id: UUID, on: date) -> Facts:
    """Return what is stored about the person on the day; a stranger's facts are unknown: the walls hide them."""
    files = Person.objects.filter(pk=person_id)
    person = files.select_related("identity", "procedure", "circumstances").first()
    if person is None:
        return Facts()
    paper = Residence.objects.in_force(on).filter(person_id=person_id).order_by("-from_on").first()
    facts = Facts(
        nationalities=frozenset(person.nationalities) or None, birth_date=person.identity.birth_date
    )
    facts = _with_paper(_with_procedure(facts, person.procedure, paper, on), paper)
    row: models.Circumstances | None = getattr(person, "circumstances", None)
    return facts if row is None else with_circumstances(facts, _told(row))


def _told(row: models.Circumstances) -> Circumstances:
    stored: dict[str, Any] = {field.name: getattr(row, field.name) for field in fields(Circumstances)}
    return Circumstances(**(stored | {name: _code(enum, stored[name]) for name, enum in _CODES.items()}))


def _code(enum: type[S], value: str) -> S | None:
    return enum(value) if value else None


def _with_paper(facts: Facts, paper: Residence | None) -> Facts:
    if paper is None:
        return facts
    return replace(
        facts,
        status=Status(paper.status),
        legal_basis=paper.legal_basis or None,
        title_valid_until=paper.valid_until,
        document_work_note=_code(WorkNote, paper.work_note),
    )


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
    """Return whether the duty to live in a reception centre lasts on the day: not after its last day."""
    until = procedure.reception_centre_duty_until
    return False if until is not None and until < on else procedure.reception_centre_duty


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
