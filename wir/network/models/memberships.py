"""Who works where, and who is asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.conf import settings
from django.db import models

from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models.networks import Carrier, Network, Project
from wir.network.rules import Position, Role

if TYPE_CHECKING:
    from datetime import date


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Filters on memberships."""

    def in_force(self, day: date) -> Self:
        """Memberships whose half-open period holds the day."""
        return self.filter(from_on__lte=day).exclude(until_on__lte=day)

    def of_user(self, user_id: UUID | None) -> Self:
        """Memberships of one user; nobody has none."""
        return self.filter(user_id=user_id) if user_id else self.none()

    def visible_to(self, actor: Actor) -> Self:
        """Memberships in the actor's networks, and their own."""
        return self.filter(models.Q(network_id__in=actor.networks) | models.Q(user_id=actor.id))

    def not_over(self, day: date) -> Self:
        """Memberships in force on the day or later."""
        return self.exclude(until_on__lte=day)


class Membership(models.Model):
    """Somebody's role in a sub-project, in a network, or (programme office) in the programme, for a time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships"), "security"
    )
    network = models.ForeignKey(Network, models.PROTECT, null=True, related_name="memberships")
    carrier = models.ForeignKey(Carrier, models.PROTECT, null=True, related_name="+")
    project = models.ForeignKey(Project, models.PROTECT, null=True, related_name="memberships")
    role = personal(models.CharField(max_length=20, choices=codes(Role)), "security")
    from_on = personal(models.DateField(), "security")
    until_on = personal(models.DateField(null=True), "security")
    reviewed_on = personal(models.DateField(null=True), "security")
    """When somebody last confirmed that the membership is still right."""

    objects = MembershipQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["user"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on=None) | models.Q(until_on__gt=models.F("from_on")),
                name="membership_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    role__in=[Role.ADVISOR.value, Role.PROJECT_LEAD.value],
                    project__isnull=False,
                    carrier__isnull=False,
                    network__isnull=False,
                )
                | models.Q(role=Role.COORDINATOR.value, network__isnull=False, project=None)
                | models.Q(role=Role.PROGRAMME_OFFICE.value, network=None, project=None)
                | models.Q(role=Role.DATA_PROTECTION.value, network__isnull=False, project=None),
                name="membership_stands_where_its_role_works",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.pk}"

    def holds_on(self, day: date) -> bool:
        """Whether the half-open period holds the day."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)

    def position(self) -> Position:
        """Return the role and where it is held."""
        return Position(Role(self.role), self.network_id, self.project_id)


class Invitation(models.Model):
    """Somebody is asked to take a role; who holds the link proves it, only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, null=True, related_name="+")
    carrier = models.ForeignKey(Carrier, models.PROTECT, null=True, related_name="+", db_index=False)
    project = models.ForeignKey(Project, models.PROTECT, null=True, related_name="+", db_index=False)
    role = personal(models.CharField(max_length=20), "security")
    email = personal(models.EmailField(), "security")
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"), "security"
    )
    invited_at = personal(models.DateTimeField(), "security")
    expires_at = personal(models.DateTimeField(), "security")
    accepted_at = personal(models.DateTimeField(null=True), "security")
    withdrawn_at = personal(models.DateTimeField(null=True), "security")

    class Meta:
        indexes = [models.Index(fields=["network", "project"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(accepted_at=None) | models.Q(withdrawn_at=None),
                name="invitation_ends_once",
            ),
            models.CheckConstraint(
                condition=models.Q(role=Role.PROGRAMME_OFFICE.value, network=None, project=None)
                | (models.Q(network__isnull=False) & ~models.Q(role=Role.PROGRAMME_OFFICE.value)),
                name="invitation_stands_where_its_role_works",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"
