"""What wants attention today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from wir.counselling.models import Stay
from wir.desk.queries.cases import CaseRow, cases_in_care
from wir.kit.compiled import compiled
from wir.network.models import Project
from wir.people import queries as people
from wir.tasks import queries as tasks
from wir.tasks.rules import TaskReason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wir.kit.acting import Actor
    from wir.tasks.models import Task, TaskQuerySet, TaskRule

    Rules = dict[tuple[UUID, str], TaskRule]

SOON = timedelta(days=60)
"""A paper that ends within this time wants an appointment at the authority now."""
MOST_TASKS = 200
TOUCHED = 6
NOTICED = (TaskReason.PERMIT_ENDS, TaskReason.SILENCE)
"""What the house notices about people in somebody's care, without a task."""


@dataclass(frozen=True, slots=True)
class ToDo:
    """A task that shows itself today, with the person's name where one is meant and may be seen."""

    task: Task
    name: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Silent:
    """Somebody in the actor's care who was not spoken with for longer than the sub-project wants."""

    person_id: UUID
    name: str
    since: date
    days: int
    was_spoken_with: bool


@dataclass(frozen=True, slots=True)
class EndingPaper:
    """A residence paper that ends soon or has ended."""

    person_id: UUID
    name: str
    status: str
    valid_until: date
    has_ended: bool


@dataclass(frozen=True, slots=True)
class Touched:
    """A person in the actor's care, and the day of the last conversation."""

    person_id: UUID
    name: str
    on: date


@dataclass(frozen=True, slots=True)
class Day:
    """An advisor's day."""

    todos: list[ToDo]
    papers: list[EndingPaper]
    silent: list[Silent]
    touched: list[Touched]
    open_cases: int

    @property
    def overdue(self) -> int:
        """How many tasks are late."""
        return sum(todo.is_overdue for todo in self.todos)


def day_of_advisor(actor: Actor, today: date) -> Day:
    """Return what somebody who works in files has before them: late things first.

    The people in their care are read once; papers, silence, last conversations and most names come from there. What
    was put off is left out until its day.
    """
    care = cases_in_care(actor)
    rules = tasks.rules_of(actor, actor.projects)
    found = _shown(actor, today)
    due = [task for task in found if task.shows(today)]
    names = _names(actor, care, due)
    spoken = sorted((row for row in care if row.last_contact), key=_last_contact, reverse=True)
    return Day(
        todos=[
            ToDo(task, names.get(task.subject_id, "") if task.subject_id else "", task.due_on < today)
            for task in due
        ],
        papers=_ending_papers(_unnoted(care, found, TaskReason.PERMIT_ENDS), rules, today),
        silent=_silent(_unnoted(care, found, TaskReason.SILENCE), rules, today),
        touched=[Touched(row.person_id, row.name, _last_contact(row)) for row in spoken[:TOUCHED]],
        open_cases=len(care),
    )


@compiled
def _shown(actor: Actor, today: date) -> TaskQuerySet:
    return tasks.tasks_of_day(actor, today, NOTICED)[:MOST_TASKS]


def _names(actor: Actor, care: list[CaseRow], due: list[Task]) -> dict[UUID, str]:
    names = {row.person_id: row.name for row in care}
    others = {task.subject_id for task in due if task.subject_id} - names.keys()
    return names | people.names_of(actor, others) if others else names


def _last_contact(row: CaseRow) -> date:
    return row.last_contact or date.min


def _unnoted(care: list[CaseRow], found: list[Task], reason: TaskReason) -> list[CaseRow]:
    """Return those about whom there is no task of this kind already."""
    noted = {task.subject_id for task in found if task.reason == reason}
    return [row for row in care if row.person_id not in noted]


def _ending_papers(care: list[CaseRow], rules: Rules, today: date) -> list[EndingPaper]:
    ending = []
    for row in care:
        rule = tasks.rule_of(rules, row.project_id, TaskReason.PERMIT_ENDS)
        if rule.is_on and row.valid_until and rule.shows_on(row.valid_until) <= today:
            has_ended = row.valid_until < today
            ending.append(EndingPaper(row.person_id, row.name, row.status, row.valid_until, has_ended))
    return sorted(ending, key=lambda paper: paper.valid_until)


def _silent(care: list[CaseRow], rules: Rules, today: date) -> list[Silent]:
    silent = []
    for row in care:
        rule = tasks.rule_of(rules, row.project_id, TaskReason.SILENCE)
        since = row.last_contact or row.since
        days = (today - since).days if since else 0
        if rule.is_on and since and days >= max(rule.days, 1):
            silent.append(Silent(row.person_id, row.name, since, days, row.last_contact is not None))
    return sorted(silent, key=lambda one: one.since)


@dataclass(frozen=True, slots=True)
class Figures:
    """A sub-project in figures, without anybody's name."""

    project_id: UUID
    project: str
    carrier: str
    open: int
    entered: int
    exited: int


def figures_of(actor: Actor, today: date) -> list[Figures]:
    """Return open stays, entries and exits of this month per sub-project of the networks the actor oversees."""
    first = today.replace(day=1)
    counted = {project_id: numbers for project_id, *numbers in _counted(actor, first)}
    return [
        Figures(project_id, project, carrier, *counted[project_id])
        for project_id, project, carrier in _overseen(actor)
        if project_id in counted
    ]


@compiled
def _counted(actor: Actor, first: date) -> QuerySet[Stay, tuple[Any, ...]]:
    """Without names: joined first, each sub-project would be looked up in the whole network's stays."""
    stays = Stay.objects.visible_to(actor).filter(network_id__in=actor.overseen)
    # Who entered this month is among them: nobody leaves before they entered.
    recent = stays.filter(Q(exited_on=None) | Q(exited_on__gte=first)).order_by()
    counted = recent.values("project_id").annotate(
        open=Count("id", filter=Q(exited_on=None)),
        entered=Count("id", filter=Q(entered_on__gte=first)),
        exited=Count("id", filter=Q(exited_on__gte=first)),
    )
    return counted.values_list("project_id", "open", "entered", "exited")


@compiled
def _overseen(actor: Actor) -> QuerySet[Project, tuple[Any, ...]]:
    projects = Project.objects.visible_to(actor).filter(network_id__in=actor.overseen).order_by("name")
    return projects.values_list("pk", "name", "carrier__name")


def total(figures: Iterable[Figures]) -> tuple[int, int, int]:
    """Return open stays, entries and exits of all sub-projects together."""
    rows = list(figures)
    return sum(row.open for row in rows), sum(row.entered for row in rows), sum(row.exited for row in rows)
