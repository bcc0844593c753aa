"""What authorities asked about participants, and what was decided."""

from __future__ import annotations

from collections.abc import Collection
from typing import Self
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models

from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.fields import SealedTextField
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.privacy.rules import AuthorityKind, DataCategory, RequestDecision, RequestWay


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
    logged_by = personal(models.UUIDField(), "security")
    logged_at = personal(models.DateTimeField(auto_now_add=True), "security")
    kind = personal(models.CharField(max_length=30, choices=codes(AuthorityKind)), "security")
    way = personal(models.CharField(max_length=20, choices=codes(RequestWay)), "security")
    asked_by = personal(models.CharField(max_length=200), "security")
    """Office, name and reference number, as stated."""
    asked_on = personal(models.DateField(), "security")
    stated_basis = personal(models.CharField(max_length=400, blank=True), "security")
    demand = personal(SealedTextField(), "security")
    officer_asked_on = personal(models.DateField(null=True), "security")
    decision = personal(
        models.CharField(max_length=20, choices=codes(RequestDecision), blank=True), "security"
    )
    decided_by = personal(models.UUIDField(null=True), "security")
    decided_on = personal(models.DateField(null=True), "security")
    reason = personal(models.TextField(blank=True), "security")
    legal_basis = personal(models.CharField(max_length=400, blank=True), "security")
    given_out = personal(
        ArrayField(models.CharField(max_length=20, choices=codes(DataCategory)), default=list), "security"
    )

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
