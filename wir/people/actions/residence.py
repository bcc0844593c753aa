"""The papers a person holds: a new one, and one that was written down wrongly."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from wir.kit import events
from wir.kit.acting import Actor
from wir.kit.versions import refuse_if_changed
from wir.people.events import ResidenceChanged
from wir.people.models import Person, Residence
from wir.people.queries.files import paper_values
from wir.people.rules.facts import ResidenceStatus, WorkNote
from wir.people.rules.persons import Paper
from wir.people.rules.residence import PaperProblem, problems_of_paper
from wir.privacy import actions as privacy


class CannotChangeResidence(Exception):
    """The paper does not fit the history; ``problems`` says why."""

    def __init__(self, problems: list[PaperProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def change_residence(
    *,
    person: Person,
    status: ResidenceStatus,
    legal_basis: str,
    work_note: WorkNote | None,
    from_on: date,
    valid_until: date | None,
    issued_on: date | None = None,
    issued_by: str = "",
    side_note: str = "",
    today: date,
    actor: Actor,
) -> Residence:
    """Record the paper a person holds from a day on; the one before ends on that day and stays in history.

    Raises CannotChangeResidence, and writes nothing, when the day lies in the future or not after the paper before.
    """
    before = Residence.objects.select_for_update().filter(person=person, until_on=None).first()
    problems = problems_of_paper(
        from_on=from_on,
        valid_until=valid_until,
        issued_on=issued_on,
        before_from=before.from_on if before else None,
        today=today,
    )
    if problems:
        raise CannotChangeResidence(problems)
    if before is not None:
        before.until_on = from_on
        before.save(update_fields=["until_on"])
    paper = Paper(
        status=status,
        legal_basis=legal_basis,
        work_note=work_note,
        from_on=from_on,
        valid_until=valid_until,
        issued_on=issued_on,
        issued_by=issued_by,
        side_note=side_note,
    )
    residence = add_paper(person, paper, today)
    _record(person, "people.residence_changed", actor, status=status.value)
    events.publish(ResidenceChanged(person_id=person.pk, network_id=person.network_id, from_on=from_on))
    return residence


@transaction.atomic
def correct_residence(
    *,
    person: Person,
    paper_id: UUID,
    status: ResidenceStatus,
    legal_basis: str,
    work_note: WorkNote | None,
    from_on: date,
    valid_until: date | None,
    issued_on: date | None,
    issued_by: str,
    side_note: str,
    seen: str,
    today: date,
    actor: Actor,
) -> Residence:
    """Put right what was written down wrongly of a paper; the one before ends where this one begins.

    Raises ChangedMeanwhile when somebody else saved it since (``kit.versions``), CannotChangeResidence when it would no
    longer fit between its neighbours; then nothing is written.
    """
    papers = list(Residence.objects.select_for_update().filter(person=person).order_by("from_on"))
    paper = next(one for one in papers if one.pk == paper_id)
    refuse_if_changed(seen, paper_values(paper))
    before = next((one for one in papers if one.until_on == paper.from_on), None)
    earlier = [one for one in papers if one.from_on < paper.from_on]
    problems = problems_of_paper(
        from_on=from_on,
        valid_until=valid_until,
        issued_on=issued_on,
        before_from=earlier[-1].from_on if earlier else None,
        until_on=paper.until_on,
        today=today,
    )
    if problems:
        raise CannotChangeResidence(problems)
    first = min(paper.from_on, from_on)
    if before is not None and before.until_on != from_on:
        before.until_on = from_on
        before.save(update_fields=["until_on"])
    paper.status, paper.legal_basis = status.value, legal_basis
    paper.work_note = work_note.value if work_note else ""
    paper.from_on, paper.valid_until, paper.issued_on = from_on, valid_until, issued_on
    paper.issued_by, paper.side_note = issued_by, side_note
    paper.save()
    _record(person, "people.residence_corrected", actor, status=status.value)
    events.publish(ResidenceChanged(person_id=person.pk, network_id=person.network_id, from_on=first))
    return paper


def add_paper(person: Person, paper: Paper, today: date) -> Residence:
    """Write a paper down; the caller has asked whether it fits, and says so in the trail."""
    return Residence.objects.create(
        **person.place(),
        person=person,
        status=paper.status.value,
        legal_basis=paper.legal_basis,
        work_note=paper.work_note.value if paper.work_note else "",
        from_on=paper.from_on or today,
        valid_until=paper.valid_until,
        issued_on=paper.issued_on,
        issued_by=paper.issued_by,
        side_note=paper.side_note,
    )


def _record(person: Person, verb: str, actor: Actor, **detail: Any) -> None:
    privacy.record(actor=actor, verb=verb, network_id=person.network_id, subject_id=person.pk, **detail)
