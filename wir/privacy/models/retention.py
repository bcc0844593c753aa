"""What has to go and when, what keeps it, and the periods controllers decided."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models

from wir.kit.choices import codes
from wir.kit.fields import SealedTextField
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.privacy.models.subjects import Row, SubjectQuerySet
from wir.privacy.rules import HoldGround, OrderState, Purpose, RetentionCause, order_state

if TYPE_CHECKING:
    from wir.kit.acting import Actor


class ForOfficers(SubjectQuerySet[Row]):
    """Rows that the case team sees, and the data protection officer without the file."""

    def audited_by(self, actor: Actor) -> Self:
        """Rows of the networks and carriers whose trail the actor may read."""
        return self.filter(
            models.Q(network_id__in=actor.audited) | models.Q(carrier_id__in=actor.audited_carriers)
        )


class RetentionHoldQuerySet(ForOfficers["RetentionHold"]):
    """Filters on holds."""

    def in_force(self, day: date) -> Self:
        """Holds that keep data on the day."""
        begun = self.filter(from_on__lte=day)
        return begun.exclude(until_on__lte=day).exclude(released_on__lte=day)


class RetentionHold(models.Model):
    """What is kept about a subject may not be erased, whatever is due (Art. 17(3), 18 GDPR).

    It counts from ``from_on`` until the day before ``until_on``, or for as long as nobody releases it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    carrier_id = models.UUIDField()
    project_id = models.UUIDField()
    subject_id = models.UUIDField()
    ground = personal(models.CharField(max_length=20, choices=codes(HoldGround)), "security")
    reason = personal(SealedTextField(), "security")
    from_on = personal(models.DateField(), "security")
    until_on = personal(models.DateField(null=True), "security")
    placed_by = personal(models.UUIDField(null=True), "security")
    released_on = personal(models.DateField(null=True), "security")
    released_by = personal(models.UUIDField(null=True), "security")

    objects = RetentionHoldQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network_id", "subject_id"], name="retention_hold_subject")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on=None) | models.Q(until_on__gt=models.F("from_on")),
                name="retention_hold_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(released_on=None, released_by=None)
                | models.Q(released_on__gte=models.F("from_on")),
                name="retention_hold_released_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"retention hold {self.pk}"


class RetentionOrderQuerySet(ForOfficers["RetentionOrder"]):
    """Filters on orders to erase."""

    def open(self) -> Self:
        """Orders not carried out yet."""
        return self.filter(done_on=None)

    def with_hold(self, day: date) -> Self:
        """Add ``held``: whether anything keeps the subject's data on the day."""
        holds = RetentionHold.objects.in_force(day).filter(
            network_id=models.OuterRef("network_id"), subject_id=models.OuterRef("subject_id")
        )
        return self.annotate(held=models.Exists(holds))

    def due_by(self, day: date) -> Self:
        """Open orders due on or before the day that nothing holds back."""
        return self.open().with_hold(day).filter(due_on__lte=day, held=False)


class RetentionOrder(models.Model):
    """What is kept about a subject for one purpose has to go by a day, unless a hold keeps it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    carrier_id = models.UUIDField()
    project_id = models.UUIDField()
    subject_id = models.UUIDField()
    purpose = personal(models.CharField(max_length=40, choices=codes(Purpose)), "security")
    cause = personal(models.CharField(max_length=20, choices=codes(RetentionCause)), "security")
    ordered_on = personal(models.DateField(), "security")
    due_on = personal(models.DateField(), "security")
    done_on = personal(models.DateField(null=True), "security")
    held: bool
    """Whether a hold keeps the data; in rows that were read ``with_hold``."""

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

    def state_on(self, day: date) -> OrderState:
        """Return where the order stands, for a row read ``with_hold`` of the same day."""
        return order_state(day, due_on=self.due_on, done_on=self.done_on, held=self.held)


class RetentionSettingQuerySet(models.QuerySet["RetentionSetting"]):
    """Filters on periods that controllers decided."""

    def visible_to(self, actor: Actor) -> Self:
        """Periods of the actor's networks."""
        return self.filter(network_id__in=actor.networks)

    def that_count(self) -> Self:
        """The latest decision of each carrier about each purpose: the one that counts."""
        return self.order_by("carrier_id", "purpose", "-decided_on").distinct("carrier_id", "purpose")


class RetentionSetting(models.Model):
    """A carrier's decision, as controller (Art. 4 No. 7 GDPR), for how many months it keeps what no source fixes.

    The latest counts; those before it remain as proof. No personal data.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    carrier_id = models.UUIDField()
    purpose = models.CharField(max_length=40, choices=codes(Purpose))
    months = models.PositiveSmallIntegerField()
    decided_on = models.DateField()

    objects = RetentionSettingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["carrier_id", "purpose", "decided_on"], name="retention_setting_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"retention setting {self.pk}"
