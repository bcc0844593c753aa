"""Drafts of contacts."""

from __future__ import annotations

from uuid import UUID

from wir.counselling.models import ContactDraft
from wir.kit.acting import Actor


def draft_of(actor: Actor, person_id: UUID) -> ContactDraft | None:
    """Return what the actor has begun to write about a conversation with the person."""
    return ContactDraft.objects.visible_to(actor).filter(person_id=person_id).first()
