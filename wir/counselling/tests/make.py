"""Builders for tests that need contacts and plans; they go through the real actions."""

from __future__ import annotations

from datetime import date

from tests.cast import TODAY
from wir.accounts.models import User
from wir.counselling.actions import add_step, agree_goal, record_contact
from wir.counselling.models import Contact, Goal, Step
from wir.counselling.rules import ContactMode, Stage, Topic
from wir.kit.acting import acting
from wir.network.queries import actor_for
from wir.people.models import Person


def make_contact(
    person: Person,
    by: User,
    *,
    on: date = date(2026, 4, 1),
    minutes: int = 45,
    note: str = "",
    topics: tuple[Topic, ...] = (Topic.JOB_SEARCH,),
) -> Contact:
    """Let somebody put down a conversation in person."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        return record_contact(
            person=person,
            on=on,
            minutes=minutes,
            mode=ContactMode.IN_PERSON,
            language="tr",
            interpreter=False,
            topics=topics,
            note=note,
            today=TODAY,
            actor=actor,
        )


def make_goal(person: Person, by: User, *, title: str = "Work as an electrician") -> Goal:
    """Let somebody agree on a goal with the person."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        return agree_goal(
            person=person,
            title=title,
            stage=Stage.PLACEMENT,
            agreed_on=date(2026, 4, 1),
            today=TODAY,
            actor=actor,
        )


def make_step(
    goal: Goal, by: User, *, title: str = "Write to two firms", due_on: date | None = date(2026, 12, 1)
) -> Step:
    """Let somebody add a step to the goal."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        return add_step(goal=goal, title=title, due_on=due_on, today=TODAY, actor=actor)
