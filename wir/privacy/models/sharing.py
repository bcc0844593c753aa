"""Consents to sharing, and who received what."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models

from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.privacy.models.subjects import SubjectQuerySet
from wir.privacy.rules import ConsentWay, Purpose, Receiver, Shared

SHARING = ("counselling", "security")
"""What was shared is part of the counselling, and proof that it was lawful (Art. 5(2), 7(1) GDPR)."""


class SharingConsentQuerySet(SubjectQuerySet["SharingConsent"]):
    """Filters on consents to sharing."""

    def in_force(self, day: date) -> Self:
        """Consents that allow sharing on the day."""
        return self.filter(given_on__lte=day, until_on__gt=day).exclude(withdrawn_on__lte=day)


class SharingConsent(models.Model):
    """A person lets one receiver know certain things, for one purpose and a time; ``until_on`` no longer counts.

    Grants that rest on it name it as their cause (``cause``), so that they end with it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    project_id = models.UUIDField()
    subject_id = models.UUIDField()
    purpose = personal(models.CharField(max_length=40, choices=codes(Purpose)), *SHARING)
    fields = personal(ArrayField(models.CharField(max_length=20, choices=codes(Shared))), *SHARING)
    receiver_kind = personal(models.CharField(max_length=20, choices=codes(Receiver)), *SHARING)
    receiver_id = personal(models.UUIDField(), *SHARING)
    given_on = personal(models.DateField(), *SHARING)
    until_on = personal(models.DateField(), *SHARING)
    withdrawn_on = personal(models.DateField(null=True), *SHARING)
    told_on = personal(models.DateField(null=True), *SHARING)
    """The receiver was told of the withdrawal (Art. 19 GDPR)."""
    way = personal(models.CharField(max_length=20, choices=codes(ConsentWay)), *SHARING)
    language = personal(models.CharField(max_length=10), *SHARING)
    text_version = personal(models.CharField(max_length=40), *SHARING)
    proof = personal(models.CharField(max_length=200, blank=True), *SHARING)
    recorded_by = personal(models.UUIDField(null=True), *SHARING)

    objects = SharingConsentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network_id", "subject_id"], name="sharing_subject")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on__gt=models.F("given_on")), name="sharing_ends_after_start"
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_on=None) | models.Q(withdrawn_on__gte=models.F("given_on")),
                name="sharing_withdrawn_after_given",
            ),
        ]

    def __str__(self) -> str:
        return f"sharing consent {self.pk}"

    def cause(self) -> str:
        """Return what a grant that rests on this consent names as its cause."""
        return f"sharing:{self.pk.hex}"


class Disclosure(models.Model):
    """Somebody received something about a person: what, when, why, and on which consent (none: on law)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    project_id = models.UUIDField()
    subject_id = models.UUIDField()
    sharing = models.ForeignKey(SharingConsent, models.PROTECT, null=True, related_name="disclosures")
    purpose = personal(models.CharField(max_length=40, choices=codes(Purpose)), *SHARING)
    fields = personal(ArrayField(models.CharField(max_length=20, choices=codes(Shared))), *SHARING)
    receiver_kind = personal(models.CharField(max_length=20, choices=codes(Receiver)), *SHARING)
    receiver_id = personal(models.UUIDField(), *SHARING)
    on = personal(models.DateField(), *SHARING)
    made_by = personal(models.UUIDField(null=True), *SHARING)

    objects = SubjectQuerySet["Disclosure"].as_manager()

    class Meta:
        indexes = [models.Index(fields=["network_id", "subject_id"], name="disclosure_subject")]

    def __str__(self) -> str:
        return f"disclosure {self.pk}"
