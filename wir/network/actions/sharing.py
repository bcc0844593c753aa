"""Access that rests on a person's consent, and ends with it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from wir.kit.acting import Actor, acting
from wir.network.actions.networks import as_network_job
from wir.network.models import Grant, Place
from wir.network.rules import Scope
from wir.privacy import actions as privacy


@transaction.atomic
def open_on_consent(
    *,
    place: Place,
    subject_id: UUID,
    grantee_id: UUID,
    cause: str,
    from_on: date,
    until_on: date,
    actor: Actor,
) -> Grant:
    """Let somebody see a person's file for a time; ``cause`` names what it rests on and ends it with it."""
    grant = Grant.objects.create(
        network_id=place["network_id"],
        project_id=place["project_id"],
        subject_id=subject_id,
        scope=Scope.FILE.value,
        grantee_id=grantee_id,
        cause=cause,
        from_on=from_on,
        until_on=until_on,
    )
    privacy.record(
        actor=actor,
        verb="network.file_opened_on_consent",
        network_id=place["network_id"],
        subject_id=subject_id,
        cause=cause,
        grantee=str(grantee_id),
    )
    return grant


@transaction.atomic
def close_files(*, network_id: UUID, subject_id: UUID, cause: str, today: date, actor: Actor) -> int:
    """End the grants about a person that rest on ``cause``, from today on; empty: all of them. Return how many.

    A grant that began today has no day left to stand for; it goes, and the audit line remains. The machine ends
    them: whoever hears the withdrawal may only read the file.
    """
    about = Grant.objects.filter(network_id=network_id, subject_id=subject_id)
    standing = about.filter(Q(until_on=None) | Q(until_on__gt=today))
    if cause:
        standing = standing.filter(cause=cause)
    with acting(as_network_job(network_id)):
        gone, _ = standing.filter(from_on__gte=today).delete()
        ended = standing.update(until_on=today)
    if gone or ended:
        privacy.record(
            actor=actor,
            verb="network.files_closed",
            network_id=network_id,
            subject_id=subject_id,
            cause=cause,
            grants=gone + ended,
        )
    return gone + ended
