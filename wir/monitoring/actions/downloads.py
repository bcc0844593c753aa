"""Figures leave the house as a file."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from wir.kit.acting import Actor
from wir.privacy import actions as privacy


@transaction.atomic
def note_download(*, network_id: UUID | None, project_id: UUID | None, as_of: date, actor: Actor) -> None:
    """Write down that somebody took the report away; it names case numbers, never people."""
    if network_id is None and len(actor.networks) == 1:
        (network_id,) = actor.networks
    privacy.record(
        actor=actor,
        verb="monitoring.report_downloaded",
        network_id=network_id,
        project=str(project_id) if project_id else None,
        as_of=as_of.isoformat(),
    )
