"""What pages ask about conversations on needs."""

from __future__ import annotations

from uuid import UUID

from wir.counselling.models import NeedsTalk, NeedsTalkQuerySet
from wir.kit.acting import Actor


def talks_of(actor: Actor, person_id: UUID) -> NeedsTalkQuerySet:
    """Return the conversations about a person's needs, the latest first; for the case team alone."""
    talks = NeedsTalk.objects.visible_to(actor).filter(person_id=person_id)
    return talks.select_related("by", "person").order_by("-begun_on", "-id")


def last_talk_of(actor: Actor, person_id: UUID) -> NeedsTalk | None:
    """Return the latest conversation, open or finished."""
    return talks_of(actor, person_id).first()


def talk_and_before(
    actor: Actor, person_id: UUID, talk_id: UUID
) -> tuple[NeedsTalk, NeedsTalk | None] | None:
    """Return a conversation and the one before it."""
    talks = list(talks_of(actor, person_id))
    place = next((number for number, talk in enumerate(talks) if talk.pk == talk_id), None)
    if place is None:
        return None
    return talks[place], talks[place + 1] if place + 1 < len(talks) else None
