"""What people can start, their applications, and the spells of work, training and school that follow."""

from __future__ import annotations

from typing import Self

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from wir.directory.models import Organisation
from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.fields import DateRange
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow, Network
from wir.people.models import Person
from wir.placement.rules import ApplicationState, EndReason, OpportunityKind


class OpportunityQuerySet(models.QuerySet["Opportunity"]):
    """Filters on opportunities."""

    def visible_to(self, actor: Actor) -> Self:
        """Opportunities of the actor's networks: all sub-projects place with them; who works in none and only reads a
        trail has no business there."""
        works = actor.projects or actor.overseen or actor.subjects or actor.team
        return self.filter(network_id__in=actor.networks) if works else self.none()


class Opportunity(models.Model):
    """A job, apprenticeship, school place … at an organisation; known to the whole network."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    provider = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30, choices=codes(OpportunityKind))
    title = models.CharField(max_length=160)
    skilled = models.BooleanField(default=False)
    """Needs a vocational or academic qualification; the permission to work depends on it."""
    weekly_hours = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    seats = models.PositiveSmallIntegerField(default=1)
    available_from = models.DateField(null=True)
    closed_on = models.DateField(null=True)

    objects = OpportunityQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "closed_on", "title"])]

    def __str__(self) -> str:
        return f"opportunity {self.pk}"


class ApplicationQuerySet(FileQuerySet["Application"]):
    """Filters on applications."""


@pghistory.track()
class Application(FileRow):
    """A person's application for an opportunity, with its state; history keeps every state and its moment."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="applications")
    opportunity = personal(
        models.ForeignKey(Opportunity, models.PROTECT, related_name="applications"), "counselling"
    )
    state = personal(models.CharField(max_length=30, choices=codes(ApplicationState)), "counselling")
    since_on = personal(models.DateField(), "counselling")

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["network", "person"]),
            models.Index(fields=["network", "project", "state"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "opportunity"],
                condition=models.Q(state__in=["suggested", "sent", "interview", "offered"]),
                name="application_once_open",
            )
        ]


class SpellQuerySet(FileQuerySet["Spell"]):
    """Filters on spells."""


@pghistory.track()
class Spell(FileRow):
    """A time of work, training, school or the like: half-open from ``starts_on`` to ``ends_on``."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="spells")
    application = models.OneToOneField(Application, models.PROTECT, null=True, related_name="spell")
    kind = personal(
        models.CharField(max_length=30, choices=codes(OpportunityKind)),
        "counselling",
        "aftercare",
        "monitoring",
    )
    starts_on = personal(models.DateField(), "counselling", "aftercare", "monitoring")
    ends_on = personal(models.DateField(null=True), "counselling", "aftercare")
    probation_until = personal(models.DateField(null=True), "counselling", "aftercare")
    weekly_hours = personal(
        models.DecimalField(max_digits=4, decimal_places=1, null=True), "counselling", "aftercare"
    )
    insured = personal(models.BooleanField(null=True), "counselling", "aftercare", "monitoring")
    """Subject to social insurance contributions (sozialversicherungspflichtig)."""
    end_reason = personal(
        models.CharField(max_length=20, choices=codes(EndReason), blank=True), "counselling", "aftercare"
    )

    objects = SpellQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["network", "person", "starts_on"]),
            models.Index(fields=["network", "project"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gt=models.F("starts_on")),
                name="spell_ends_after_start",
            ),
            ExclusionConstraint(
                name="spell_one_main_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=models.Q(kind__in=["job", "apprenticeship", "school"]),
            ),
        ]
