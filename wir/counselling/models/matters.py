"""Procedures at authorities, and the notices that they send."""

from __future__ import annotations

import pghistory
from django.db import models

from wir.counselling.rules.matters import (
    Decision,
    Delivery,
    Instruction,
    LegalField,
    MatterOutcome,
    Remedy,
)
from wir.counselling.rules.remedies import NoticeFacts, RemedyPeriod, remedy_period
from wir.directory.models import Organisation
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models import Person


class MatterQuerySet(FileQuerySet["Matter"]):
    """Filters on procedures at authorities."""


@pghistory.track()
class Matter(FileRow):
    """A procedure at an authority: what the person asked for, where, under which file number."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="matters")
    subject = personal(models.CharField(max_length=200), "counselling")
    field = personal(models.CharField(max_length=10, choices=codes(LegalField)), "counselling")
    authority = personal(
        models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+"), "counselling"
    )
    file_number = personal(models.CharField(max_length=80, blank=True), "counselling")
    filed_on = personal(models.DateField(null=True), "counselling")
    receipt_on = personal(models.DateField(null=True), "counselling")
    """The authority confirmed on this day that the application came in."""
    lawyer = personal(models.CharField(max_length=200, blank=True), "counselling")
    outcome = personal(
        models.CharField(max_length=10, choices=codes(MatterOutcome), blank=True), "counselling"
    )
    closed_on = personal(models.DateField(null=True), "counselling")
    silence_task_id = models.UUIDField(null=True)

    objects = MatterQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_on=None, outcome="")
                | (models.Q(closed_on__isnull=False) & ~models.Q(outcome="")),
                name="matter_closed_with_outcome",
            ),
            models.CheckConstraint(
                condition=models.Q(receipt_on=None)
                | models.Q(filed_on=None)
                | models.Q(receipt_on__gte=models.F("filed_on")),
                name="matter_receipt_not_before_filing",
            ),
        ]


class NoticeQuerySet(FileQuerySet["Notice"]):
    """Filters on notices of authorities."""


@pghistory.track()
class Notice(FileRow):
    """A notice (Bescheid) of an authority; until when it can be contested is counted from its facts."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    matter = models.ForeignKey(Matter, models.CASCADE, related_name="notices")
    decision = personal(models.CharField(max_length=10, choices=codes(Decision)), "counselling")
    dated_on = personal(models.DateField(), "counselling")
    posted_on = personal(models.DateField(null=True), "counselling")
    received_on = personal(models.DateField(), "counselling")
    way = personal(models.CharField(max_length=12, choices=codes(Delivery)), "counselling")
    instruction = personal(models.CharField(max_length=20, choices=codes(Instruction)), "counselling")
    remedy = personal(models.CharField(max_length=10, choices=codes(Remedy)), "counselling")
    """What the notice can be contested by."""
    one_week = personal(models.BooleanField(default=False), "counselling")
    stated_until = personal(models.DateField(null=True), "counselling")
    """The last day as the notice or a lawyer names it."""
    contested_on = personal(models.DateField(null=True), "counselling")
    accepted_on = personal(models.DateField(null=True), "counselling")
    """On this day the person decided to leave it at that."""
    ahead_task_id = models.UUIDField(null=True)
    task_id = models.UUIDField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "matter"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(received_on__gte=models.F("dated_on")),
                name="notice_received_not_before_dated",
            ),
            models.CheckConstraint(
                condition=models.Q(contested_on=None) | models.Q(accepted_on=None),
                name="notice_contested_or_accepted",
            ),
        ]

    @property
    def is_settled(self) -> bool:
        """Whether somebody contested it or decided to leave it at that."""
        return self.contested_on is not None or self.accepted_on is not None

    def period(self) -> RemedyPeriod:
        """Return until when it can be contested, and how that was counted."""
        return remedy_period(
            NoticeFacts(
                field=LegalField(self.matter.field),
                remedy=Remedy(self.remedy),
                way=Delivery(self.way),
                dated_on=self.dated_on,
                posted_on=self.posted_on,
                received_on=self.received_on,
                instruction=Instruction(self.instruction),
                one_week=self.one_week,
                stated_until=self.stated_until,
            )
        )
