"""What pages ask about the plan."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch

from wir.counselling.models import Goal, GoalQuerySet, Step
from wir.kit.acting import Actor


def goals_of(actor: Actor, person_id: UUID) -> GoalQuerySet:
    """Return a person's goals with their steps, open ones first, then by the day they were agreed."""
    steps = Step.objects.visible_to(actor).order_by("done_on", "due_on", "id")
    return (
        Goal.objects.visible_to(actor)
        .filter(person_id=person_id)
        .prefetch_related(Prefetch("steps", queryset=steps))
        .order_by("-reached_on", "agreed_on", "id")
    )


def goal_or_none(actor: Actor, person_id: UUID, goal_id: UUID) -> Goal | None:
    """Return one goal of the person."""
    return Goal.objects.visible_to(actor).filter(person_id=person_id, pk=goal_id).first()


def step_or_none(actor: Actor, person_id: UUID, step_id: UUID) -> Step | None:
    """Return one step of the person's plan, with its goal."""
    steps = Step.objects.visible_to(actor).filter(person_id=person_id, pk=step_id)
    return steps.select_related("goal").first()
