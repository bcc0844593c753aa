"""Check-ins with people who began something."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models

from wir.aftercare.rules import CheckInKind, Outcome
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models import Person
from wir.placement.models import Spell


class CheckInQuerySet(FileQuerySet["CheckIn"]):
    """Filters on check-ins."""

    def open(self) -> Self:
        """Check-ins neither held nor cancelled."""
        return self.filter(held_on=None, cancelled_on=None)

    def overdue(self, today: date) -> Self:
        """Open check-ins whose day has passed."""
        return self.open().filter(due_on__lt=today)


class CheckIn(FileRow):
    """A planned conversation about a spell; its task reminds the advisor."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="check_ins")
    spell = models.ForeignKey(Spell, models.CASCADE, related_name="check_ins")
    kind = personal(models.CharField(max_length=20, choices=codes(CheckInKind)), "aftercare")
    due_on = personal(models.DateField(), "aftercare")
    task_id = models.UUIDField(null=True)
    held_on = personal(models.DateField(null=True), "aftercare")
    outcome = personal(models.CharField(max_length=20, choices=codes(Outcome), blank=True), "aftercare")
    cancelled_on = personal(models.DateField(null=True), "aftercare")
    """The spell ended before the check-in was due."""

    objects = CheckInQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["network", "person"]),
            models.Index(fields=["network", "project", "due_on"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["spell", "kind"], name="check_in_once_per_spell"),
            models.CheckConstraint(
                condition=models.Q(held_on=None, outcome="")
                | (models.Q(held_on__isnull=False) & ~models.Q(outcome="")),
                name="check_in_held_has_outcome",
            ),
            models.CheckConstraint(
                condition=models.Q(held_on=None) | models.Q(cancelled_on=None),
                name="check_in_held_or_cancelled",
            ),
        ]
