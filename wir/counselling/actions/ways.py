"""A frequent way becomes a plan, a plan becomes a way of the network, and a plan is agreed with its person."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from wir.counselling import queries
from wir.counselling.actions.plan import CannotPlan, add_step, agree_goal
from wir.counselling.models import Goal, NetworkWay, PlanAgreement
from wir.counselling.rules import PlanProblem
from wir.counselling.rules.ways import Anchor, Way, due_on
from wir.kit.acting import Actor
from wir.people.models import Person
from wir.privacy import actions as privacy
from wir.privacy.rules import ConsentWay


@transaction.atomic
def use_way(*, person: Person, way: Way, today: date, actor: Actor) -> Goal:
    """Turn a way into a goal with steps, their days counted from the facts of the person.

    Raises CannotPlan, and writes nothing, when a rule stands in the way.
    """
    goal = agree_goal(
        person=person,
        title=way.title,
        stage=way.stage,
        agreed_on=today,
        way=way.code,
        today=today,
        actor=actor,
    )
    facts = queries.way_facts_of(actor, person, today)
    for step in way.steps:
        add_step(
            goal=goal,
            title=step.title,
            due_on=due_on(step, facts),
            owner=step.owner,
            evidence=step.evidence,
            today=today,
            actor=actor,
        )
    return goal


@transaction.atomic
def keep_way(*, goal: Goal, title: str, actor: Actor) -> NetworkWay:
    """Keep a goal and its steps as a way of the network, days counted from the day it was agreed on.

    ``title`` is typed anew: a goal in a person's words belongs to that person.

    Raises CannotPlan, and writes nothing, without title or steps or when there is a way of that title.
    """
    title = title.strip()
    steps = list(goal.steps.order_by("due_on", "id"))
    problems = []
    if not title:
        problems.append(PlanProblem.TITLE_MISSING)
    if not steps:
        problems.append(PlanProblem.NO_STEPS)
    if NetworkWay.objects.visible_to(actor).filter(network_id=goal.network_id, title=title).exists():
        problems.append(PlanProblem.WAY_EXISTS)
    if problems:
        raise CannotPlan(problems)
    way = NetworkWay.objects.create(
        network_id=goal.network_id,
        title=title,
        stage=goal.stage,
        steps=[
            {
                "title": step.title,
                "owner": step.owner,
                "from": Anchor.START.value,
                "days": max((step.due_on - goal.agreed_on).days, 0) if step.due_on else 0,
                "evidence": step.evidence,
            }
            for step in steps
        ],
    )
    privacy.record(actor=actor, verb="counselling.way_kept", network_id=goal.network_id)
    return way


@transaction.atomic
def agree_plan(
    *,
    person: Person,
    agreed_on: date,
    way: ConsentWay,
    language: str,
    scan_id: UUID | None,
    today: date,
    actor: Actor,
) -> PlanAgreement:
    """Put down that the person agreed to the plan as it stands, on paper or on the screen.

    Raises CannotPlan, and writes nothing, without an open goal or when the day lies in the future.
    """
    problems = [PlanProblem.NO_CONSENT] if queries.is_stopped(person, today) else []
    if agreed_on > today:
        problems.append(PlanProblem.IN_FUTURE)
    if not queries.goals_of(actor, person.pk).filter(reached_on=None).exists():
        problems.append(PlanProblem.NOTHING_PLANNED)
    if problems:
        raise CannotPlan(problems)
    agreement = PlanAgreement.objects.create(
        **person.place(),
        person=person,
        agreed_on=agreed_on,
        way=way.value,
        language=language,
        scan_id=scan_id,
    )
    privacy.record(
        actor=actor,
        verb="counselling.plan_agreed",
        network_id=person.network_id,
        subject_id=person.pk,
        way=way.value,
    )
    return agreement
