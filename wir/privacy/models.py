"""The audit trail and consent; people are named by subject id alone, so both may outlive the person's row."""

from __future__ import annotations

from django.db import models

from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.privacy.rules import ConsentWay, Purpose


class AuditEntry(models.Model):
    """One line: who did what to whom, when. Nobody changes or removes one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    network_id = models.UUIDField(null=True)
    actor_kind = models.CharField(max_length=20)
    actor_id = models.UUIDField(null=True)
    verb = models.CharField(max_length=80)
    subject_id = models.UUIDField(null=True)
    detail = models.JSONField(default=dict)

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
    purpose = models.CharField(max_length=40, choices=codes(Purpose))
    given_on = models.DateField()
    withdrawn_on = models.DateField(null=True)
    way = models.CharField(max_length=20, choices=codes(ConsentWay))
    language = models.CharField(max_length=10)
    text_version = models.CharField(max_length=40)

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
    purpose = models.CharField(max_length=40, choices=codes(Purpose))
    given_on = models.DateField()
    language = models.CharField(max_length=10)
    text_version = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["network_id", "subject_id"])]

    def __str__(self) -> str:
        return f"notice {self.pk}"
