"""Appointments, and the secret addresses under which calendar programs read them."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from wir.counselling.models.stays import Contact
from wir.counselling.rules import ContactMode
from wir.counselling.rules.appointments import Calloff
from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.fields import MomentRange
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models import Person
from wir.post.rules import Channel


class AppointmentQuerySet(FileQuerySet["Appointment"]):
    """Filters on appointments."""

    def standing(self) -> Self:
        """Appointments that nobody called off."""
        return self.filter(called_off_at=None)

    def open(self) -> Self:
        """Appointments of which nobody has said yet what came of them."""
        return self.standing().filter(contact=None)

    def between(self, since: datetime, until: datetime) -> Self:
        """Appointments that begin in the half-open time."""
        return self.filter(starts_at__gte=since, starts_at__lt=until)


class Appointment(FileRow):
    """Somebody is expected at a time; what came of it is the contact put down afterwards."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    advisor = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"), "counselling"
    )
    """Who expects the person, and in whose calendar it stands."""
    starts_at = personal(models.DateTimeField(), "counselling")
    ends_at = personal(models.DateTimeField(), "counselling")
    mode = personal(models.CharField(max_length=20, choices=codes(ContactMode)), "counselling")
    meeting_place = personal(models.CharField(max_length=120, blank=True), "counselling")
    """As the person reads it in the invitation; it tells no stranger what the appointment is about."""
    subject = personal(models.CharField(max_length=200, blank=True), "counselling")
    """What it is about; stands in no message."""
    channel = personal(models.CharField(max_length=10, choices=codes(Channel), blank=True), "counselling")
    """How the person is told; empty where they were told in person."""
    language = personal(models.CharField(max_length=10, blank=True), "counselling")
    interpreter = personal(models.BooleanField(default=False), "counselling")
    task_id = models.UUIDField(null=True)
    """The task to book an interpreter."""
    moved = personal(models.PositiveSmallIntegerField(default=0), "counselling")
    """How often it was moved; calendar programs go by it (RFC 5545, SEQUENCE)."""
    called_off_at = personal(models.DateTimeField(null=True), "counselling")
    called_off = personal(models.CharField(max_length=10, choices=codes(Calloff), blank=True), "counselling")
    contact = models.OneToOneField(Contact, models.SET_NULL, null=True, related_name="appointment")
    """What came of it: a conversation, or that the person did not come."""

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["network", "person"]),
            models.Index(fields=["advisor", "starts_at"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="appointment_ends_after_start"
            ),
            models.CheckConstraint(
                condition=models.Q(called_off_at=None, called_off="")
                | models.Q(called_off_at__isnull=False, contact=None) & ~models.Q(called_off=""),
                name="appointment_called_off_by_somebody",
            ),
            ExclusionConstraint(
                name="appointment_one_at_a_time",
                expressions=[
                    ("advisor", RangeOperators.EQUAL),
                    (MomentRange("starts_at", "ends_at"), RangeOperators.OVERLAPS),
                ],
                condition=models.Q(called_off_at=None),
            ),
        ]

    @property
    def is_by_letter(self) -> bool:
        """Whether the person is told by a letter, which somebody prints and hands over."""
        return self.channel == Channel.LETTER.value


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    """Filters on feeds."""

    def visible_to(self, actor: Actor) -> Self:
        """One's own feed."""
        return self.filter(user_id=actor.id)


class CalendarFeed(models.Model):
    """The secret address under which somebody's calendar program reads their appointments, without names."""

    user = personal(
        models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+"),
        "security",
    )
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = personal(models.DateTimeField(), "security")

    objects = CalendarFeedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"calendar feed of {self.user_id}"
