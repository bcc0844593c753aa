"""The audit trail and consent; people are named by subject id alone, so both may outlive the person's row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.privacy.rules import ConsentWay, Kind, Purpose

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


class ErasureOrder(models.Model):
    """Somebody decided that a subject's data go; until it is done, its field history may be removed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    subject_id = personal(models.UUIDField(), "security")
    ordered_on = models.DateField()
    ordered_by = personal(models.UUIDField(null=True), "security")
    done_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["network_id", "subject_id"])]

    def __str__(self) -> str:
        return f"erasure order {self.pk}"


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
