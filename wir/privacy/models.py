"""The audit trail and consent; people are named by subject id alone, so both may outlive the person's row."""

from __future__ import annotations

from collections.abc import Collection
from typing import Self
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models

from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.privacy.rules import (
    AuthorityKind,
    ConsentWay,
    DataCategory,
    Purpose,
    RequestDecision,
    RequestWay,
)


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


class AuthorityRequestQuerySet(models.QuerySet["AuthorityRequest"]):
    """Filters on requests of authorities."""

    def visible_to(self, actor: Actor, led: Collection[UUID]) -> Self:
        """Requests that the actor put down, and those of the sub-projects that the actor heads."""
        mine = models.Q(logged_by=actor.id) | models.Q(project_id__in=list(led))
        return self.filter(mine, network_id__in=actor.networks)


class AuthorityRequest(models.Model):
    """Police, customs, an Ausländerbehörde or others asked for data; nothing is said until the management decided.

    Open to whoever put it down and to the head of the sub-project; ``demand`` may repeat what was said of a person.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    carrier_id = models.UUIDField()
    project_id = models.UUIDField()
    subject_id = models.UUIDField(null=True)
    logged_by = models.UUIDField()
    logged_at = models.DateTimeField(auto_now_add=True)
    kind = models.CharField(max_length=30, choices=codes(AuthorityKind))
    way = models.CharField(max_length=20, choices=codes(RequestWay))
    asked_by = personal(models.CharField(max_length=200), "security")
    """Office, name and reference number, as stated."""
    asked_on = models.DateField()
    stated_basis = models.CharField(max_length=400, blank=True)
    demand = personal(models.TextField(blank=True), "security")
    officer_asked_on = models.DateField(null=True)
    decision = models.CharField(max_length=20, choices=codes(RequestDecision), blank=True)
    decided_by = models.UUIDField(null=True)
    decided_on = models.DateField(null=True)
    reason = models.TextField(blank=True)
    legal_basis = models.CharField(max_length=400, blank=True)
    given_out = ArrayField(models.CharField(max_length=20, choices=codes(DataCategory)), default=list)

    objects = AuthorityRequestQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network_id", "project_id", "asked_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decision="", decided_by=None, decided_on=None, given_out=[])
                | models.Q(
                    decision="refused", decided_by__isnull=False, decided_on__isnull=False, given_out=[]
                )
                | models.Q(
                    models.Q(decision="answered", decided_by__isnull=False, decided_on__isnull=False),
                    models.Q(officer_asked_on__isnull=False),
                    ~models.Q(given_out=[]),
                    ~models.Q(legal_basis=""),
                ),
                name="authority_request_answered_only_with_officer_and_basis",
            )
        ]

    def __str__(self) -> str:
        return f"authority request {self.pk}"


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
