"""Networks, carriers, sub-projects; who works where; and grants, the only other source of access.

Tenancy: network → carrier (Träger) → sub-project (Teilprojekt). Every row about a person carries all three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypedDict, TypeVar
from uuid import UUID

from django.conf import settings
from django.db import models

from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.rules import GLASS_STAYS_BROKEN, Role, Scope

if TYPE_CHECKING:
    from datetime import date, datetime


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
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = personal(models.TextField(), "security")
    opened_at = models.DateTimeField()

    objects = BreakGlassQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "opened_at"])]

    def __str__(self) -> str:
        return f"break-glass {self.pk}"

    def ended_early(self) -> bool:
        """Whether somebody ended it before the hour was over."""
        until = self.grant.until_at
        return until is not None and until < self.opened_at + GLASS_STAYS_BROKEN


class Place(TypedDict):
    """Where a row belongs."""

    network_id: UUID
    carrier_id: UUID
    project_id: UUID


class FileRow(models.Model):
    """A row of one carrier's file about a person; it never changes network."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    carrier = models.ForeignKey(Carrier, models.PROTECT, related_name="+", db_index=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"

    def place(self) -> Place:
        """Return where this row belongs, for rows that belong beside it."""
        return {"network_id": self.network_id, "carrier_id": self.carrier_id, "project_id": self.project_id}


Row = TypeVar("Row", bound=FileRow)


class FileQuerySet(models.QuerySet[Row]):
    """Filters on rows of people's files; ``person_field`` says where the person's id stands."""

    person_field = "person_id"

    def visible_to(self, actor: Actor) -> Self:
        """Rows of the actor's sub-projects and of people released to them."""
        here = self.filter(network_id__in=actor.networks)
        mine = models.Q(project_id__in=actor.projects)
        if actor.subjects:
            mine |= models.Q(**{f"{self.person_field}__in": actor.subjects})
        return here.filter(mine)

    def in_force(self, day: date) -> Self:
        """Rows with ``from_on``/``until_on`` whose half-open period holds the day."""
        return self.filter(from_on__lte=day).exclude(until_on__lte=day)
