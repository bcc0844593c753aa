"""The list of cases: one query for a page of it, however many people the house knows.

It starts from the stays of the actor's sub-projects by index; what a row shows besides (name, paper, last contact,
next task) is asked for the rows of the page alone. Somebody who oversees a network reads stays of files closed to
them: a join to the file would drop those rows, so names are sub-queries that stay empty there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import (
    CharField,
    DateField,
    Exists,
    F,
    Func,
    Max,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, JSONObject

from wir.counselling.models import Contact, Stay
from wir.people import queries as people
from wir.people.models import Participant, PersonIdentity, Residence
from wir.tasks.models import Task

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wir.kit.acting import Actor

PAGE = 25
MOST = 1000
"""Rows a list leads to; who seeks further narrows the filter. Counting more would be slow and help nobody."""
FOUND = 200
"""People a word in the filter is matched with."""


class Where(StrEnum):
    """State of the cases listed."""

    OPEN = "open"
    ENDED = "ended"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the list; ``name`` is empty where the reader may not see the file."""

    person_id: UUID
    name: str
    case_number: str
    project: str
    advisor: str
    since: date | None
    until: date | None
    status: str
    valid_until: date | None
    last_contact: date | None
    task_due: date | None


@dataclass(frozen=True, slots=True)
class Caseload:
    """One page of the list and how many rows there are, counted up to ``MOST``."""

    rows: list[CaseRow]
    count: int

    @property
    def is_cut(self) -> bool:
        """Whether there are more rows than the list leads to."""
        return self.count >= MOST


def caseload(
    actor: Actor,
    *,
    state: Where,
    advisor_id: UUID | None = None,
    project_id: UUID | None = None,
    words: str = "",
    page: int = 1,
) -> Caseload:
    """Return one page of the cases: by name for those who work in the files, else the newest first."""
    cases = _waiting(actor) if state is Where.WAITING else _stays(actor, state, advisor_id)
    if project_id:
        cases = cases.filter(project_id=project_id)
    if words.strip():
        cases = _matching(actor, cases, words)
    count = cases.order_by().values("pk")[:MOST].count()
    page = max(1, min(page, -(-count // PAGE)))
    shown = slice((page - 1) * PAGE, page * PAGE)
    if actor.overseen or not _reads_files(actor):
        # A file never seen has no name to sort by. The page's rows are chosen by day before anything is joined to
        # them: a network has thousands.
        newest = ("-since", "-id")
        chosen = cases.filter(pk__in=cases.order_by(*newest).values("pk")[shown])
        listed = _detailed(actor, chosen).order_by(*newest)
    else:
        listed = _detailed(actor, cases).order_by("sort_key", "id")[shown]
    return Caseload(rows=[_row(values) for values in listed], count=count)


def cases_in_care(actor: Actor) -> list[CaseRow]:
    """Return everybody the actor advises now."""
    mine = _detailed(actor, _stays(actor, Where.OPEN, actor.id))
    return [_row(values) for values in mine.order_by("id")[:MOST]]


def _stays(actor: Actor, state: Where, advisor_id: UUID | None) -> QuerySet[Any]:
    stays = Stay.objects.visible_to(actor).filter(exited_on__isnull=state is Where.OPEN)
    if advisor_id:
        stays = stays.filter(advisor_id=advisor_id)
    return stays.annotate(
        subject=F("person_id"), advisor_name=F("advisor__name"), since=F("entered_on"), until=F("exited_on")
    )


def _waiting(actor: Actor) -> QuerySet[Any]:
    """Files without any stay: people from a list whom nobody has taken on yet."""
    entered = Stay.objects.filter(network_id=OuterRef("network_id"), person_id=OuterRef("pk"))
    files = people.people_for(actor).filter(~Exists(entered))
    no_day = Value(None, output_field=DateField())
    return files.annotate(
        subject=F("pk"), advisor_name=Value("", output_field=CharField()), since=no_day, until=no_day
    )


def _matching(actor: Actor, cases: QuerySet[Any], words: str) -> QuerySet[Any]:
    found = [one.person_id for one in people.search(actor, words, limit=FOUND)]
    matching = cases.filter(subject__in=found)
    if actor.overseen:
        numbered = Participant.objects.filter(
            network_id__in=actor.overseen, case_number__iexact=words.strip()
        )
        matching = matching | cases.filter(participant_id__in=list(numbered.values_list("pk", flat=True)))
    return matching


def _detailed(actor: Actor, cases: QuerySet[Any]) -> QuerySet[Any]:
    shown: QuerySet[Any, Any] = cases.values(
        "subject", "since", "until", "advisor_name", "participant__case_number", "project__name"
    )
    if not _reads_files(actor):
        return shown  # no file is open to this reader, so nothing out of one is asked for
    here = {"network_id": OuterRef("network_id"), "person_id": OuterRef("subject")}
    identity = PersonIdentity.objects.filter(**here)
    paper = Residence.objects.filter(**here, until_on=None)
    contacts = Contact.objects.filter(**here).order_by().values("person_id")
    tasks = Task.objects.filter(
        network_id=OuterRef("network_id"), subject_id=OuterRef("subject"), done_on=None
    )
    if not actor.overseen:
        sort_key = Func("family_names", function="kit_plain", output_field=CharField())
        shown = shown.annotate(sort_key=Coalesce(Subquery(identity.values(key=sort_key)[:1]), Value("")))
    detailed: QuerySet[Any, Any] = shown.annotate(
        names=Subquery(identity.values(json=JSONObject(family="family_names", given="given_names"))[:1]),
        paper=Subquery(paper.values(json=JSONObject(status="status", until="valid_until"))[:1]),
        last_contact=Subquery(contacts.annotate(last=Max("on")).values("last")[:1]),
        task_due=Subquery(tasks.order_by("due_on").values("due_on")[:1]),
    )
    return detailed


def _reads_files(actor: Actor) -> bool:
    return bool(actor.projects or actor.subjects)


def _row(values: dict[str, Any]) -> CaseRow:
    names, paper = values.get("names") or {}, values.get("paper") or {}
    valid_until = paper.get("until")
    return CaseRow(
        person_id=values["subject"],
        name=_joined((names.get("family", ""), names.get("given", ""))),
        case_number=values["participant__case_number"],
        project=values["project__name"],
        advisor=values["advisor_name"],
        since=values["since"],
        until=values["until"],
        status=paper.get("status", ""),
        valid_until=date.fromisoformat(valid_until) if valid_until else None,
        last_contact=values.get("last_contact"),
        task_due=values.get("task_due"),
    )


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(filter(None, parts))
