"""What is being typed is kept, so that a closed browser or an ended session loses nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from wir.counselling.models import ContactDraft
from wir.kit.acting import Actor
from wir.people.models import Person

Typed = Mapping[str, Sequence[str]]


@transaction.atomic
def keep_draft(*, person: Person, typed: Typed, now: datetime, actor: Actor) -> ContactDraft:
    """Keep what the form holds, in the place of what was kept before.

    It leaves no line in the trail: it happens every few seconds, and only whoever types ever reads it.
    """
    if actor.id is None:
        raise ValueError("only somebody who types has a draft")
    draft = ContactDraft.objects.visible_to(actor).filter(person=person).select_for_update().first()
    draft = draft or ContactDraft(**person.place(), person=person, by_id=actor.id)
    draft.typed, draft.saved_at = {name: list(values) for name, values in typed.items()}, now
    draft.save()
    return draft


@transaction.atomic
def drop_draft(*, person: Person, actor: Actor) -> None:
    """Forget what was being typed."""
    ContactDraft.objects.visible_to(actor).filter(person=person).delete()
