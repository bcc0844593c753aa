"""Conversations with several people at once: a group, a family."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models

from wir.counselling.rules import ContactMode
from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileRow


class GroupSessionQuerySet(models.QuerySet["GroupSession"]):
    """Filters on group sessions."""

    def visible_to(self, actor: Actor) -> Self:
        """Sessions of the actor's sub-projects."""
        return self.filter(network_id__in=actor.networks, project_id__in=actor.projects)


class GroupSession(FileRow):
    """Several people spoken with at once; what it was to each of them is a contact of their own file."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=120)
    """What it was: a workshop, a family. Names nobody."""
    by = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"), "counselling"
    )
    on = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    mode = models.CharField(max_length=20, choices=codes(ContactMode))

    objects = GroupSessionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "project", "-on"])]
