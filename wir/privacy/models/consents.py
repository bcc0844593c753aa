"""What people agreed to, and what they were informed about."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models

from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.privacy import rules
from wir.privacy.models.subjects import SubjectQuerySet
from wir.privacy.rules import ConsentState, ConsentWay, Purpose


class ConsentQuerySet(SubjectQuerySet["Consent"]):
    """Filters on consents."""

    def in_force(self, day: date) -> Self:
        """Answers that are a yes on the day."""
        given = self.filter(refused=False, given_on__lte=day)
        return given.exclude(withdrawn_on__lte=day).exclude(ends_on__lte=day)


class Consent(models.Model):
    """A person's answer about one purpose: yes until taken back or ended, or no. What rests on law is not asked.

    ``given_on`` is the day of the answer, also of a no; ``ends_on`` the first day on which a yes no longer counts.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    project_id = models.UUIDField()
    subject_id = models.UUIDField()
    purpose = personal(
        models.CharField(max_length=40, choices=codes(Purpose)), "counselling", "aftercare", "security"
    )
    given_on = personal(models.DateField(), "counselling", "aftercare", "security")
    withdrawn_on = personal(models.DateField(null=True), "counselling", "aftercare", "security")
    way = personal(
        models.CharField(max_length=20, choices=codes(ConsentWay)), "counselling", "aftercare", "security"
    )
    language = personal(models.CharField(max_length=10), "counselling", "aftercare", "security")
    text_version = personal(models.CharField(max_length=40), "counselling", "aftercare", "security")
    refused = personal(models.BooleanField(default=False), "counselling", "aftercare", "security")
    ends_on = personal(models.DateField(null=True), "counselling", "aftercare", "security")
    proof = personal(models.CharField(max_length=200, blank=True), "counselling", "aftercare", "security")
    """Where the paper or its scan lies; the name typed on screen; who witnessed the spoken answer."""
    recorded_by = personal(models.UUIDField(null=True), "counselling", "aftercare", "security")

    objects = ConsentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network_id", "subject_id"], name="consent_subject")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdrawn_on=None) | models.Q(withdrawn_on__gte=models.F("given_on")),
                name="consent_withdrawn_after_given",
            ),
            models.CheckConstraint(
                condition=models.Q(refused=False) | models.Q(withdrawn_on=None, ends_on=None),
                name="consent_refused_has_no_end",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gt=models.F("given_on")),
                name="consent_ends_after_given",
            ),
            models.UniqueConstraint(
                fields=["network_id", "subject_id", "purpose"],
                condition=models.Q(withdrawn_on=None, refused=False, ends_on=None),
                name="consent_once_without_end",
            ),
        ]

    def __str__(self) -> str:
        return f"consent {self.pk}"

    def state_on(self, day: date) -> ConsentState:
        """Return what this answer means on a day."""
        return rules.state_on(
            day,
            given_on=self.given_on,
            refused=self.refused,
            withdrawn_on=self.withdrawn_on,
            ends_on=self.ends_on,
        )


class NoticeGiven(models.Model):
    """Information under Art. 13 GDPR was handed over, in which language and version."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    project_id = models.UUIDField()
    subject_id = models.UUIDField()
    purpose = personal(
        models.CharField(max_length=40, choices=codes(Purpose)),
        "counselling",
        "monitoring",
        "aftercare",
        "security",
    )
    given_on = personal(models.DateField(), "counselling", "monitoring", "aftercare", "security")
    language = personal(models.CharField(max_length=10), "counselling", "monitoring", "aftercare", "security")
    text_version = personal(
        models.CharField(max_length=40), "counselling", "monitoring", "aftercare", "security"
    )

    objects = SubjectQuerySet["NoticeGiven"].as_manager()

    class Meta:
        indexes = [models.Index(fields=["network_id", "subject_id"])]

    def __str__(self) -> str:
        return f"notice {self.pk}"
