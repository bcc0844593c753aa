"""People who asked for counselling and wait for an answer; no file yet."""

from __future__ import annotations

from typing import Self

from django.db import models

from wir.counselling.rules.waiting import DeclineReason, Urgency
from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models import Person


class WaitingQuerySet(FileQuerySet["Waiting"]):
    """Filters on the waiting list."""

    def visible_to(self, actor: Actor) -> Self:
        """Entries of the actor's sub-projects."""
        return self.filter(network_id__in=actor.networks, project_id__in=actor.projects)

    def open(self) -> Self:
        """Entries that nobody has decided about."""
        return self.filter(decided_on=None)


class Waiting(FileRow):
    """Somebody who asked for counselling: how to reach them, why, how urgent, until when an answer was promised."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    given_names = personal(models.CharField(max_length=120, blank=True), "counselling")
    family_names = personal(models.CharField(max_length=120), "counselling")
    phone = personal(models.CharField(max_length=30, blank=True), "counselling")
    email = personal(models.EmailField(blank=True), "counselling")
    contact_language = personal(models.CharField(max_length=10, blank=True), "counselling")
    reason = personal(models.CharField(max_length=400), "counselling")
    urgency = personal(models.CharField(max_length=10, choices=codes(Urgency)), "counselling")
    asked_on = personal(models.DateField(), "counselling")
    reply_by = personal(models.DateField(), "counselling")
    decided_on = personal(models.DateField(null=True), "counselling")
    file = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    """The file that began with this entry."""
    decline_reason = personal(
        models.CharField(max_length=20, choices=codes(DeclineReason), blank=True), "counselling"
    )
    referred_to = personal(models.CharField(max_length=200, blank=True), "counselling")
    task_id = models.UUIDField(null=True)

    objects = WaitingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "project", "decided_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reply_by__gte=models.F("asked_on")), name="waiting_reply_after_asked"
            ),
            models.CheckConstraint(
                condition=models.Q(decline_reason="") | models.Q(decided_on__isnull=False, file=None),
                name="waiting_declined_or_taken",
            ),
        ]

    def full_name(self) -> str:
        """Return family name first, as lists are sorted."""
        return f"{self.family_names}, {self.given_names}" if self.given_names else self.family_names

    def known(self) -> dict[str, object]:
        """Return what the intake starts from, so that nothing is typed again."""
        return {
            "given_names": self.given_names,
            "family_names": self.family_names,
            "phone": self.phone,
            "email": self.email,
            "contact_language": self.contact_language or "de",
            "project": self.project_id,
        }
