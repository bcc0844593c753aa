"""What somebody has begun to write and not saved yet."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models

from wir.kit.acting import Actor
from wir.kit.fields import SealedJSONField
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models import Person


class ContactDraftQuerySet(FileQuerySet["ContactDraft"]):
    """Filters on drafts."""

    def visible_to(self, actor: Actor) -> Self:
        """The actor's own drafts, about people whose files are open to them."""
        return super().visible_to(actor).filter(by_id=actor.id)


class ContactDraft(FileRow):
    """A contact that is being written: the fields of the form as typed, sealed, for whoever types alone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    by = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+"), "counselling"
    )
    typed = personal(SealedJSONField(), "counselling")
    saved_at = personal(models.DateTimeField(), "counselling")

    objects = ContactDraftQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "by"], name="draft_one_each")]
