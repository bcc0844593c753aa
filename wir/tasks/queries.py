"""What pages and other apps ask about tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from wir.kit.acting import Actor
from wir.kit.compiled import compiled
from wir.tasks.models import Task, TaskQuerySet, TaskRule, TaskRuleQuerySet
from wir.tasks.rules import Rule, TaskReason, usual


@dataclass(frozen=True, slots=True)
class WorkPlace:
    """A sub-project in which somebody may make tasks."""

    network_id: UUID
    project_id: UUID
    name: str


Places = Callable[[Actor], Iterable[WorkPlace]]
Names = Callable[[Actor, Iterable[UUID]], Mapping[UUID, str]]
Colleagues = Callable[[Actor, UUID, date], Mapping[UUID, str]]

_place_sources: list[Places] = []
_colleague_sources: list[Colleagues] = []
_name_sources: list[Names] = []


def add_places(source: Places) -> None:
    """Let an app above, which knows sub-projects, say where somebody works; tasks know them by id alone."""
    _place_sources.append(source)


def add_names(source: Names) -> None:
    """Let an app above, which knows people, say whom a task is about."""
    _name_sources.append(source)


def add_colleagues(source: Colleagues) -> None:
    """Let an app above, which knows roles, say who works in a sub-project."""
    _colleague_sources.append(source)


def colleagues_of(actor: Actor, project_id: UUID, today: date) -> dict[UUID, str]:
    """Return names by id of those who may be given a task of the sub-project."""
    return {
        one: name for source in _colleague_sources for one, name in source(actor, project_id, today).items()
    }


def places_of(actor: Actor) -> list[WorkPlace]:
    """Return where the actor may make tasks of their own."""
    return [place for source in _place_sources for place in source(actor)]


def names_of(actor: Actor, subject_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return names by subject id, of those whom the actor may see."""
    wanted = set(subject_ids)
    found: dict[UUID, str] = {}
    if wanted:
        for source in _name_sources:
            found |= source(actor, wanted)
    return found


def open_tasks(
    actor: Actor,
    *,
    assignee_id: UUID | None = None,
    due_by: date | None = None,
    subject_id: UUID | None = None,
) -> TaskQuerySet:
    """Return open tasks, the longest due first; those of one assignee, due by a day, about one person."""
    tasks = Task.objects.visible_to(actor).open().select_related("assignee").order_by("due_on", "id")
    if assignee_id:
        tasks = tasks.filter(assignee_id=assignee_id)
    if due_by:
        tasks = tasks.due_by(due_by)
    if subject_id:
        tasks = tasks.filter(subject_id=subject_id)
    return tasks


def due_tasks(actor: Actor, assignee_id: UUID | None, by: date) -> TaskQuerySet:
    """Return what somebody has to do by the day, overdue first; names are joined above, by ``subject_id``."""
    return open_tasks(actor, assignee_id=assignee_id, due_by=by)


def tasks_of_day(actor: Actor, today: date, noted: Iterable[TaskReason]) -> TaskQuerySet:
    """Return what shows itself to somebody today, their own and everybody's, overdue first.

    Of the ``noted`` kinds also what they have put off: the house does not notice it anew before its day.
    """
    theirs = Q(assignee_id=actor.id) | Q(assignee_id=None)
    kept = Q(reason__in=[reason.value for reason in noted])
    tasks = Task.objects.visible_to(actor).open().filter(theirs)
    return tasks.filter(Task.shown_by(today) | kept).order_by("due_on", "id")


def put_off_tasks(actor: Actor, today: date) -> TaskQuerySet:
    """Return open tasks that were put off, the next to come back first."""
    tasks = Task.objects.visible_to(actor).put_off(today).select_related("assignee")
    return tasks.order_by("remind_on", "id")


def visible_tasks(actor: Actor) -> TaskQuerySet:
    """Return every task the actor may see, done or not."""
    return Task.objects.visible_to(actor)


def done_tasks(actor: Actor, *, since: date) -> TaskQuerySet:
    """Return tasks done since the day, latest first."""
    tasks = Task.objects.visible_to(actor).filter(done_on__gte=since)
    return tasks.select_related("assignee").order_by("-done_on", "-id")


def task_or_none(actor: Actor, task_id: UUID) -> Task | None:
    """Return one task."""
    return Task.objects.visible_to(actor).select_related("assignee").filter(pk=task_id).first()


def rules_of(actor: Actor, project_ids: Iterable[UUID]) -> dict[tuple[UUID, str], TaskRule]:
    """Return what sub-projects have set about automatic tasks, by sub-project and kind."""
    return {(row.project_id, row.reason): row for row in _newest_rules(actor, tuple(project_ids))}


@compiled
def _newest_rules(actor: Actor, project_ids: tuple[UUID, ...]) -> TaskRuleQuerySet:
    return TaskRule.objects.visible_to(actor).filter(project_id__in=project_ids).newest()


def rule_for(actor: Actor, project_id: UUID, reason: TaskReason) -> Rule:
    """Return what holds for one kind in one sub-project."""
    return rule_of(rules_of(actor, [project_id]), project_id, reason)


def rule_of(found: Mapping[tuple[UUID, str], TaskRule], project_id: UUID, reason: TaskReason) -> Rule:
    """Return what holds for one kind, of what ``rules_of`` has found."""
    row = found.get((project_id, reason.value))
    return Rule(is_on=row.is_on, days=row.days) if row else usual(reason)


def history_of_rules(actor: Actor, project_id: UUID) -> TaskRuleQuerySet:
    """Return what was set in a sub-project, the latest first."""
    rows = TaskRule.objects.visible_to(actor).filter(project_id=project_id)
    return rows.select_related("set_by").order_by("-made_at", "-id")
