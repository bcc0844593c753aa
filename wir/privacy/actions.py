"""Everyone above writes the audit trail through here, in the transaction of what they did."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from wir.kit.acting import Actor
from wir.privacy.models import AuditEntry, Consent, NoticeGiven
from wir.privacy.rules import TEXT_VERSION, ConsentWay, Purpose


def record(
    *,
    actor: Actor,
    verb: str,
    network_id: UUID | None,
    subject_id: UUID | None = None,
    **detail: str | int | None,
) -> None:
    """Write one audit line; ``detail`` holds codes, ids and counts, never what a person said."""
    AuditEntry.objects.create(
        network_id=network_id,
        actor_kind=actor.kind.value,
        actor_id=actor.id,
        verb=verb,
        subject_id=subject_id,
        detail=detail,
    )


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
) -> Consent:
    """Record a person's yes; where one is in force for the purpose, that one stays and is returned."""
    consent, fresh = Consent.objects.get_or_create(
        network_id=network_id,
        subject_id=subject_id,
        purpose=purpose.value,
        withdrawn_on=None,
        defaults={
            "project_id": project_id,
            "given_on": given_on,
            "way": way.value,
            "language": language,
            "text_version": TEXT_VERSION,
        },
    )
    if fresh:
        record(
            actor=actor,
            verb="privacy.consent_given",
            network_id=network_id,
            subject_id=subject_id,
            purpose=purpose.value,
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
        purpose=purpose.value,
    )
    return notice
