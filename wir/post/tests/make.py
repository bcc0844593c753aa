"""Messages for tests."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol
from uuid import UUID

from wir.kit.ids import new_id
from wir.post.actions import NewMessage
from wir.post.rules import Channel, Template

VALUES = {"day": "25.11.2026", "time": "14:30", "place": "Hafenstraße 1, Raum 3"}


class Subject(Protocol):
    """Somebody's file, as far as a message needs it."""

    pk: UUID
    network_id: UUID
    project_id: UUID


def make_message(
    person: Subject,
    *,
    channel: Channel = Channel.LETTER,
    recipient: str = "",
    language: str = "ti",
    place: str = VALUES["place"],
    key: str = "",
    not_before: datetime | None = None,
    until: datetime | None = None,
) -> NewMessage:
    """An invitation to somebody."""
    return NewMessage(
        network_id=person.network_id,
        project_id=person.project_id,
        subject_id=person.pk,
        channel=channel,
        template=Template.INVITATION,
        language=language,
        recipient=recipient,
        about_id=new_id(),
        key=key or str(new_id()),
        values=VALUES | {"place": place},
        not_before=not_before,
        until=until,
    )
