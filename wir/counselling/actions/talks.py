"""Conversations about needs: begun, saved phase by phase on any device, finished, held again later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from wir.counselling import queries
from wir.counselling.models import NeedsTalk
from wir.counselling.rules.guide import CURRENT, HIGHEST, TalkProblem, guide
from wir.kit.acting import Actor
from wir.people.models import Person
from wir.privacy import actions as privacy


class CannotTalk(Exception):
    """The conversation cannot be begun, saved or finished like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[TalkProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def begin_talk(*, person: Person, today: date, actor: Actor) -> NeedsTalk:
    """Begin a conversation by the current guide; it starts from the answers of the one before.

    Raises CannotTalk, and writes nothing, outside the case team or while one is open.
    """
    problems = [*_obstacles(person, today, actor)]
    before = queries.last_talk_of(actor, person.pk)
    if before is not None and before.finished_on is None:
        problems.append(TalkProblem.ALREADY_OPEN)
    _refuse(problems)
    talk = NeedsTalk.objects.create(
        **person.place(),
        person=person,
        guide=CURRENT,
        begun_on=today,
        by_id=actor.id,
        answers=before.answers if before else {},
        scales=before.scales if before else {},
    )
    _audit(actor, "counselling.talk_begun", talk)
    return talk


@transaction.atomic
def save_phase(
    *, talk: NeedsTalk, answers: Mapping[str, str], scales: Mapping[str, int], today: date, actor: Actor
) -> NeedsTalk:
    """Keep the answers of a phase; an empty answer takes the one before back, others stay as they are.

    Raises CannotTalk, and writes nothing, when it is finished or a code is not one of the guide.
    """
    talk = _locked(talk, actor)
    problems = [*_obstacles(talk.person, today, actor), *_finished(talk)]
    if not _known(talk, answers, scales):
        problems.append(TalkProblem.UNKNOWN)
    _refuse(problems)
    kept = {**talk.answers, **{code: text.strip() for code, text in answers.items()}}
    talk.answers = {code: text for code, text in kept.items() if text}
    talk.scales = {**talk.scales, **scales}
    talk.save()
    _audit(actor, "counselling.talk_saved", talk)
    return talk


@transaction.atomic
def finish_talk(*, talk: NeedsTalk, today: date, actor: Actor) -> NeedsTalk:
    """Finish a conversation; it can be read and compared, no longer changed.

    Raises CannotTalk, and writes nothing, when it was finished before.
    """
    talk = _locked(talk, actor)
    _refuse([*_obstacles(talk.person, today, actor), *_finished(talk)])
    talk.finished_on = today
    talk.save(update_fields=["finished_on"])
    _audit(actor, "counselling.talk_finished", talk)
    return talk


def _locked(talk: NeedsTalk, actor: Actor) -> NeedsTalk:
    return NeedsTalk.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=talk.pk)


def _known(talk: NeedsTalk, answers: Mapping[str, str], scales: Mapping[str, int]) -> bool:
    edition = guide(talk.guide)
    questions = {question.code for phase in edition.phases for question in phase.questions}
    judged = {scale.code for scale in edition.scales}
    return (
        set(answers) <= questions
        and set(scales) <= judged
        and all(0 <= value <= HIGHEST for value in scales.values())
    )


def _finished(talk: NeedsTalk) -> list[TalkProblem]:
    return [TalkProblem.FINISHED] if talk.finished_on else []


def _obstacles(person: Person, today: date, actor: Actor) -> list[TalkProblem]:
    problems = [] if person.pk in actor.team else [TalkProblem.NOT_IN_TEAM]
    return [*problems, TalkProblem.NO_CONSENT] if queries.is_stopped(person, today) else problems


def _refuse(problems: Sequence[TalkProblem]) -> None:
    if problems:
        raise CannotTalk(problems)


def _audit(actor: Actor, verb: str, talk: NeedsTalk) -> None:
    privacy.record(actor=actor, verb=verb, network_id=talk.network_id, subject_id=talk.person_id)
