"""Reads of people's files; each starts from what the actor may see."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection
from django.db.models import F, FilteredRelation, Q, QuerySet

from wir.kit.compiled import compiled
from wir.network.models import Place
from wir.people.models import LanguageSkill, Person, PersonIdentity, PersonQuerySet, Procedure, Residence
from wir.people.rules.facts import AsylumOutcome, OwnConduct, RemovalMeasure
from wir.people.rules.procedure import ProcedureFacts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wir.kit.acting import Actor

PAPER_FIELDS = (
    *("status", "legal_basis", "work_note", "from_on", "valid_until", "issued_on", "issued_by", "side_note"),
)


@dataclass(frozen=True, slots=True)
class CaseHeader:
    """What stands above every page of a case file."""

    person: Person
    name: str
    case_number: str
    birth_date: date | None
    project_name: str
    status: str
    legal_basis: str
    valid_until: date | None

    @property
    def person_id(self) -> UUID:
        """The file's id, for addresses."""
        return self.person.pk


@dataclass(frozen=True, slots=True)
class Audited:
    """A file that a data protection officer answers for and does not read."""

    person_id: UUID
    case_number: str
    place: Place


@dataclass(frozen=True, slots=True)
class Closed:
    """Where a file is that the actor may not read."""

    person_id: UUID
    place: Place


def closed_files(actor: Actor, case_number: str) -> list[Closed]:
    """Return the files behind a case number of the actor's networks that are closed to the actor.

    For opening them with a reason, nothing else: an owner function looks past the walls between sub-projects, and
    answers only those who advise or lead in a sub-project of the network.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select person_id, network_id, carrier_id, project_id from people_files_behind(%s)", [case_number]
        )
        found = cursor.fetchall()
    return [
        Closed(person_id, Place(network_id=network_id, carrier_id=carrier_id, project_id=project_id))
        for person_id, network_id, carrier_id, project_id in found
        if project_id not in actor.projects and person_id not in actor.subjects
    ]


def audited_files(*, case_number: str = "", person_ids: Iterable[UUID] = ()) -> list[Audited]:
    """Return the files with these ids, or behind the number, that the data protection officer who asks answers for.

    An owner function looks behind the walls, and shows nothing of a file but its number and place.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select person_id, case_number, network_id, carrier_id, project_id from people_files_audited(%s, %s)",
            [[case_number.strip().upper()], list(person_ids)],
        )
        found = cursor.fetchall()
    return [
        Audited(person_id, number, Place(network_id=network_id, carrier_id=carrier_id, project_id=project_id))
        for person_id, number, network_id, carrier_id, project_id in found
    ]


def people_for(actor: Actor) -> PersonQuerySet:
    """Return the files the actor may see."""
    return Person.objects.visible_to(actor)


def person_or_none(actor: Actor, person_id: UUID) -> Person | None:
    """Return one file with identity, anchor and place; None for a stranger, as for nothing."""
    return next(iter(_file(actor, person_id)), None)


def person_by_number(actor: Actor, case_number: str, network_id: UUID) -> Person | None:
    """Return the file with this case number that the actor sees in the network; the sub-project's own comes first."""
    files = people_for(actor).filter(
        network_id=network_id, participant__case_number__iexact=case_number.strip()
    )
    return min(files, key=lambda file: file.project_id not in actor.projects, default=None)


def case_header(actor: Actor, person_id: UUID) -> CaseHeader | None:
    """Return the header of a case file, in one query; None for a stranger."""
    person = next(iter(_file_with_paper(actor, person_id)), None)
    if person is None:
        return None
    return CaseHeader(
        person=person,
        name=person.identity.full_name(),
        case_number=person.participant.case_number,
        birth_date=person.identity.birth_date,
        project_name=person.project.name,
        status=person.paper_status or "",
        legal_basis=person.paper_basis or "",
        valid_until=person.paper_until,
    )


def residences_of(actor: Actor, person_id: UUID) -> list[Residence]:
    """Return the papers a person held and holds, newest first."""
    return list(Residence.objects.visible_to(actor).filter(person_id=person_id).order_by("-from_on"))


def paper_values(paper: Residence) -> dict[str, Any]:
    """Return what a form shows of a paper, by field name."""
    return {name: getattr(paper, name) for name in PAPER_FIELDS}


def paper_or_none(actor: Actor, person_id: UUID, paper_id: UUID) -> Residence | None:
    """Return one paper of a person."""
    return Residence.objects.visible_to(actor).filter(person_id=person_id, pk=paper_id).first()


def residence_on(actor: Actor, person_id: UUID, day: date) -> Residence | None:
    """Return the paper the person held on the day, if any is known."""
    papers = Residence.objects.visible_to(actor).in_force(day)
    return papers.filter(person_id=person_id).order_by("-from_on").first()


def procedure_of(actor: Actor, person_id: UUID) -> Procedure | None:
    """Return the facts of entry and asylum procedure."""
    return Procedure.objects.visible_to(actor).filter(person_id=person_id).first()


def procedure_facts_of(actor: Actor, person_id: UUID) -> ProcedureFacts:
    """Return the same facts as plain values; nothing is known of a stranger."""
    row = procedure_of(actor, person_id)
    if row is None:
        return ProcedureFacts()
    stored: dict[str, Any] = {field.name: getattr(row, field.name) for field in fields(ProcedureFacts)}
    words = {
        "asylum_outcome": AsylumOutcome(row.asylum_outcome) if row.asylum_outcome else None,
        "own_conduct": OwnConduct(row.own_conduct) if row.own_conduct else None,
        "removal_measure": RemovalMeasure(row.removal_measure) if row.removal_measure else None,
    }
    return ProcedureFacts(**(stored | words))


def languages_of(actor: Actor, person_id: UUID) -> list[LanguageSkill]:
    """Return the languages of a person."""
    return list(LanguageSkill.objects.visible_to(actor).filter(person_id=person_id).order_by("language"))


def names_of(actor: Actor, person_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return family and given names by file id, for lists of other apps' rows."""
    rows = PersonIdentity.objects.visible_to(actor).filter(person_id__in=list(person_ids))
    return {row.person_id: row.full_name() for row in rows}


_JOINED = ("identity", "participant", "network", "project")


@compiled
def _file(actor: Actor, person_id: UUID) -> QuerySet[Person]:
    return people_for(actor).select_related(*_JOINED).filter(pk=person_id)


@compiled
def _file_with_paper(actor: Actor, person_id: UUID) -> QuerySet[Any]:
    """The file with the paper held now, which may be none."""
    paper = FilteredRelation("residences", condition=Q(residences__until_on=None))
    files = people_for(actor).select_related(*_JOINED).filter(pk=person_id).alias(paper=paper)
    return files.annotate(
        paper_status=F("paper__status"),
        paper_basis=F("paper__legal_basis"),
        paper_until=F("paper__valid_until"),
    )[:1]
