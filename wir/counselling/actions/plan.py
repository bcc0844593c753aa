"""The plan grows: goals are agreed, steps added, finished, goals reached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from wir.counselling import queries, rules
from wir.counselling.models import Goal, Step
from wir.counselling.rules import PlanProblem, Stage
from wir.counselling.rules.ways import Owner
from wir.kit.acting import Actor
from wir.people.models import Person
from wir.privacy import actions as privacy
from wir.tasks import actions as tasks
from wir.tasks import queries as known_tasks
from wir.tasks.rules import TaskReason


class CannotPlan(Exception):
    """The plan cannot be changed like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[PlanProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def agree_goal(
    *, person: Person, title: str, stage: Stage, agreed_on: date, today: date, actor: Actor, way: str = ""
) -> Goal:
    """Put down a goal that both sides agreed on; ``way`` is the code of the way it is made from.

    Raises CannotPlan, and writes nothing, when a rule stands in the way.
    """
    _refuse(
        [
            *_without_consent(person, today),
            *rules.obstacles_to_goal(title=title, agreed_on=agreed_on, today=today),
        ]
    )
    goal = Goal.objects.create(
        **person.place(), person=person, title=title.strip(), stage=stage.value, agreed_on=agreed_on, way=way
    )
    _audit(actor, "counselling.goal_agreed", goal)
    return goal


@transaction.atomic
def add_step(
    *,
    goal: Goal,
    title: str,
    due_on: date | None,
    today: date,
    actor: Actor,
    owner: Owner = Owner.PERSON,
    evidence: str = "",
) -> Step:
    """Add a step towards a goal; with a day it becomes a task of whoever plans it.

    Raises CannotPlan, and writes nothing, when a rule stands in the way.
    """
    goal = Goal.objects.visible_to(actor).select_for_update().get(pk=goal.pk)
    _refuse(
        [
            *_without_consent(goal.person, today),
            *rules.obstacles_to_step(
                title=title, due_on=due_on, today=today, goal_reached=goal.reached_on is not None
            ),
        ]
    )
    step = Step(
        **goal.place(),
        person_id=goal.person_id,
        goal=goal,
        title=title.strip(),
        due_on=due_on,
        owner=owner.value,
        evidence=evidence.strip(),
    )
    if due_on:
        step.task_id = _remind(goal, step.title, due_on, actor)
    step.save(force_insert=True)
    _audit(actor, "counselling.step_added", goal)
    return step


def _remind(goal: Goal, title: str, due_on: date, actor: Actor) -> UUID | None:
    stay = None if actor.id else queries.open_stay_of(actor, goal.person_id)
    task = tasks.remind(
        place=(goal.network_id, goal.project_id),
        subject_id=goal.person_id,
        assignee_id=stay.advisor_id if stay else actor.id,
        reason=TaskReason.STEP,
        title=title,
        due_on=due_on,
        link=reverse("counselling:plan", args=[goal.person_id]),
        actor=actor,
    )
    return task.pk if task else None


@transaction.atomic
def finish_step(*, step: Step, done_on: date, today: date, actor: Actor) -> Step:
    """Tick a step off, and its task with it.

    Raises CannotPlan, and writes nothing, when a rule stands in the way.
    """
    step = Step.objects.visible_to(actor).select_for_update().get(pk=step.pk)
    already_done = step.done_on is not None
    _refuse(
        [
            *_without_consent(step.person, today),
            *rules.obstacles_to_finishing(done_on=done_on, today=today, already_done=already_done),
        ]
    )
    step.done_on = done_on
    step.save(update_fields=["done_on"])
    _finish_task_of(step, done_on, actor)
    _audit(actor, "counselling.step_finished", step)
    return step


@transaction.atomic
def reach_goal(*, goal: Goal, reached_on: date, today: date, actor: Actor) -> Goal:
    """Call a goal reached; its open steps stay as they are, their tasks are no longer asked for.

    Raises CannotPlan, and writes nothing, when a rule stands in the way.
    """
    goal = Goal.objects.visible_to(actor).select_for_update().get(pk=goal.pk)
    _refuse(
        [
            *_without_consent(goal.person, today),
            *rules.obstacles_to_reaching(
                reached_on=reached_on,
                agreed_on=goal.agreed_on,
                today=today,
                already_reached=goal.reached_on is not None,
            ),
        ]
    )
    goal.reached_on = reached_on
    goal.save(update_fields=["reached_on"])
    for step in goal.steps.filter(done_on=None):
        _finish_task_of(step, reached_on, actor)
    _audit(actor, "counselling.goal_reached", goal)
    return goal


@transaction.atomic
def follow_task(*, task_id: UUID, done_on: date | None, actor: Actor) -> int:
    """Let the step follow its task, finished or opened again in the list of tasks; return how many steps did."""
    steps = Step.objects.visible_to(actor).filter(task_id=task_id, goal__reached_on=None)
    changing = steps.filter(done_on=None) if done_on else steps.exclude(done_on=None)
    return changing.update(done_on=done_on)


def _finish_task_of(step: Step, done_on: date, actor: Actor) -> None:
    task = known_tasks.task_or_none(actor, step.task_id) if step.task_id else None
    if task and task.done_on is None:
        tasks.finish_task(task=task, done_on=done_on, actor=actor)


def _without_consent(person: Person, today: date) -> list[PlanProblem]:
    return [PlanProblem.NO_CONSENT] if queries.is_stopped(person, today) else []


def _refuse(problems: Sequence[PlanProblem]) -> None:
    if problems:
        raise CannotPlan(problems)


def _audit(actor: Actor, verb: str, row: Goal | Step) -> None:
    privacy.record(actor=actor, verb=verb, network_id=row.network_id, subject_id=row.person_id)
