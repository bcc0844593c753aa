"""Questionnaires that are wanted now, for "My day"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q, QuerySet

from wir.counselling.models import Stay
from wir.kit.calendar import add_months
from wir.kit.compiled import compiled
from wir.monitoring.rules.answers import Question
from wir.monitoring.rules.profiles import EC
from wir.people.queries import names_of

if TYPE_CHECKING:
    from wir.kit.acting import Actor

_EXITED = Q(exited_on__isnull=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A questionnaire that is wanted of a person, and the day since or until which."""

    question: Question
    person_id: UUID
    name: str
    due_on: date


def wanted_answers(actor: Actor, *, limit: int) -> list[Wanted]:
    """Return what is wanted of the people the actor advises, most recent stays first, with two queries.

    Entry data of open stays; of ended ones the status after leaving and the answer after six months.
    """
    found = _asked(actor, limit=limit)
    names = names_of(actor, [person_id for person_id, *_ in found]) if found else {}
    wanted: dict[UUID, Wanted] = {}
    for person_id, entered, exited, asks in found:
        question = Question(asks)
        one = Wanted(question, person_id, names.get(person_id, ""), _due_on(question, entered, exited))
        wanted.setdefault(person_id, one)  # of several stays the latest
    return list(wanted.values())


@compiled
def _asked(actor: Actor, *, limit: int) -> QuerySet[Stay, tuple[Any, ...]]:
    return (
        Stay.objects.visible_to(actor)
        .filter(advisor_id=actor.id, participant__participation__asks__in=[one.value for one in Question])
        .filter(
            Q(participant__participation__asks=Question.ENTRY.value, exited_on=None)
            | Q(participant__participation__asks__in=[Question.EXIT.value, Question.FOLLOW_UP.value])
            & _EXITED
        )
        .order_by("-entered_on")
        .values_list("person_id", "entered_on", "exited_on", "participant__participation__asks")[:limit]
    )


def _due_on(question: Question, entered_on: date, exited_on: date | None) -> date:
    if exited_on is None or question is Question.ENTRY:
        return entered_on
    if question is Question.EXIT:
        return exited_on + timedelta(days=EC.window_days)
    return add_months(exited_on, EC.follow_up_months)
