"""Needs that are health data, and what others may know of them: neutral requirements without the reason."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models

from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.fields import SealedJSONField, SealedTextField
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models.files import Person
from wir.people.rules.requirements import RequirementKind
from wir.privacy.rules import ConsentWay


class SealedNeedQuerySet(FileQuerySet["SealedNeed"]):
    """Filters on sealed needs."""

    def visible_to(self, actor: Actor) -> Self:
        """Needs of people in whose case team the actor is; the database shows them only once they were opened."""
        return self.filter(network_id__in=actor.networks, person_id__in=actor.team)


class SealedNeed(FileRow):
    """A need that is a health datum: sealed, for the case team alone, and every reading is recorded.

    Without history, so that erasing a need erases it. What is wrong is closed and written down anew.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = personal(SealedTextField(), "health")
    """A ``rules.needs.NeedKind``; sealed too."""
    text = personal(SealedTextField(), "health")
    helps = personal(SealedTextField(), "health")
    """What helps at work."""
    helps_in_counselling = personal(SealedTextField(null=True), "health")
    disability = personal(SealedJSONField(null=True), "health")
    """A ``rules.needs.Disability`` as an object, where an authority has established one."""
    known_on = personal(models.DateField(), "health")
    closed_on = personal(models.DateField(null=True), "health")

    objects = SealedNeedQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_on=None) | models.Q(closed_on__gte=models.F("known_on")),
                name="need_closed_not_before_known",
            ),
        ]


class RequirementQuerySet(FileQuerySet["Requirement"]):
    """Filters on released requirements; ``in_force`` takes the day."""


class Requirement(FileRow):
    """What a workplace has to offer, without the reason: released with the person's consent, until it is taken back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="requirements")
    kind = personal(models.CharField(max_length=20, choices=codes(RequirementKind)), "counselling")
    way = personal(models.CharField(max_length=10, choices=codes(ConsentWay)), "counselling")
    """How the person agreed to the release."""
    from_on = personal(models.DateField(), "counselling")
    until_on = personal(models.DateField(null=True), "counselling")
    """First day on which it no longer holds."""

    objects = RequirementQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"], condition=models.Q(until_on=None), name="requirement_open_once"
            ),
            models.CheckConstraint(
                condition=models.Q(until_on=None) | models.Q(until_on__gte=models.F("from_on")),
                name="requirement_ends_not_before_start",
            ),
        ]

    def holds(self, on: date) -> bool:
        """Whether it is released on the day."""
        return self.from_on <= on and (self.until_on is None or on < self.until_on)
