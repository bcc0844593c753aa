"""Which tasks arise by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from wir.kit.acting import Actor
from wir.network import queries as known_network
from wir.network.models import Project
from wir.tasks import actions as tasks
from wir.tasks.models import TaskRule
from wir.tasks.rules import Rule, TaskReason


@transaction.atomic
def set_task_rules(
    *, project: Project, rules: Mapping[TaskReason, Rule], today: date, actor: Actor
) -> list[TaskRule]:
    """Set kinds of automatic tasks in a sub-project, as its head or as coordination.

    Raises CannotSetRule, and writes nothing, when a rule stands in the way.
    """
    may_set = known_network.answers_for(actor, project, today)
    return [
        tasks.set_rule(
            place=(project.network_id, project.pk),
            reason=reason,
            is_on=rule.is_on,
            days=rule.days,
            may_set=may_set,
            actor=actor,
        )
        for reason, rule in rules.items()
    ]
