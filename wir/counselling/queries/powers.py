"""With whom we may speak about a person, and on what ground."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from wir.counselling.models import (
    Guardian,
    GuardianQuerySet,
    LegalQuestion,
    LegalQuestionQuerySet,
    Power,
    PowerQuerySet,
)
from wir.counselling.rules import Topic
from wir.counselling.rules.powers import MaySpeak, PowerState, may_speak, state_of
from wir.kit.acting import Actor
from wir.people.models import Person


def powers_of(actor: Actor, person_id: UUID) -> PowerQuerySet:
    """Return a person's powers and releases, the latest first."""
    powers = Power.objects.visible_to(actor).filter(person_id=person_id)
    return powers.select_related("body").order_by("-id")


def power_or_none(actor: Actor, person_id: UUID, power_id: UUID) -> Power | None:
    """Return one power or release of the person."""
    return powers_of(actor, person_id).filter(pk=power_id).first()


def may_we_speak(actor: Actor, person: Person, *, body_id: UUID, topic: Topic, day: date) -> MaySpeak:
    """Return whether somebody of the team may call or write to the body about this topic on the day.

    Every call, letter and referral asks this first.
    """
    facts = [power.facts() for power in powers_of(actor, person.pk).filter(body_id=body_id)]
    return may_speak(facts, body_id=body_id, topic=topic, birth_date=person.identity.birth_date, day=day)


def speaking_partners(actor: Actor, person: Person, day: date) -> list[Power]:
    """Return the powers and releases on whose ground somebody may speak on the day."""
    birth_date = person.identity.birth_date
    return [
        power
        for power in powers_of(actor, person.pk)
        if state_of(power.facts(), birth_date=birth_date, day=day) is PowerState.VALID
    ]


def guardians_of(actor: Actor, person_id: UUID) -> GuardianQuerySet:
    """Return who decided and decides for the person, the latest first."""
    return Guardian.objects.visible_to(actor).filter(person_id=person_id).order_by("-from_on", "-id")


def guardian_on(actor: Actor, person_id: UUID, day: date) -> Guardian | None:
    """Return who decides for the person on the day, if anybody does."""
    return guardians_of(actor, person_id).in_force(day).first()


def legal_questions_of(actor: Actor, person_id: UUID) -> LegalQuestionQuerySet:
    """Return the legal questions of a case, open ones first."""
    questions = LegalQuestion.objects.visible_to(actor).filter(person_id=person_id)
    return questions.order_by("-answered_on", "-id")


def legal_question_or_none(actor: Actor, person_id: UUID, question_id: UUID) -> LegalQuestion | None:
    """Return one legal question of the case."""
    return legal_questions_of(actor, person_id).filter(pk=question_id).first()
