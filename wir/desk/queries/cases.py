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
from django.db.models import (
    CharField,
    DateField,
    Exists,
    F,
    FilteredRelation,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce

from wir.counselling.models import Contact, Stay
from wir.desk.queries.workload import people_lacking
from wir.kit.compiled import compiled
from wir.people import queries as people
from wir.people.models import Participant, PersonIdentity, Residence
from wir.tasks.models import Task

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wir.desk.rules import Lack
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


class Sort(StrEnum):
    """In which order the cases are listed."""

    NAME = "name"
    CONTACT = "contact"
    """Whom nobody has spoken with for the longest time comes first."""
    PAPER = "paper"
    TASK = "task"
    NEWEST = "newest"


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
    lack: Lack | None = None,
    sort: Sort = Sort.NAME,
    page: int = 1,
    today: date,
) -> Caseload:
    """Return one page of the cases; who does not work in the files gets the newest first, whatever they ask."""
    named, numbered = _matching(actor, words, today)
    if lack:
        lacking = people_lacking(actor, lack, today)
        named, numbered = (lacking if named is None else sorted(set(named) & set(lacking))), []
    # of those who wait, nobody is the advisor yet
    advisor_id = None if state is Where.WAITING else advisor_id
    asked = _Asked(state, advisor_id, project_id, named, numbered)
    count = _counted.count(actor, asked, most=MOST)
    start = (max(1, min(page, -(-count // PAGE))) - 1) * PAGE
    end = start + PAGE
    if actor.overseen or not _reads_files(actor) or sort is Sort.NEWEST:
        rows = _newest(actor, asked, start=start, end=end)  # a file never seen has no name to sort by
    else:
        rows = _sorted(actor, asked, sort, start=start, end=end)
    return Caseload(rows=_with_files(actor, rows), count=count)


def cases_in_care(actor: Actor) -> list[CaseRow]:
    """Return everybody the actor advises now, with what stands in their files, in one query."""
    return [_cared_for(row) for row in _in_care(actor, actor.id)]


def _cared_for(row: tuple[Any, ...]) -> CaseRow:
    family, given, status, *days = row[_FILED:]
    return CaseRow(*row[1:_FILED], *(_joined((family, given)), status or "", *days))


_FILED = 8
"""Columns of a stay (``_columns``); what stands in the file follows."""


@compiled
def _in_care(actor: Actor, advisor_id: UUID | None) -> QuerySet[Any]:
    """Their own stays are few, so the files are joined at once; for a page of a long list see ``_FILES``."""
    stays = _stays(actor, Where.OPEN, advisor_id).annotate(
        paper=FilteredRelation("person__residences", condition=Q(person__residences__until_on=None)),
        last_contact=_last_contact(),
        task_due=_next_task(),
    )
    files = (
        "person__identity__family_names",
        "person__identity__given_names",
        "paper__status",
        "paper__valid_until",
    )
    return _columns(stays.order_by("id")[:MOST], Where.OPEN, *files, "last_contact", "task_due")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the list is narrowed to; ``named`` are files and ``numbered`` participants that fit the words asked for."""

    state: Where
    advisor_id: UUID | None
    project_id: UUID | None
    named: list[UUID] | None
    numbered: list[UUID]


@compiled
def _counted(actor: Actor, asked: _Asked, *, most: int) -> QuerySet[Any]:
    return _cases(actor, asked).values("pk")[:most]


@compiled
def _newest(actor: Actor, asked: _Asked, *, start: int, end: int) -> QuerySet[Any]:
    """The page's rows are chosen by day before anything is joined to them: a network has thousands."""
    order = ("-since", "-id")
    chosen = _cases(actor, asked).order_by(*order).values("pk")[start:end]
    return _columns(_cases(actor, asked).filter(pk__in=chosen).order_by(*order), asked.state)


@compiled
def _sorted(actor: Actor, asked: _Asked, sort: Sort, *, start: int, end: int) -> QuerySet[Any]:
    name = PersonIdentity.objects.filter(**_ABOUT).values(
        key=Func("family_names", function="kit_plain", output_field=CharField())
    )
    cases = _cases(actor, asked).annotate(name=Coalesce(Subquery(name[:1]), Value("")))
    if sort is Sort.NAME:
        return _columns(cases.order_by("name", "id")[start:end], asked.state)
    paper = Residence.objects.filter(**_ABOUT, until_on=None).values("valid_until")
    days = {Sort.CONTACT: _last_contact(), Sort.PAPER: Subquery(paper[:1]), Sort.TASK: _next_task()}
    never_first = sort is Sort.CONTACT
    day = OrderBy(F("day"), nulls_first=never_first or None, nulls_last=not never_first or None)
    cases = cases.annotate(day=days[sort])
    return _columns(cases.order_by(day, "name", "id")[start:end], asked.state)


_ABOUT = {"network_id": OuterRef("network_id"), "person_id": OuterRef("subject")}


def _last_contact() -> Subquery:
    return Subquery(Contact.objects.filter(**_ABOUT, came=True).order_by("-on").values("on")[:1])


def _next_task() -> Subquery:
    about = {"network_id": OuterRef("network_id"), "subject_id": OuterRef("subject")}
    return Subquery(Task.objects.filter(**about, done_on=None).order_by("due_on").values("due_on")[:1])


def _cases(actor: Actor, asked: _Asked) -> QuerySet[Any]:
    cases = _waiting(actor) if asked.state is Where.WAITING else _stays(actor, asked.state, asked.advisor_id)
    if asked.project_id:
        cases = cases.filter(project_id=asked.project_id)
    if asked.named is not None:
        cases = cases.filter(Q(subject__in=asked.named) | Q(participant_id__in=asked.numbered))
    return cases.order_by()


def _stays(actor: Actor, state: Where, advisor_id: UUID | None) -> QuerySet[Any]:
    stays = Stay.objects.visible_to(actor).filter(exited_on__isnull=state is Where.OPEN)
    if advisor_id:
        stays = stays.filter(advisor_id=advisor_id)
    return stays.annotate(subject=F("person_id"), since=F("entered_on"), until=F("exited_on"))


def _waiting(actor: Actor) -> QuerySet[Any]:
    """Files without any stay: people from a list whom nobody has taken on yet."""
    entered = Stay.objects.filter(network_id=OuterRef("network_id"), person_id=OuterRef("pk"))
    files = people.people_for(actor).filter(~Exists(entered))
    no_day = Value(None, output_field=DateField())
    return files.annotate(subject=F("pk"), since=no_day, until=no_day)


def _matching(actor: Actor, words: str, today: date) -> tuple[list[UUID] | None, list[UUID]]:
    if not words.strip():
        return None, []
    named = [one.person_id for one in people.search(actor, words, today=today, limit=FOUND)]
    if not actor.overseen:
        return named, []
    numbers = Participant.objects.filter(network_id__in=actor.overseen, case_number__iexact=words.strip())
    return named, list(numbers.values_list("pk", flat=True))


def _columns(cases: QuerySet[Any], state: Where, *more: str) -> QuerySet[Any]:
    advisor = Value("", output_field=CharField()) if state is Where.WAITING else F("advisor__name")
    return cases.values_list(
        "network_id",
        "subject",
        "participant__case_number",
        "project_id",
        "project__name",
        advisor,
        "since",
        "until",
        *more,
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
