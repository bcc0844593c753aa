"""What has to go and when, and the periods controllers decided."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models

from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.privacy.models.subjects import SubjectQuerySet
from wir.privacy.rules import Purpose, RetentionCause

if TYPE_CHECKING:
    from wir.kit.acting import Actor


class RetentionOrderQuerySet(SubjectQuerySet["RetentionOrder"]):
    """Filters on orders to erase."""

    def open(self) -> Self:
        """Orders not carried out yet."""
        return self.filter(done_on=None)

    def due_by(self, day: date) -> Self:
        """Open orders due on or before the day that nothing holds back."""
        return self.open().filter(due_on__lte=day, hold="")


class RetentionOrder(models.Model):
    """What is kept about a subject for one purpose has to go by a day; the nightly run carries it out.

    ``hold`` is the reason of a legal hold (Art. 17(3) GDPR): while it stands nothing is erased.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    project_id = models.UUIDField()
    subject_id = models.UUIDField()
    purpose = personal(models.CharField(max_length=40, choices=codes(Purpose)), "security")
    cause = personal(models.CharField(max_length=20, choices=codes(RetentionCause)), "security")
    ordered_on = personal(models.DateField(), "security")
    due_on = personal(models.DateField(), "security")
    hold = personal(models.CharField(max_length=200, blank=True), "security")
    done_on = personal(models.DateField(null=True), "security")

    objects = RetentionOrderQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["network_id", "due_on"], condition=models.Q(done_on=None), name="retention_open"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["network_id", "subject_id", "purpose"],
                condition=models.Q(done_on=None),
                name="retention_once_open",
            ),
        ]

    def __str__(self) -> str:
        return f"retention order {self.pk}"


class RetentionSettingQuerySet(models.QuerySet["RetentionSetting"]):
    """Filters on periods that controllers decided."""

    def visible_to(self, actor: Actor) -> Self:
        """Periods of the actor's networks."""
        return self.filter(network_id__in=actor.networks)


class RetentionSetting(models.Model):
    """How many months a carrier, as controller (Art. 4 No. 7 GDPR), keeps what no source fixes; no personal data."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    carrier_id = models.UUIDField()
    purpose = models.CharField(max_length=40, choices=codes(Purpose))
    months = models.PositiveSmallIntegerField()
    decided_on = models.DateField()

    objects = RetentionSettingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["carrier_id", "purpose"], name="retention_setting_once"),
        ]

    def __str__(self) -> str:
        return f"retention setting {self.pk}"
