"""People say yes, no, and take a yes back; what they were informed about is put down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.kit import events
from wir.kit.acting import Actor
from wir.privacy import rules
from wir.privacy.actions.retention import order_erasure
from wir.privacy.actions.sharing import withdraw_sharing
from wir.privacy.actions.trail import record
from wir.privacy.events import ConsentGiven, ConsentRefused, ConsentWithdrawn
from wir.privacy.models import Consent, NoticeGiven, SharingConsent
from wir.privacy.rules import TEXT_VERSION, ConsentProblem, ConsentWay, Purpose, RetentionCause


class CannotConsent(Exception):
    """The answer cannot be recorded or taken back like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[ConsentProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def give_consent(
    *,
    network_id: UUID,
    project_id: UUID,
    subject_id: UUID,
    purpose: Purpose,
    given_on: date,
    way: ConsentWay,
    language: str,
    actor: Actor,
    proof: str = "",
    ends_on: date | None = None,
) -> Consent:
    """Record a person's yes; where one is in force for the purpose, that one stays and is returned.

    ``proof`` says where the paper or its scan lies, the name typed on screen, or who witnessed the spoken yes.

    Raises CannotConsent, and writes nothing, for a purpose that rests on law or an end before the start.
    """
    _refuse(rules.obstacles_to_consent(purpose, given_on=given_on, ends_on=ends_on))
    answers = Consent.objects.filter(network_id=network_id, subject_id=subject_id, purpose=purpose.value)
    found = answers.in_force(given_on).filter(withdrawn_on=None).select_for_update().first()
    if found:
        return found
    # the constraint, not this look, keeps two at the same moment from both being written
    consent, fresh = Consent.objects.get_or_create(
        network_id=network_id,
        subject_id=subject_id,
        purpose=purpose.value,
        refused=False,
        withdrawn_on=None,
        ends_on=ends_on,
        given_on=given_on,
        defaults={
            "project_id": project_id,
            "way": way.value,
            "language": language,
            "text_version": TEXT_VERSION,
            "proof": proof.strip(),
            "recorded_by": actor.id,
        },
    )
    if fresh:
        _audit(actor, "privacy.consent_given", consent)
        events.publish(
            ConsentGiven(
                consent_id=consent.pk,
                network_id=network_id,
                project_id=project_id,
                subject_id=subject_id,
                purpose=purpose,
                given_on=given_on,
                actor=actor,
            )
        )
    return consent


@transaction.atomic
def refuse_consent(
    *,
    network_id: UUID,
    project_id: UUID,
    subject_id: UUID,
    purpose: Purpose,
    refused_on: date,
    way: ConsentWay,
    language: str,
    actor: Actor,
    proof: str = "",
) -> Consent:
    """Record a person's no; it has no disadvantage but that this purpose is not pursued.

    Raises CannotConsent, and writes nothing, for a purpose that rests on law, or while a yes is in force: that
    one is withdrawn instead.
    """
    problems = rules.obstacles_to_consent(purpose, given_on=refused_on, ends_on=None)
    answers = Consent.objects.filter(network_id=network_id, subject_id=subject_id, purpose=purpose.value)
    if answers.in_force(refused_on).exists():
        problems.append(ConsentProblem.ALREADY_GIVEN)
    _refuse(problems)
    consent = Consent.objects.create(
        network_id=network_id,
        project_id=project_id,
        subject_id=subject_id,
        purpose=purpose.value,
        refused=True,
        given_on=refused_on,
        way=way.value,
        language=language,
        text_version=TEXT_VERSION,
        proof=proof.strip(),
        recorded_by=actor.id,
    )
    _audit(actor, "privacy.consent_refused", consent)
    events.publish(ConsentRefused(network_id=network_id, subject_id=subject_id, purpose=purpose, actor=actor))
    return consent


@transaction.atomic
def withdraw_consent(
    *, consent: Consent, carrier_id: UUID, withdrawn_on: date, today: date, actor: Actor
) -> Consent:
    """Take a yes back: what rests on it stops now, and its data are ordered to be erased by the file's carrier.

    With the counselling every consent to sharing ends, since nothing may be shared that may not be kept. What rests
    on law (monitoring, funding evidence) stays.

    Raises CannotConsent, and writes nothing, when the yes is not in force or the day is not possible.
    """
    consent = Consent.objects.visible_to(actor).select_for_update().get(pk=consent.pk)
    purpose = Purpose(consent.purpose)
    _refuse(
        rules.obstacles_to_withdrawal(
            state=consent.state_on(today), given_on=consent.given_on, withdrawn_on=withdrawn_on, today=today
        )
    )
    consent.withdrawn_on = withdrawn_on
    consent.save(update_fields=["withdrawn_on"])
    _audit(actor, "privacy.consent_withdrawn", consent)
    order_erasure(
        network_id=consent.network_id,
        carrier_id=carrier_id,
        project_id=consent.project_id,
        subject_id=consent.subject_id,
        purpose=purpose,
        cause=RetentionCause.CONSENT_WITHDRAWN,
        due_on=withdrawn_on,
        today=today,
        actor=actor,
    )
    for sharing in _sharing_that_rests_on(consent, today):
        withdraw_sharing(sharing=sharing, withdrawn_on=today, today=today, actor=actor)
    events.publish(
        ConsentWithdrawn(
            consent_id=consent.pk,
            network_id=consent.network_id,
            project_id=consent.project_id,
            subject_id=consent.subject_id,
            purpose=purpose,
            withdrawn_on=withdrawn_on,
            today=today,
            actor=actor,
        )
    )
    return consent


@transaction.atomic
def hand_over_notice(
    *,
    network_id: UUID,
    project_id: UUID,
    subject_id: UUID,
    purpose: Purpose,
    given_on: date,
    language: str,
    actor: Actor,
) -> NoticeGiven:
    """Record that the person was informed about a purpose (Art. 13 GDPR)."""
    notice = NoticeGiven.objects.create(
        network_id=network_id,
        project_id=project_id,
        subject_id=subject_id,
        purpose=purpose.value,
        given_on=given_on,
        language=language,
        text_version=TEXT_VERSION,
    )
    record(
        actor=actor,
        verb="privacy.notice_given",
        network_id=network_id,
        subject_id=subject_id,
        purpose=purpose,
    )
    return notice


def _sharing_that_rests_on(consent: Consent, today: date) -> list[SharingConsent]:
    shared = SharingConsent.objects.filter(network_id=consent.network_id, subject_id=consent.subject_id)
    if consent.purpose != Purpose.COUNSELLING.value:
        shared = shared.filter(purpose=consent.purpose)
    return list(shared.in_force(today).select_for_update())


def _refuse(problems: Sequence[ConsentProblem]) -> None:
    if problems:
        raise CannotConsent(problems)


def _audit(actor: Actor, verb: str, consent: Consent) -> None:
    record(
        actor=actor,
        verb=verb,
        network_id=consent.network_id,
        subject_id=consent.subject_id,
        purpose=Purpose(consent.purpose),
    )
