"""Assessment of needs: conversations by the guide, sealed, each beside the one before."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models

from wir.counselling.rules.guide import Distance, distance
from wir.kit.acting import Actor
from wir.kit.fields import SealedJSONField
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models import Person


class NeedsTalkQuerySet(FileQuerySet["NeedsTalk"]):
    """Filters on conversations about needs."""

    def visible_to(self, actor: Actor) -> Self:
        """Conversations with people in whose case team the actor is."""
        return self.filter(network_id__in=actor.networks, person_id__in=actor.team)


class NeedsTalk(FileRow):
    """A conversation about needs by one edition of the guide: answers sealed, scales plain, for the case team alone.

    Without history, so that erasing it erases it; a later conversation shows what changed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    guide = models.CharField(max_length=10)
    begun_on = personal(models.DateField(), "counselling")
    finished_on = personal(models.DateField(null=True), "counselling")
    by = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"),
        "counselling",
    )
    answers = personal(SealedJSONField(), "counselling")
    """Question code → answer code or words."""
    scales = personal(models.JSONField(default=dict), "counselling")
    """Scale code → 0 to 4."""

    objects = NeedsTalkQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(finished_on=None) | models.Q(finished_on__gte=models.F("begun_on")),
                name="talk_finished_not_before_begun",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(finished_on=None), name="talk_one_open"
            ),
        ]

    def distance(self) -> Distance | None:
        """Return how far work is by its scales."""
        return distance(self.scales)
