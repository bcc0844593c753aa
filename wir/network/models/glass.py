"""Openings of closed files, with the reason somebody gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.conf import settings
from django.db import models

from wir.kit.acting import Actor
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models.networks import Carrier, Grant, Membership, Network, Project
from wir.network.rules import GLASS_STAYS_BROKEN, Role

if TYPE_CHECKING:
    from datetime import datetime


class BreakGlassQuerySet(models.QuerySet["BreakGlass"]):
    """Filters on openings of closed files."""

    def visible_to(self, actor: Actor) -> Self:
        """Openings by the actor, of people in whose team they are, of sub-projects they lead or trails they read."""
        if actor.id is None:
            return self.none()
        audited = models.Q(network_id__in=actor.audited) | models.Q(carrier_id__in=actor.audited_carriers)
        return self.filter(self._answered_for_by(actor, actor.id) | audited, network_id__in=actor.networks)

    def to_be_ended_by(self, actor: Actor) -> Self:
        """Openings that the actor may end: all they may know of, but not those of which they only read the trail."""
        return self.filter(self._answered_for_by(actor, actor.id)) if actor.id else self.none()

    @staticmethod
    def _answered_for_by(actor: Actor, user_id: UUID) -> models.Q:
        heads = Membership.objects.filter(
            user_id=user_id, role=Role.PROJECT_LEAD.value, project_id__in=actor.projects
        )
        return (
            models.Q(by_id=user_id)
            | models.Q(subject_id__in=actor.team)
            | models.Q(project_id__in=heads.values("project_id"))
        )

    def running(self, now: datetime) -> Self:
        """Openings that still let somebody in."""
        return self.filter(grant__until_at__gt=now)


class BreakGlass(models.Model):
    """Somebody opened what was closed to them, with a reason, for one hour.

    The reason is restricted: it is read by whoever gave it, the case team, the head of the sub-project and the data
    protection officer; the trail holds none of it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    carrier = models.ForeignKey(Carrier, models.PROTECT, related_name="+", db_index=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", db_index=False)
    subject_id = personal(models.UUIDField(), "security")
    grant = models.OneToOneField(Grant, models.PROTECT, related_name="+")
    by = personal(models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"), "security")
    reason = personal(models.TextField(), "security")
    opened_at = personal(models.DateTimeField(), "security")

    objects = BreakGlassQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "opened_at"])]

    def __str__(self) -> str:
        return f"break-glass {self.pk}"

    def ended_early(self) -> bool:
        """Whether somebody ended it before the hour was over."""
        until = self.grant.until_at
        return until is not None and until < self.opened_at + GLASS_STAYS_BROKEN
