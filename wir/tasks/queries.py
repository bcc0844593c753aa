"""What pages and other apps ask about tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from wir.kit.acting import Actor
from wir.tasks.models import Task, TaskQuerySet


@dataclass(frozen=True, slots=True)
class WorkPlace:
    """A sub-project in which somebody may make tasks."""

    network_id: UUID
    project_id: UUID
    name: str


Places = Callable[[Actor], Iterable[WorkPlace]]
Names = Callable[[Actor, Iterable[UUID]], Mapping[UUID, str]]

_place_sources: list[Places] = []
_name_sources: list[Names] = []


def add_places(source: Places) -> None:
    """Let an app above, which knows sub-projects, say where somebody works; tasks know them by id alone."""
    _place_sources.append(source)


def add_names(source: Names) -> None:
    """Let an app above, which knows people, say whom a task is about."""
    _name_sources.append(source)


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


def done_tasks(actor: Actor, *, since: date) -> TaskQuerySet:
    """Return tasks done since the day, latest first."""
    tasks = Task.objects.visible_to(actor).filter(done_on__gte=since)
    return tasks.select_related("assignee").order_by("-done_on", "-id")


def task_or_none(actor: Actor, task_id: UUID) -> Task | None:
    """Return one task."""
    return Task.objects.visible_to(actor).select_related("assignee").filter(pk=task_id).first()
