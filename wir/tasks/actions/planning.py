"""A task is given to somebody else, moved, commented on, or put off with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.kit.acting import Actor
from wir.privacy import actions as privacy
from wir.tasks import queries, rules
from wir.tasks.models import Task
from wir.tasks.rules import Repeat, TaskProblem, TaskReason


class CannotChangeTask(Exception):
    """The task cannot be changed or put off like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[TaskProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a task is to be: in whose hands, by when, how often; without assignee it is everybody's there."""

    title: str
    due_on: date
    assignee_id: UUID | None
    repeats: Repeat | None
    comment: str


@transaction.atomic
def change_task(*, task: Task, plan: Plan, today: date, actor: Actor) -> Task:
    """Write down how an open task is to go on; a machine's task keeps its words and its day.

    Raises CannotChangeTask, and writes nothing, when a rule stands in the way.
    """
    task = Task.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=task.pk)
    own = task.reason == TaskReason.OWN  # a step is changed in its plan
    colleagues = queries.colleagues_of(actor, task.project_id, today)
    checks = {
        TaskProblem.ALREADY_DONE: task.done_on is not None,
        TaskProblem.TITLE_MISSING: own and not plan.title.strip(),
        TaskProblem.NOT_A_COLLEAGUE: plan.assignee_id not in {None, task.assignee_id, *colleagues},
    }
    problems = [problem for problem, holds in checks.items() if holds]
    if problems:
        raise CannotChangeTask(problems)
    task.assignee_id, task.comment = plan.assignee_id, plan.comment.strip()
    if own:
        moved = task.due_on != plan.due_on
        task.title, task.due_on = plan.title.strip(), plan.due_on
        task.repeats = plan.repeats.value if plan.repeats else ""
        if moved:
            task.remind_on, task.put_off_because = None, ""
    task.save()
    _audit(actor, "tasks.task_changed", task)
    return task


@transaction.atomic
def put_off(*, task: Task, until: date, why: str, today: date, actor: Actor) -> Task:
    """Show a task only from a later day on; it stays in the list of what was put off, with the reason.

    Raises CannotChangeTask, and writes nothing, when a rule stands in the way.
    """
    task = Task.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=task.pk)
    why = why.strip()
    problems = rules.obstacles_to_putting_off(
        reason=TaskReason(task.reason),
        due_on=task.due_on,
        done=task.done_on is not None,
        until=until,
        why=why,
        today=today,
    )
    if problems:
        raise CannotChangeTask(problems)
    task.remind_on, task.put_off_because = until, why
    task.save(update_fields=["remind_on", "put_off_because"])
    _audit(actor, "tasks.task_put_off", task)
    return task


@transaction.atomic
def note_for_later(
    *,
    place: tuple[UUID, UUID],
    subject_id: UUID,
    reason: TaskReason,
    until: date,
    why: str,
    link: str,
    today: date,
    actor: Actor,
) -> Task:
    """Put off what the house noticed about a person (a paper that ends, silence): it comes back as a task of that day.

    Raises CannotChangeTask, and writes nothing, when a rule stands in the way.
    """
    why = why.strip()
    problems = rules.obstacles_to_putting_off(
        reason=reason, due_on=until, done=False, until=until, why=why, today=today
    )
    if problems:
        raise CannotChangeTask(problems)
    task = Task.objects.create(
        network_id=place[0],
        project_id=place[1],
        subject_id=subject_id,
        assignee_id=actor.id,
        reason=reason.value,
        title="",
        due_on=until,
        remind_on=until,
        put_off_because=why,
        link=link,
    )
    _audit(actor, "tasks.task_put_off", task)
    return task


@transaction.atomic
def pass_on(*, subject_id: UUID, giver_id: UUID, taker_id: UUID, actor: Actor) -> int:
    """Give somebody's open tasks about a person to who looks after them now; returns how many.

    It is part of a change that leaves its own line in the trail.
    """
    tasks = Task.objects.visible_to(actor).open().filter(subject_id=subject_id, assignee_id=giver_id)
    return tasks.update(assignee_id=taker_id)


def _audit(actor: Actor, verb: str, task: Task) -> None:
    privacy.record(
        actor=actor, verb=verb, network_id=task.network_id, subject_id=task.subject_id, reason=task.reason
    )
