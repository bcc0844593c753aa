"""Tasks are made, finished and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.kit import events
from wir.kit.acting import Actor
from wir.privacy import actions as privacy
from wir.tasks import rules
from wir.tasks.events import TaskFinished, TaskReopened
from wir.tasks.models import Task
from wir.tasks.rules import Repeat, TaskProblem, TaskReason


class CannotAddTask(Exception):
    """The task cannot be made like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[TaskProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


class CannotFinishTask(Exception):
    """The task cannot be finished or taken back; ``problems`` says why."""

    def __init__(self, problems: Sequence[TaskProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def add_task(
    *,
    place: tuple[UUID, UUID],
    subject_id: UUID | None,
    assignee_id: UUID | None,
    reason: TaskReason,
    title: str,
    due_on: date,
    link: str,
    actor: Actor,
    remind_on: date | None = None,
    repeats: Repeat | None = None,
    comment: str = "",
) -> Task:
    """Make a task in a sub-project (``place`` is network, sub-project); without assignee it is everybody's there.

    ``title`` holds words that somebody typed; a machine's reason gets its words on the reader's screen.
    ``link`` is the path of the page where the thing is done; ``remind_on`` the day from which it is shown, where that
    is before the day it is due.

    Raises CannotAddTask, and writes nothing, when a rule stands in the way.
    """
    title = title.strip()
    problems = rules.obstacles_to_task(reason=reason, title=title)
    if problems:
        raise CannotAddTask(problems)
    network_id, project_id = place
    task = Task.objects.create(
        network_id=network_id,
        project_id=project_id,
        subject_id=subject_id,
        assignee_id=assignee_id,
        reason=reason.value,
        title=title,
        due_on=due_on,
        link=link,
        remind_on=remind_on,
        repeats=repeats.value if repeats else "",
        comment=comment.strip(),
    )
    _audit(actor, "tasks.task_added", task)
    return task


@transaction.atomic
def finish_task(*, task: Task, done_on: date, actor: Actor, recorded: bool = False) -> Task:
    """Tick a task off, and tell whoever knows what it was about.

    ``recorded``: what it asks for stands on the page it links to; check-ins and periods for a remedy are done in no
    other way. Raises CannotFinishTask, and writes nothing, when it was done before or is not done by ticking it off.
    """
    task = Task.objects.visible_to(actor).select_for_update().get(pk=task.pk)
    if task.done_on:
        raise CannotFinishTask([TaskProblem.ALREADY_DONE])
    if task.needs_its_page() and not recorded:
        raise CannotFinishTask([TaskProblem.NOT_RECORDED])
    task.done_on = done_on
    task.followed_by = _follow(task, done_on)
    task.save(update_fields=["done_on", "followed_by"])
    _audit(actor, "tasks.task_finished", task)
    events.publish(
        TaskFinished(
            task_id=task.pk,
            reason=TaskReason(task.reason),
            network_id=task.network_id,
            subject_id=task.subject_id,
            done_on=done_on,
            actor=actor,
        )
    )
    return task


@transaction.atomic
def reopen_task(*, task: Task, actor: Actor) -> Task:
    """Take back that a task was done; the one that came after it goes, unless that is done too.

    Raises CannotFinishTask, and writes nothing, when it is open.
    """
    task = Task.objects.visible_to(actor).select_for_update().get(pk=task.pk)
    if not task.done_on:
        raise CannotFinishTask([TaskProblem.NOT_DONE])
    after, task.done_on, task.followed_by = task.followed_by, None, None
    task.save(update_fields=["done_on", "followed_by"])
    if after and not after.done_on:
        after.delete()
    _audit(actor, "tasks.task_reopened", task)
    events.publish(
        TaskReopened(
            task_id=task.pk,
            reason=TaskReason(task.reason),
            network_id=task.network_id,
            subject_id=task.subject_id,
            actor=actor,
        )
    )
    return task


def _follow(task: Task, done_on: date) -> Task | None:
    """A task that repeats is there again at once, for the next day of its rhythm."""
    if not task.repeats:
        return None
    due_on = rules.next_day(task.due_on, Repeat(task.repeats), after=done_on)
    return Task.objects.create(
        network_id=task.network_id,
        project_id=task.project_id,
        subject_id=task.subject_id,
        assignee_id=task.assignee_id,
        reason=task.reason,
        title=task.title,
        due_on=due_on,
        link=task.link,
        comment=task.comment,
        repeats=task.repeats,
    )


def _audit(actor: Actor, verb: str, task: Task) -> None:
    privacy.record(
        actor=actor, verb=verb, network_id=task.network_id, subject_id=task.subject_id, reason=task.reason
    )
