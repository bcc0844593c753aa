"""Figures leave the house as a file, or are traced back to the participants behind them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from wir.kit.acting import Actor
from wir.privacy import actions as privacy
from wir.privacy.rules import Purpose


@transaction.atomic(savepoint=False)
def note_download(*, network_id: UUID | None, project_id: UUID | None, as_of: date, actor: Actor) -> None:
    """Write down that somebody took the report away; it names case numbers, never people."""
    privacy.note_reading(
        actor=actor,
        verb="monitoring.report_downloaded",
        network_id=_network(network_id, actor),
        purpose=Purpose.MONITORING,
        project=str(project_id) if project_id else None,
        as_of=as_of.isoformat(),
    )


@transaction.atomic(savepoint=False)
def note_participants_read(*, network_id: UUID | None, key: str, number: int, actor: Actor) -> None:
    """Write down that somebody looked at the participants behind a figure, and how many were shown."""
    privacy.note_reading(
        actor=actor,
        verb="monitoring.participants_read",
        network_id=_network(network_id, actor),
        purpose=Purpose.MONITORING,
        key=key,
        number=number,
    )


def _network(network_id: UUID | None, actor: Actor) -> UUID | None:
    return actor.networks[0] if network_id is None and len(actor.networks) == 1 else network_id
