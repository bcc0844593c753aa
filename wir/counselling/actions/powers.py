"""Powers and releases are prepared, signed and taken back; guardians named; legal questions asked and answered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from wir.counselling import queries
from wir.counselling.models import Guardian, LegalQuestion, Power
from wir.counselling.rules import Topic
from wir.counselling.rules.powers import (
    GuardianKind,
    PowerKind,
    PowerProblem,
    Signer,
    obstacles_to_power,
    obstacles_to_revoking,
    obstacles_to_signing,
    signers_needed,
)
from wir.directory import actions as directory
from wir.directory.rules import kind_of_authority
from wir.kit.acting import Actor
from wir.people.models import Person
from wir.privacy import actions as privacy
from wir.tasks import actions as tasks
from wir.tasks import queries as known_tasks
from wir.tasks.rules import TaskReason

AN_ANSWER_TAKES = timedelta(days=7)


class CannotEmpower(Exception):
    """Nothing is written down like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[PowerProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def prepare_power(
    *,
    person: Person,
    kind: PowerKind,
    body: str,
    topics: Collection[Topic],
    language: str,
    until_on: date,
    today: date,
    actor: Actor,
) -> Power:
    """Write down what is to be signed, so that it can be printed; it opens nothing before it is signed.

    Raises CannotEmpower, and writes nothing, when a rule stands in the way.
    """
    _refuse(
        [
            *_without_consent(person, today),
            *obstacles_to_power(body=body, topics=topics, until_on=until_on, today=today),
        ]
    )
    organisation = directory.find_or_add_organisation(
        name=body, kind=kind_of_authority(body), postcode="", place="", actor=actor
    )
    power = Power.objects.create(
        **person.place(),
        person=person,
        kind=kind.value,
        body=organisation,
        topics=sorted(topic.value for topic in set(topics)),
        language=language,
        until_on=until_on,
    )
    _audit(actor, "counselling.power_prepared", power)
    return power


@transaction.atomic
def sign_power(
    *,
    power: Power,
    signed_on: date,
    signed_by: Collection[Signer],
    scan_id: UUID | None,
    today: date,
    actor: Actor,
) -> Power:
    """Put down who signed it on which day, with the document that shows it.

    Raises CannotEmpower, and writes nothing, when somebody's signature is missing or a day is not possible.
    """
    power = Power.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=power.pk)
    birth_date = power.person.identity.birth_date
    signers = frozenset(signed_by)
    _refuse(
        [
            *_without_consent(power.person, today),
            *obstacles_to_signing(
                signed_on=signed_on,
                until_on=power.until_on,
                signed_by=signers,
                needed=signers_needed(birth_date, signed_on),
                has_guardian=queries.guardian_on(actor, power.person_id, signed_on) is not None,
                already_signed=power.signed_on is not None,
                today=today,
            ),
        ]
    )
    power.signed_on, power.scan_id = signed_on, scan_id
    power.signed_by = sorted(signer.value for signer in signers)
    power.save()
    _audit(actor, "counselling.power_signed", power)
    return power


@transaction.atomic
def revoke_power(*, power: Power, revoked_on: date, today: date, actor: Actor) -> Power:
    """Put down that the person took it back; from that day on nobody speaks on its ground.

    Works without consent to counselling: taking back is always possible.

    Raises CannotEmpower, and writes nothing, when it was not signed, or taken back before.
    """
    power = Power.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=power.pk)
    _refuse(
        obstacles_to_revoking(
            revoked_on=revoked_on,
            signed_on=power.signed_on,
            already_revoked=power.revoked_on is not None,
            today=today,
        )
    )
    power.revoked_on = revoked_on
    power.save()
    _audit(actor, "counselling.power_revoked", power)
    return power


@transaction.atomic
def name_guardian(
    *,
    person: Person,
    kind: GuardianKind,
    name: str,
    reach: str,
    document_id: UUID | None,
    from_on: date,
    until_on: date | None,
    today: date,
    actor: Actor,
) -> Guardian:
    """Put down who decides for a person under age, and which document says so.

    Raises CannotEmpower, and writes nothing, without a name or with an end before the start.
    """
    problems = _without_consent(person, today)
    if not name.strip():
        problems.append(PowerProblem.NAME_MISSING)
    if until_on is not None and until_on <= from_on:
        problems.append(PowerProblem.END_NOT_AFTER_START)
    _refuse(problems)
    guardian = Guardian.objects.create(
        **person.place(),
        person=person,
        kind=kind.value,
        name=name.strip(),
        reach=reach.strip(),
        document_id=document_id,
        from_on=from_on,
        until_on=until_on,
    )
    _audit(actor, "counselling.guardian_named", guardian)
    return guardian


@transaction.atomic
def ask_legal_question(
    *, person: Person, question: str, put_to: str, today: date, actor: Actor
) -> LegalQuestion:
    """Put a legal question of the case to the qualified person; a task waits for the answer.

    Raises CannotEmpower, and writes nothing, without question or addressee.
    """
    problems = _without_consent(person, today)
    if not question.strip():
        problems.append(PowerProblem.QUESTION_MISSING)
    if not put_to.strip():
        problems.append(PowerProblem.NAME_MISSING)
    _refuse(problems)
    task = tasks.add_task(
        place=(person.network_id, person.project_id),
        subject_id=person.pk,
        assignee_id=actor.id,
        reason=TaskReason.LEGAL_QUESTION,
        title="",
        due_on=today + AN_ANSWER_TAKES,
        link=reverse("counselling:powers", args=[person.pk]),
        actor=actor,
    )
    asked = LegalQuestion.objects.create(
        **person.place(),
        person=person,
        asked_by=actor.id,
        asked_on=today,
        put_to=put_to.strip(),
        question=question.strip(),
        task_id=task.pk,
    )
    _audit(actor, "counselling.legal_question_asked", asked)
    return asked


@transaction.atomic
def answer_legal_question(*, asked: LegalQuestion, answer: str, today: date, actor: Actor) -> LegalQuestion:
    """Put down what the qualified person answered.

    Raises CannotEmpower, and writes nothing, without an answer or when there is one.
    """
    asked = LegalQuestion.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=asked.pk)
    problems = _without_consent(asked.person, today)
    if not answer.strip():
        problems.append(PowerProblem.ANSWER_MISSING)
    if asked.answered_on is not None:
        problems.append(PowerProblem.ALREADY_ANSWERED)
    _refuse(problems)
    asked.answer, asked.answered_on = answer.strip(), today
    asked.save(update_fields=["answer", "answered_on"])
    task = known_tasks.task_or_none(actor, asked.task_id) if asked.task_id else None
    if task and task.done_on is None:
        tasks.finish_task(task=task, done_on=today, actor=actor)
    _audit(actor, "counselling.legal_question_answered", asked)
    return asked


def _without_consent(person: Person, today: date) -> list[PowerProblem]:
    return [PowerProblem.NO_CONSENT] if queries.is_stopped(person, today) else []


def _refuse(problems: Sequence[PowerProblem]) -> None:
    if problems:
        raise CannotEmpower(problems)


def _audit(actor: Actor, verb: str, row: Power | Guardian | LegalQuestion) -> None:
    privacy.record(actor=actor, verb=verb, network_id=row.network_id, subject_id=row.person_id)
