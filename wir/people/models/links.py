"""Whether files of several sub-projects are about one person: what a human decided."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models.files import Participant, Person


class LinkDecisionQuerySet(FileQuerySet["LinkDecision"]):
    """Filters on decisions."""


class LinkDecision(FileRow):
    """Somebody decided whether a file is about the participant of another file of the network.

    Where it is, the file hangs on that participant, and ``before`` is the anchor it had, so that it can be undone.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="link_decisions")
    other = models.ForeignKey(Participant, models.CASCADE, related_name="+")
    same = personal(models.BooleanField(), "counselling", "monitoring")
    before = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+")
    by = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"),
        "counselling",
        "security",
    )
    decided_at = models.DateTimeField(auto_now=True)

    objects = LinkDecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="link_decided_once"),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(same=True), name="link_to_one_participant"
            ),
            models.CheckConstraint(
                condition=models.Q(same=True, before__isnull=False) | models.Q(same=False, before=None),
                name="link_remembers_what_was_before",
            ),
        ]
