"""Grants, the only other source of access, and the openings of what is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models

from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models.memberships import Membership
from wir.network.models.networks import Carrier, Network, Project
from wir.network.rules import GLASS_STAYS_BROKEN, Role, Scope

if TYPE_CHECKING:
    from datetime import date, datetime


class GrantQuerySet(models.QuerySet["Grant"]):
    """Filters on grants."""

    def visible_to(self, actor: Actor) -> Self:
        """Grants for files of the actor's sub-projects, and the actor's own."""
        return self.filter(models.Q(project_id__in=actor.projects) | models.Q(grantee_id=actor.id))

    def in_force(self, day: date) -> Self:
        """Grants whose half-open period holds the day."""
        return self.filter(from_on__lte=day).exclude(until_on__lte=day)

    def not_over(self, day: date) -> Self:
        """Grants that are in force on the day or begin later."""
        return self.exclude(until_on__lte=day)


class Grant(models.Model):
    """Access that a membership does not give: to one person's file or notes, for a time, with its cause."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    subject_id = models.UUIDField()
    scope = personal(models.CharField(max_length=20, choices=codes(Scope)), "counselling", "security")
    grantee = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"),
        "counselling",
        "security",
    )
    cause = personal(models.CharField(max_length=40), "counselling", "security")
    from_on = personal(models.DateField(), "counselling", "security")
    until_on = personal(models.DateField(null=True), "counselling", "security")
    until_at = personal(models.DateTimeField(null=True), "counselling", "security")
    """The moment at which it ends, where the day is not exact enough; the day stands beside it all the same."""

    class Meta:
        indexes = [models.Index(fields=["grantee"]), models.Index(fields=["network", "subject_id"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on=None) | models.Q(until_on__gt=models.F("from_on")),
                name="grant_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(until_at=None) | models.Q(until_on__isnull=False),
                name="grant_until_a_moment_has_a_day",
            ),
            models.UniqueConstraint(
                fields=["grantee", "subject_id", "scope"],
                condition=models.Q(until_on=None),
                name="grant_once_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.pk}"


class BreakGlassQuerySet(models.QuerySet["BreakGlass"]):
    """Filters on openings of closed files."""

    def visible_to(self, actor: Actor) -> Self:
        """Openings by the actor, of people in whose team they are, of sub-projects they lead or trails they read."""
        if actor.id is None:
            return self.none()
        heads = Membership.objects.filter(user_id=actor.id, role=Role.PROJECT_LEAD.value)
        return self.filter(
            models.Q(by_id=actor.id)
            | models.Q(subject_id__in=actor.team)
            | models.Q(project_id__in=heads.filter(project_id__in=actor.projects).values("project_id"))
            | models.Q(network_id__in=actor.audited)
            | models.Q(carrier_id__in=actor.audited_carriers),
            network_id__in=actor.networks,
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
