"""Acting for somebody: powers and releases, guardians, and legal questions put to somebody qualified."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models

from wir.counselling.rules import Topic
from wir.counselling.rules.powers import GuardianKind, PowerFacts, PowerKind, Signer
from wir.directory.models import Organisation
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models import Person


class PowerQuerySet(FileQuerySet["Power"]):
    """Filters on powers and releases."""


@pghistory.track()
class Power(FileRow):
    """A power of attorney or a release from confidentiality: for one body, some topics, a time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="powers")
    kind = personal(models.CharField(max_length=10, choices=codes(PowerKind)), "counselling", "security")
    body = personal(
        models.ForeignKey(Organisation, models.PROTECT, related_name="+"), "counselling", "security"
    )
    topics = personal(
        ArrayField(models.CharField(max_length=20, choices=codes(Topic))), "counselling", "security"
    )
    language = personal(models.CharField(max_length=10), "counselling", "security")
    """In which it was explained and printed beside German."""
    until_on = personal(models.DateField(), "counselling", "security")
    """The first day on which it no longer counts."""
    signed_on = personal(models.DateField(null=True), "counselling", "security")
    signed_by = personal(
        ArrayField(models.CharField(max_length=10, choices=codes(Signer)), default=list),
        "counselling",
        "security",
    )
    scan_id = personal(models.UUIDField(null=True), "counselling", "security")
    """The document that shows the signature."""
    revoked_on = personal(models.DateField(null=True), "counselling", "security")

    objects = PowerQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signed_on=None) | models.Q(until_on__gt=models.F("signed_on")),
                name="power_ends_after_signed",
            ),
            models.CheckConstraint(
                condition=models.Q(revoked_on=None) | models.Q(revoked_on__gte=models.F("signed_on")),
                name="power_revoked_not_before_signed",
            ),
        ]

    def facts(self) -> PowerFacts:
        """Return what the rules ask about."""
        return PowerFacts(
            id=self.pk,
            body_id=self.body_id,
            topics=frozenset(map(Topic, self.topics)),
            signed_on=self.signed_on,
            signed_by=frozenset(map(Signer, self.signed_by)),
            until_on=self.until_on,
            revoked_on=self.revoked_on,
        )


class GuardianQuerySet(FileQuerySet["Guardian"]):
    """Filters on guardians."""


@pghistory.track()
class Guardian(FileRow):
    """Who decides for a person under age, half-open from ``from_on`` to ``until_on``, with the paper that says so."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="guardians")
    kind = personal(models.CharField(max_length=12, choices=codes(GuardianKind)), "counselling")
    name = personal(models.CharField(max_length=200), "counselling")
    reach = personal(models.CharField(max_length=200, blank=True), "counselling")
    document_id = personal(models.UUIDField(null=True), "counselling")
    """The certificate of appointment or another proof among the documents."""
    from_on = personal(models.DateField(), "counselling")
    until_on = personal(models.DateField(null=True), "counselling")

    objects = GuardianQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on=None) | models.Q(until_on__gt=models.F("from_on")),
                name="guardian_ends_after_start",
            ),
        ]


class LegalQuestionQuerySet(FileQuerySet["LegalQuestion"]):
    """Filters on legal questions."""


class LegalQuestion(FileRow):
    """A legal question of one case, put to the qualified person who guides the advice (§ 6 Abs. 2 RDG)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    asked_by = personal(models.UUIDField(null=True), "counselling", "security")
    asked_on = personal(models.DateField(), "counselling")
    put_to = personal(models.CharField(max_length=200), "counselling")
    question = personal(models.TextField(), "counselling")
    answer = personal(models.TextField(blank=True), "counselling")
    answered_on = personal(models.DateField(null=True), "counselling")
    task_id = models.UUIDField(null=True)

    objects = LegalQuestionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answered_on=None, answer="")
                | (models.Q(answered_on__gte=models.F("asked_on")) & ~models.Q(answer="")),
                name="legal_question_answered_with_answer",
            ),
        ]
