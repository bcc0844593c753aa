"""One conversation: as its form shows it, and what stood there before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps

from wir.counselling.queries.stays import contacts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wir.counselling.models import Contact
    from wir.kit.acting import Actor

CORRECTED = ("on", "minutes", "came", "mode", "language", "topics")
"""What a correction may change, and history keeps."""


@dataclass(frozen=True, slots=True)
class Version:
    """A conversation as it stood until somebody corrected it."""

    number: int
    changed_at: datetime
    changed_by: UUID | None
    on: date
    minutes: int
    came: bool
    mode: str
    language: str
    topics: list[str]

    def facts(self) -> dict[str, Any]:
        """Return the facts by name."""
        return {name: getattr(self, name) for name in CORRECTED}


def contact_or_none(actor: Actor, person_id: UUID, contact_id: UUID) -> Contact | None:
    """Return one conversation of the person, with its note where the actor may see it."""
    return contacts_of(actor, person_id).filter(pk=contact_id).first()


def contact_values(actor: Actor, contact: Contact) -> Mapping[str, object]:
    """Return a conversation by the fields of its form; the note only for the case team."""
    values: dict[str, object] = {name: getattr(contact, name) for name in CORRECTED if name != "came"}
    values |= {"missed": not contact.came, "interpreter": contact.interpreter}
    if contact.person_id in actor.team:
        values["note"] = contact.readable_note() if contact.has_note else ""
    return values


def versions_of(actor: Actor, contact: Contact) -> list[Version]:
    """Return how the conversation stood before each correction, the latest first."""
    history = apps.get_model("counselling", "ContactEvent")
    rows = history._default_manager.filter(network_id__in=actor.networks, pgh_obj_id=contact.pk)
    return [
        Version(
            number=row.pgh_id,
            changed_at=row.pgh_created_at,
            changed_by=_user(row.pgh_context),
            **{name: getattr(row, name) for name in CORRECTED},
        )
        for row in rows.order_by("-pgh_id")
    ]


def last_version_of(actor: Actor, contact: Contact) -> Version | None:
    """Return how the conversation stood before the last correction."""
    return next(iter(versions_of(actor, contact)), None)


def _user(context: Mapping[str, str] | None) -> UUID | None:
    who = (context or {}).get("actor")
    return UUID(who) if who else None
