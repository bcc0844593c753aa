"""The audit trail and consent; people are named by subject id alone, so both may outlive the person's row."""

from __future__ import annotations

from django.db import models

from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.privacy.rules import ConsentWay, Purpose


class AuditEntry(models.Model):
    """One line: who did what to whom, when. Nobody changes or removes one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    network_id = models.UUIDField(null=True)
    actor_kind = personal(models.CharField(max_length=20), "security")
    actor_id = personal(models.UUIDField(null=True), "security")
    verb = personal(models.CharField(max_length=80), "security")
    subject_id = models.UUIDField(null=True)
    detail = personal(models.JSONField(default=dict), "security")

    class Meta:
        indexes = [models.Index(fields=["network_id", "subject_id", "at"])]

    def __str__(self) -> str:
        return f"{self.verb} {self.pk}"


class Consent(models.Model):
    """A person's yes to one purpose, until taken back; monitoring rests on law and is not among them."""

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

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdrawn_on=None) | models.Q(withdrawn_on__gte=models.F("given_on")),
                name="consent_withdrawn_after_given",
            ),
            models.UniqueConstraint(
                fields=["network_id", "subject_id", "purpose"],
                condition=models.Q(withdrawn_on=None),
                name="consent_once_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"consent {self.pk}"


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

    class Meta:
        indexes = [models.Index(fields=["network_id", "subject_id"])]

    def __str__(self) -> str:
        return f"notice {self.pk}"
