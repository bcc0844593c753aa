"""The audit trail; people are named by subject id alone, so it may outlive the person's row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.privacy.rules import Kind, Purpose

if TYPE_CHECKING:
    from uuid import UUID


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    """Filters on lines."""

    def audited_by(self, actor: Actor) -> Self:
        """Lines of the networks and carriers whose trail the actor may read."""
        return self.filter(
            models.Q(network_id__in=actor.audited) | models.Q(carrier_id__in=actor.audited_carriers)
        )

    def about(self, actor: Actor, subject_id: UUID) -> Self:
        """Lines about one person, for the case team."""
        open_here = subject_id in actor.team
        return self.filter(network_id__in=actor.networks, subject_id=subject_id) if open_here else self.none()


class InquiryQuerySet(models.QuerySet["Inquiry"]):
    """Filters on inquiries."""

    def visible_to(self, actor: Actor) -> Self:
        """Inquiries in the networks and carriers whose trail the actor may read."""
        return self.filter(
            models.Q(network_id__in=actor.audited) | models.Q(carrier_id__in=actor.audited_carriers)
        )


class AuditEntry(models.Model):
    """One line: who did or read what about whom, when and what for. Nobody changes or removes one.

    The database keeps in a column ``writer``, unknown here, which transaction wrote the line: sealing needs it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    kind = models.CharField(max_length=10, choices=codes(Kind), default=Kind.ACT.value)
    network_id = models.UUIDField(null=True)
    carrier_id = models.UUIDField(null=True)
    """Whose file it is about; where it is about none, the carrier of whoever acted."""
    actor_kind = models.CharField(max_length=20)
    actor_id = personal(models.UUIDField(null=True), "security")
    role = models.CharField(max_length=120, blank=True)
    """Roles of the actor on that day, with commas between them."""
    purpose = models.CharField(max_length=40, choices=codes(Purpose), blank=True)
    request_id = models.UUIDField(null=True)
    verb = models.CharField(max_length=80)
    subject_id = personal(models.UUIDField(null=True), "security")
    detail = models.JSONField(default=dict)

    objects = AuditQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network_id", "subject_id", "at"])]

    def __str__(self) -> str:
        return f"{self.verb} {self.pk}"


class AuditSeal(models.Model):
    """The place of one line in the chain of its network, and the hash up to there; written by the database alone."""

    entry_id = models.UUIDField(primary_key=True)
    network_id = models.UUIDField()
    """The network; for lines without one the id of zeros."""
    number = models.BigIntegerField()
    hash = models.BinaryField()
    """SHA-256 over the hash before and the line as JSON."""
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network_id", "number"], name="audit_seal_number")]

    def __str__(self) -> str:
        return f"seal {self.number} of {self.network_id}"


class Inquiry(models.Model):
    """Why a data protection officer looked at what one member of staff did: for cause only (§ 87(1) no. 6 BetrVG)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    network_id = models.UUIDField()
    carrier_id = models.UUIDField(null=True)
    by_id = personal(models.UUIDField(), "security")
    about_id = personal(models.UUIDField(), "security")
    reason = personal(models.TextField(), "security")

    objects = InquiryQuerySet.as_manager()

    def __str__(self) -> str:
        return f"inquiry {self.pk}"
