"""The audit trail; people are named by subject id alone, so it may outlive the person's row."""

from __future__ import annotations

from django.db import models

from wir.kit.ids import new_id
from wir.kit.purposes import personal


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
