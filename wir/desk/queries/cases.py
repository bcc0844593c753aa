"""The list of cases: two queries for a page of it, however many people the house knows.

It starts from the stays of the actor's sub-projects by index; what a row shows besides (name, paper, last contact,
next task) is asked in plain SQL for the rows of the page alone. Somebody who oversees a network reads stays of files
closed to them: those rows stay without a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection
from django.db.models import CharField, DateField, Exists, F, Func, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from wir.counselling.models import Stay
from wir.kit.compiled import compiled
from wir.people import queries as people
from wir.people.models import Participant, PersonIdentity

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
    case_number: str
    project_id: UUID
    project: str
    advisor: str
    since: date | None
    until: date | None
    name: str
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
    today: date,
) -> Caseload:
    """Return one page of the cases: by name for those who work in the files, else the newest first."""
    cases = _waiting(actor) if state is Where.WAITING else _stays(actor, state, advisor_id)
    if project_id:
        cases = cases.filter(project_id=project_id)
    if words.strip():
        cases = _matching(actor, cases, words, today)
    count = cases.order_by().values("pk")[:MOST].count()
    page = max(1, min(page, -(-count // PAGE)))
    shown = slice((page - 1) * PAGE, page * PAGE)
    if actor.overseen or not _reads_files(actor):
        # A file never seen has no name to sort by. The page's rows are chosen by day before anything is joined to
        # them: a network has thousands.
        newest = ("-since", "-id")
        chosen = cases.filter(pk__in=cases.order_by(*newest).values("pk")[shown]).order_by(*newest)
        return Caseload(rows=_rows(actor, chosen), count=count)
    return Caseload(rows=_rows(actor, _by_name(cases)[shown]), count=count)


def cases_in_care(actor: Actor) -> list[CaseRow]:
    """Return everybody the actor advises now."""
    return _with_files(actor, _in_care(actor, actor.id))


@compiled
def _in_care(actor: Actor, advisor_id: UUID | None) -> QuerySet[Any]:
    return _columns(_stays(actor, Where.OPEN, advisor_id).order_by("id")[:MOST])


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


def _matching(actor: Actor, cases: QuerySet[Any], words: str, today: date) -> QuerySet[Any]:
    found = [one.person_id for one in people.search(actor, words, today=today, limit=FOUND)]
    matching = cases.filter(subject__in=found)
    if actor.overseen:
        numbered = Participant.objects.filter(
            network_id__in=actor.overseen, case_number__iexact=words.strip()
        )
        matching = matching | cases.filter(participant_id__in=list(numbered.values_list("pk", flat=True)))
    return matching


def _by_name(cases: QuerySet[Any]) -> QuerySet[Any]:
    identity = PersonIdentity.objects.filter(network_id=OuterRef("network_id"), person_id=OuterRef("subject"))
    key = identity.values(key=Func("family_names", function="kit_plain", output_field=CharField()))
    named: QuerySet[Any] = cases.annotate(sort_key=Coalesce(Subquery(key[:1]), Value("")))
    return named.order_by("sort_key", "id")


def _rows(actor: Actor, cases: QuerySet[Any]) -> list[CaseRow]:
    return _with_files(actor, list(_columns(cases)))


def _columns(cases: QuerySet[Any]) -> QuerySet[Any]:
    return cases.values_list(
        "network_id",
        "subject",
        "participant__case_number",
        "project_id",
        "project__name",
        "advisor_name",
        "since",
        "until",
    )


def _with_files(actor: Actor, listed: list[tuple[Any, ...]]) -> list[CaseRow]:
    files = _files(listed) if listed and _reads_files(actor) else {}
    return [CaseRow(subject, *shown, *files.get(subject, _CLOSED)) for _network, subject, *shown in listed]


_CLOSED = ("", "", None, None, None)
_FILES = """
select asked.person, i.family_names, i.given_names, coalesce(r.status, ''), r.valid_until, c.last_contact, t.task_due
from unnest(%s::uuid[], %s::uuid[]) as asked (network, person)
left join people_personidentity as i on i.network_id = asked.network and i.person_id = asked.person
left join people_residence as r on r.network_id = asked.network and r.person_id = asked.person and r.until_on is null
cross join lateral (
    select max("on") as last_contact from counselling_contact
    where network_id = asked.network and person_id = asked.person and came
) as c
cross join lateral (
    select min(due_on) as task_due from tasks_task
    where network_id = asked.network and subject_id = asked.person and done_on is null
) as t
"""


def _files(listed: list[tuple[Any, ...]]) -> dict[UUID, tuple[Any, ...]]:
    """Return what stands in the files, by person; the database leaves out what is closed to the reader."""
    with connection.cursor() as cursor:
        cursor.execute(_FILES, [[row[0] for row in listed], [row[1] for row in listed]])
        return {
            person: (_joined((family, given)), status, valid_until, last_contact, task_due)
            for person, family, given, status, valid_until, last_contact, task_due in cursor.fetchall()
        }


def _reads_files(actor: Actor) -> bool:
    return bool(actor.projects or actor.subjects)


def _joined(parts: Iterable[str | None]) -> str:
    return ", ".join(filter(None, parts))
