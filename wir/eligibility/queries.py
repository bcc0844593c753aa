"""The stored facts about a person, as the rules want them, and what the rules answer."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from uuid import UUID

from wir.eligibility.rules import Activity, Answer, Facts, Status, assess
from wir.eligibility.rules.facts import AsylumOutcome, RemovalMeasure
from wir.eligibility.rules.vocabulary import Decision, MeasureKind, OwnConduct, WorkNote
from wir.kit.periods import Period
from wir.people.models import Person, Procedure, Residence


def answer_for(person_id: UUID, activity: Activity, on: date) -> Answer:
    """Return what the rules answer today for the person, an activity and a day; nothing is written."""
    return assess(facts_of(person_id, on), activity=activity, on=on)


def facts_of(person_id: UUID, on: date) -> Facts:
    """Return what is stored about the person on the day; a stranger's facts are unknown: the walls hide them."""
    person = Person.objects.filter(pk=person_id).select_related("identity", "procedure").first()
    if person is None:
        return Facts()
    paper = Residence.objects.in_force(on).filter(person_id=person_id).order_by("-from_on").first()
    facts = Facts(
        nationalities=frozenset(person.nationalities) or None,
        birth_date=person.identity.birth_date,
        refugee_background=True,
    )
    return _with_paper(_with_procedure(facts, person.procedure, paper), paper)


def _with_paper(facts: Facts, paper: Residence | None) -> Facts:
    if paper is None:
        return facts
    return replace(
        facts,
        status=Status(paper.status),
        legal_basis=paper.legal_basis or None,
        title_valid_until=paper.valid_until,
        document_work_note=WorkNote(paper.work_note) if paper.work_note else None,
    )


def _with_procedure(facts: Facts, procedure: Procedure, paper: Residence | None) -> Facts:
    return replace(
        facts,
        entered_on=procedure.entered_on,
        continuous_stay_since=procedure.stay_since,
        asylum_applied=procedure.asylum_applied,
        asylum_requested_on=procedure.asylum_requested_on,
        asylum_applied_on=procedure.asylum_applied_on,
        asylum_registered_on=procedure.asylum_registered_on,
        asylum_outcome=AsylumOutcome(Decision(procedure.asylum_outcome))
        if procedure.asylum_outcome
        else None,
        reception_centre_duty=procedure.reception_centre_duty,
        reception_centre_duty_until=procedure.reception_centre_duty_until,
        duldung_since=procedure.duldung_since,
        duldung_60b_periods=_times_of_unclear_identity(procedure, paper),
        own_conduct_obstacle=OwnConduct(procedure.own_conduct) if procedure.own_conduct else None,
        entered_for_benefits=procedure.entered_for_benefits,
        removal_measures=_measures(procedure.removal_measure),
    )


def _times_of_unclear_identity(procedure: Procedure, paper: Residence | None) -> tuple[Period, ...] | None:
    if procedure.identity_unclear_note is None:
        return None
    since = procedure.duldung_since or (paper.from_on if paper else None)
    if not procedure.identity_unclear_note:
        return ()
    return (Period(since),) if since else None


def _measures(measure: str) -> tuple[RemovalMeasure, ...] | None:
    if not measure:
        return None
    return () if measure == "none" else (RemovalMeasure(MeasureKind(measure)),)


def as_json(facts: Facts) -> dict[str, object]:
    """Return the known facts as JSON can hold them."""
    known = {name: value for name, value in asdict(facts).items() if value is not None}
    plain: dict[str, object] = json.loads(json.dumps(known, default=_plain))
    return plain


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)
