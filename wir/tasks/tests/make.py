"""Builders for tests that need tasks."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from wir.accounts.models import User
from wir.kit.acting import Actor, ActorKind, acting
from wir.kit.ids import new_id
from wir.tasks.actions import add_task
from wir.tasks.models import Task
from wir.tasks.rules import TaskReason

PLACE = (new_id(), new_id())
"""A network and a sub-project; tasks know them by id alone."""


def worker(user: User, place: tuple[UUID, UUID] = PLACE) -> Actor:
    """Return somebody who works in the sub-project."""
    return Actor(kind=ActorKind.USER, id=user.pk, networks=place[:1], projects=place[1:])


def make_task(
    user: User,
    *,
    place: tuple[UUID, UUID] = PLACE,
    title: str = "Call the school",
    reason: TaskReason = TaskReason.OWN,
    due_on: date = date(2026, 12, 1),
    link: str = "",
    subject_id: UUID | None = None,
    shared: bool = False,
) -> Task:
    """Let somebody make a task for themselves, or for anyone there."""
    actor = worker(user, place)
    with acting(actor):
        return add_task(
            place=place,
            subject_id=subject_id,
            assignee_id=None if shared else user.pk,
            reason=reason,
            title=title,
            due_on=due_on,
            link=link,
            actor=actor,
        )
