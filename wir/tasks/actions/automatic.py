"""Tasks the house makes by itself, and what a sub-project sets about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.kit.acting import Actor
from wir.privacy import actions as privacy
from wir.tasks import queries, rules
from wir.tasks.actions.doing import add_task
from wir.tasks.models import Task, TaskRule
from wir.tasks.rules import RuleProblem, TaskReason


class CannotSetRule(Exception):
    """The kind of automatic task cannot be set like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[RuleProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def remind(
    *,
    place: tuple[UUID, UUID],
    subject_id: UUID | None,
    assignee_id: UUID | None,
    reason: TaskReason,
    title: str,
    due_on: date,
    link: str,
    actor: Actor,
) -> Task | None:
    """Make an automatic task as ``add_task`` does, as early as the sub-project wants; None where it wants none."""
    rule = queries.rule_for(actor, place[1], reason)
    if not rule.is_on:
        return None
    return add_task(
        place=place,
        subject_id=subject_id,
        assignee_id=assignee_id,
        reason=reason,
        title=title,
        due_on=due_on,
        link=link,
        remind_on=rule.shows_on(due_on) if rule.days else None,
        actor=actor,
    )


@transaction.atomic
def set_rule(
    *, place: tuple[UUID, UUID], reason: TaskReason, is_on: bool, days: int, may_set: bool, actor: Actor
) -> TaskRule:
    """Switch a kind of automatic task on or off in a sub-project, and say how early it shows itself.

    It holds for tasks made from now on. ``may_set`` is whether the actor answers for the sub-project, which apps above
    know. Raises CannotSetRule, and writes nothing, when a rule stands in the way.
    """
    problems = rules.obstacles_to_rule(reason=reason, is_on=is_on, days=days)
    problems += [] if may_set else [RuleProblem.NOT_YOURS]
    if problems:
        raise CannotSetRule(problems)
    rule = TaskRule.objects.create(
        network_id=place[0],
        project_id=place[1],
        reason=reason.value,
        is_on=is_on,
        days=days,
        set_by_id=actor.id,
    )
    privacy.record(
        actor=actor,
        verb="tasks.rule_set",
        network_id=rule.network_id,
        reason=rule.reason,
        on="yes" if is_on else "no",
        days=str(days),
    )
    return rule
