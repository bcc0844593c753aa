"""Several people are spoken with at once; each gets a contact of their own, all of them or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from wir.counselling import queries
from wir.counselling.actions.contacts import record_contact
from wir.counselling.models import GroupSession
from wir.counselling.rules import ContactMode, Topic
from wir.counselling.rules.groups import GroupProblem, obstacles_to_group
from wir.kit.acting import Actor
from wir.network.models import Project
from wir.people.models import Person
from wir.privacy import actions as privacy


class CannotHold(Exception):
    """The conversation cannot be put down like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[GroupProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """A conversation with several people: what it was, who came, and who was expected and did not come."""

    title: str
    on: date
    minutes: int
    mode: ContactMode
    language: str
    interpreter: bool
    topics: Iterable[Topic]
    came: Sequence[Person]
    missed: Sequence[Person]


@transaction.atomic
def hold_group(*, project: Project, gathering: Gathering, today: date, actor: Actor) -> GroupSession:
    """Put a conversation with several people down, in the file of each; nobody's file names the others.

    Of somebody who took the consent back, day, minutes and mode alone are kept. Raises CannotHold, and writes nothing
    in any file, when a rule stands in the way.
    """
    title = gathering.title.strip()
    problems = obstacles_to_group(
        title=title,
        on=gathering.on,
        minutes=gathering.minutes,
        came=[one.pk for one in gathering.came],
        missed=[one.pk for one in gathering.missed],
        at_work=project.pk in actor.projects and actor.id is not None,
        today=today,
    )
    if problems or actor.id is None:
        raise CannotHold(problems)
    session = GroupSession.objects.create(
        network_id=project.network_id,
        carrier_id=project.carrier_id,
        project=project,
        title=title,
        by_id=actor.id,
        on=gathering.on,
        minutes=gathering.minutes,
        mode=gathering.mode.value,
    )
    topics = list(gathering.topics)
    for person in (*gathering.came, *gathering.missed):
        _record(person, session, gathering, topics, today=today, actor=actor)
    privacy.record(
        actor=actor,
        verb="counselling.group_held",
        network_id=project.network_id,
        session=str(session.pk),
        people=len(gathering.came),
    )
    return session


def _record(
    person: Person,
    session: GroupSession,
    gathering: Gathering,
    topics: list[Topic],
    *,
    today: date,
    actor: Actor,
) -> None:
    came = person in gathering.came
    record_contact(
        person=person,
        on=gathering.on,
        minutes=gathering.minutes if came else 0,
        mode=gathering.mode,
        language=gathering.language,
        interpreter=gathering.interpreter,
        topics=[] if queries.is_stopped(person, today) else topics,
        note="",
        came=came,
        session=session,
        today=today,
        actor=actor,
    )
