"""Everyone above writes the audit trail through here, in the transaction of what they did."""

from __future__ import annotations

from uuid import UUID

from wir.kit.acting import Actor
from wir.privacy.models import AuditEntry


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
