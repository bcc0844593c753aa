"""A person lets a receiver know certain things for a time; what was passed on is put down."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.kit import events
from wir.kit.acting import Actor
from wir.privacy import rules
from wir.privacy.actions.trail import record
from wir.privacy.events import SharingWithdrawn
from wir.privacy.models import Disclosure, SharingConsent
from wir.privacy.rules import (
    TEXT_VERSION,
    ConsentProblem,
    ConsentWay,
    Purpose,
    Receiver,
    Shared,
)


class CannotShare(Exception):
    """Nothing may be shared like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[ConsentProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def consent_to_sharing(
    *,
    network_id: UUID,
    project_id: UUID,
    subject_id: UUID,
    purpose: Purpose,
    fields: Collection[Shared],
    receiver_kind: Receiver,
    receiver_id: UUID,
    given_on: date,
    until_on: date,
    way: ConsentWay,
    language: str,
    actor: Actor,
    proof: str = "",
) -> SharingConsent:
    """Record that one receiver may know these things for this purpose until the day before ``until_on``.

    Raises CannotShare, and writes nothing, without fields or with an end before the start.
    """
    problems = []
    if not fields:
        problems.append(ConsentProblem.NOTHING_TO_SHARE)
    if until_on <= given_on:
        problems.append(ConsentProblem.END_NOT_AFTER_START)
    _refuse(problems)
    sharing = SharingConsent.objects.create(
        network_id=network_id,
        project_id=project_id,
        subject_id=subject_id,
        purpose=purpose.value,
        fields=sorted(field.value for field in set(fields)),
        receiver_kind=receiver_kind.value,
        receiver_id=receiver_id,
        given_on=given_on,
        until_on=until_on,
        way=way.value,
        language=language,
        text_version=TEXT_VERSION,
        proof=proof.strip(),
        recorded_by=actor.id,
    )
    _audit(actor, "privacy.sharing_agreed", sharing)
    return sharing


@transaction.atomic
def withdraw_sharing(
    *, sharing: SharingConsent, withdrawn_on: date, today: date, actor: Actor
) -> SharingConsent:
    """Take it back: grants that rest on it end now, and a receiver who got something has to be told.

    Raises CannotShare, and writes nothing, when it is not in force or the day is not possible.
    """
    sharing = SharingConsent.objects.visible_to(actor).select_for_update().get(pk=sharing.pk)
    state = rules.state_on(
        today,
        given_on=sharing.given_on,
        refused=False,
        withdrawn_on=sharing.withdrawn_on,
        ends_on=sharing.until_on,
    )
    _refuse(
        rules.obstacles_to_withdrawal(
            state=state, given_on=sharing.given_on, withdrawn_on=withdrawn_on, today=today
        )
    )
    sharing.withdrawn_on = withdrawn_on
    sharing.save(update_fields=["withdrawn_on"])
    _audit(actor, "privacy.sharing_withdrawn", sharing)
    events.publish(
        SharingWithdrawn(
            sharing_id=sharing.pk,
            cause=sharing.cause(),
            network_id=sharing.network_id,
            project_id=sharing.project_id,
            subject_id=sharing.subject_id,
            received=sharing.disclosures.exists(),
            today=today,
            actor=actor,
        )
    )
    return sharing


@transaction.atomic
def disclose(*, sharing: SharingConsent, fields: Collection[Shared], on: date, actor: Actor) -> Disclosure:
    """Put down that the receiver got these things on the day, as the person had agreed.

    Raises CannotShare, and writes nothing, when the consent is not in force that day or does not cover them.
    """
    sharing = SharingConsent.objects.visible_to(actor).select_for_update().get(pk=sharing.pk)
    wanted = sorted(field.value for field in set(fields))
    problems = []
    if not SharingConsent.objects.filter(pk=sharing.pk).in_force(on).exists():
        problems.append(ConsentProblem.NO_CONSENT)
    if not rules.covers(sharing.fields, wanted):
        problems.append(ConsentProblem.NOT_COVERED)
    _refuse(problems)
    disclosure = Disclosure.objects.create(
        network_id=sharing.network_id,
        project_id=sharing.project_id,
        subject_id=sharing.subject_id,
        sharing=sharing,
        purpose=sharing.purpose,
        fields=wanted,
        receiver_kind=sharing.receiver_kind,
        receiver_id=sharing.receiver_id,
        on=on,
        made_by=actor.id,
    )
    _audit(actor, "privacy.disclosed", sharing)
    return disclosure


@transaction.atomic
def tell_receiver(*, sharing: SharingConsent, told_on: date, actor: Actor) -> SharingConsent:
    """Put down that the receiver was told of the withdrawal (Art. 19 GDPR).

    Raises CannotShare, and writes nothing, while nothing was withdrawn.
    """
    sharing = SharingConsent.objects.visible_to(actor).select_for_update().get(pk=sharing.pk)
    if sharing.withdrawn_on is None:
        raise CannotShare([ConsentProblem.NOT_IN_FORCE])
    if sharing.told_on is None:
        sharing.told_on = told_on
        sharing.save(update_fields=["told_on"])
        _audit(actor, "privacy.receiver_told", sharing)
    return sharing


def _refuse(problems: Sequence[ConsentProblem]) -> None:
    if problems:
        raise CannotShare(problems)


def _audit(actor: Actor, verb: str, sharing: SharingConsent) -> None:
    record(
        actor=actor,
        verb=verb,
        network_id=sharing.network_id,
        subject_id=sharing.subject_id,
        purpose=Purpose(sharing.purpose),
        receiver_kind=sharing.receiver_kind,
        receiver=str(sharing.receiver_id),
    )
