"""Networks, carriers, sub-projects; who works where; and grants, the only other source of access.

Tenancy: network → carrier (Träger) → sub-project (Teilprojekt). Every row about a person carries all three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.fields import DateRange
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.rules import Position, Role, Scope, SecondFactorFor

if TYPE_CHECKING:
    from datetime import date


class Network(models.Model):
    """A project network (Projektverbund): one grant, one operation (Vorhaben) in ESF Plus."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=160, unique=True)
    prefix = models.CharField(max_length=6, unique=True)
    """Letters before the case numbers of this network."""
    grant_number = models.CharField(max_length=40)
    funded_from = models.DateField()
    funded_until = models.DateField()
    last_case_number = models.PositiveIntegerField(default=0)
    second_factor = models.CharField(
        max_length=20, choices=codes(SecondFactorFor), default=SecondFactorFor.EVERYBODY.value
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(funded_until__gt=models.F("funded_from")),
                name="network_funding_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Carrier(models.Model):
    """A Träger: an organisation of its own in law that runs sub-projects of a network."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="carriers")
    name = models.CharField(max_length=160)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "name"], name="carrier_once_in_network")]

    def __str__(self) -> str:
        return self.name


class ProjectQuerySet(models.QuerySet["Project"]):
    """Filters on sub-projects."""

    def visible_to(self, actor: Actor) -> Self:
        """Sub-projects of the actor's networks."""
        return self.filter(network_id__in=actor.networks)

    def worked_in_by(self, actor: Actor) -> Self:
        """Sub-projects in whose files the actor works."""
        return self.visible_to(actor).filter(id__in=actor.projects)


class Project(models.Model):
    """A sub-project (Teilprojekt) of one carrier, with its own advisors and participants."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="projects")
    carrier = models.ForeignKey(Carrier, models.PROTECT, related_name="projects")
    name = models.CharField(max_length=160)
    slug = models.SlugField(max_length=60, unique=True)
    postcode = models.CharField(max_length=5, blank=True)
    place = models.CharField(max_length=120, blank=True)

    objects = ProjectQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


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


_WATCHES = models.Case(
    models.When(role=Role.DATA_PROTECTION.value, then=1), default=0, output_field=models.SmallIntegerField()
)
"""1 for whoever watches over the others (Art. 38 Abs. 6 DSGVO), 0 for whoever works."""


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
    shows_name = personal(models.BooleanField(default=False, db_default=False), "security")
    """Whether participants see the member's name; by default they see function and first contact way alone."""
    first_contact = personal(
        models.CharField(max_length=120, blank=True, default="", db_default=""), "security"
    )
    """How participants reach this function first, e.g. the telephone of the office."""
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
            ExclusionConstraint(
                name="membership_officer_has_no_other_role",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("network", RangeOperators.EQUAL),
                    (_WATCHES, RangeOperators.NOT_EQUAL),
                    (DateRange("from_on", "until_on"), RangeOperators.OVERLAPS),
                ],
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
