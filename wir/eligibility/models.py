"""What only the rules ask about a person, and what they answered, kept with the facts they were given."""

from __future__ import annotations

from typing import Self

import pghistory
from django.conf import settings
from django.db import models

from wir.eligibility.rules.answers import BanKind
from wir.eligibility.rules.changes import ChangeKind
from wir.eligibility.rules.circumstances import PermissionGiven
from wir.eligibility.rules.dwelling import Obligation
from wir.eligibility.rules.policy import Programme, Setting
from wir.eligibility.rules.vocabulary import (
    AcceleratedGround,
    CooperationBreach,
    DublinRequest,
    Identity,
    OrderRule,
)
from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow, Network
from wir.people.models import Person


class CircumstancesQuerySet(FileQuerySet["Circumstances"]):
    """Filters on circumstances."""


@pghistory.track()
class Circumstances(FileRow):
    """Facts beyond paper and procedure that decide in some cases; empty means not known, never "no"."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="circumstances")
    refugee_background = models.BooleanField(null=True)
    unaccompanied_minor = models.BooleanField(null=True)
    waiver_in_child_interest = models.BooleanField(null=True)
    """The minor waived the claim in the interest of the child (§ 60a Abs. 6 S. 3 AufenthG)."""
    outcome_final = models.BooleanField(null=True)
    """The decision on the claim is unanfechtbar."""
    after_official_advice = models.BooleanField(null=True)
    """The claim was withdrawn after the Bundesamt's counselling (§ 60a Abs. 6 S. 1 Nr. 3 AufenthG)."""
    protection_still_held = models.BooleanField(null=True)
    court_suspensive_effect = models.BooleanField(null=True)
    accelerated_procedure_ground = models.CharField(
        max_length=4, choices=codes(AcceleratedGround), blank=True
    )
    """Letter of Art. 42(1) subpara. 1 Regulation (EU) 2024/1348."""
    dublin_request = models.CharField(max_length=30, choices=codes(DublinRequest), blank=True)
    protected_in = models.CharField(max_length=4, blank=True)
    """Member state that granted protection, ISO 3166-1 alpha-3, or none (§ 61 Abs. 1 S. 3 Nr. 2 AsylG)."""
    new_procedure_required = models.BooleanField(null=True)
    cooperation_breach = models.CharField(max_length=30, choices=codes(CooperationBreach), blank=True)
    own_conduct_causal = models.BooleanField(null=True)
    """The person's conduct is what prevents removal now (§ 60a Abs. 6 S. 1 Nr. 2 AufenthG)."""
    identity_status = models.CharField(max_length=40, choices=codes(Identity), blank=True)
    identity_clarified_on = models.DateField(null=True)
    title_applied_on = models.DateField(null=True)
    previous_title_basis = models.CharField(max_length=60, blank=True)
    """Reference grammar, as ``Residence.legal_basis``."""
    applied_title_basis = models.CharField(max_length=60, blank=True)
    admission_order_work_rule = models.CharField(max_length=30, choices=codes(OrderRule), blank=True)
    activity_is_title_purpose = models.BooleanField(null=True)
    weekly_hours = models.PositiveSmallIntegerField(null=True)
    duration_weeks = models.PositiveSmallIntegerField(null=True)
    employer_is_household_relative = models.BooleanField(null=True)
    ba_consent_given = models.BooleanField(null=True)
    permission_given = models.CharField(max_length=30, choices=codes(PermissionGiven), blank=True)
    permission_same_job = models.BooleanField(null=True)
    permission_from = models.DateField(null=True)
    permission_until = models.DateField(null=True)
    """Last day of the permission, as printed."""
    finding_notice = personal(models.CharField(max_length=120, blank=True), "counselling")
    """The authority's notice (Bescheid) on which an incriminating fact rests: its file number."""
    finding_on = personal(models.DateField(null=True), "counselling")
    obligation = personal(
        models.CharField(max_length=30, choices=codes(Obligation), blank=True), "counselling"
    )
    """Wohnsitzauflage: § 12a, § 61 Abs. 1d AufenthG or § 60 AsylG."""
    obligation_since = personal(models.DateField(null=True), "counselling")
    bound_to_area = personal(models.BooleanField(null=True), "counselling")
    move_consent_asked_on = personal(models.DateField(null=True), "counselling")
    lifted_for_job_from = personal(models.DateField(null=True), "counselling")

    objects = CircumstancesQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(permission_until=None)
                | models.Q(permission_until__gte=models.F("permission_from")),
                name="permission_ends_after_start",
            )
        ]


class AssessmentQuerySet(FileQuerySet["Assessment"]):
    """Filters on assessments."""

    def newest(self) -> AssessmentQuerySet:
        """The newest answer for each person and activity."""
        ordered = self.order_by("person_id", "activity", "-made_at", "-id")
        return ordered.distinct("person_id", "activity")


class Assessment(FileRow):
    """The answer to "may this person do this?" for one activity and day, with its reasons, as first given."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="assessments")
    activity = models.CharField(max_length=40)
    on = models.DateField()
    may_work = models.CharField(max_length=30)
    target_group = models.CharField(max_length=10)
    earliest_on = models.DateField(null=True)
    answer = models.JSONField()
    """In the exchange format (``Answer.as_json``): codes and references, no sentences."""
    facts = models.JSONField()
    """In the exchange format; ``Facts.from_json`` reads it back."""
    made_at = models.DateTimeField(auto_now_add=True)
    law_version = models.CharField(max_length=40, blank=True)
    """State of the texts and rules that answered; empty where an older edition did not say."""
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    """Who asked; nobody where a job did."""
    outdated_on = models.DateField(null=True)
    """Day on which it was noticed that the present rules, or the time passed, give another answer."""
    now_may_work = models.CharField(max_length=30, blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person", "-made_at"])]


class LegalClockQuerySet(FileQuerySet["LegalClock"]):
    """Filters on legal clocks."""


class LegalClock(FileRow):
    """A day on which an answer will change by itself, once the case team has been told of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="legal_clocks")
    kind = models.CharField(max_length=30, choices=codes(ChangeKind))
    on = personal(models.DateField(), "counselling")
    told_on = models.DateField()
    recomputed_on = models.DateField(null=True)
    """Day on which the answer was asked for anew, at the earliest ``on``."""

    objects = LegalClockQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["network", "on"], condition=models.Q(recomputed_on=None), name="clock_open")
        ]
        constraints = [models.UniqueConstraint(fields=["person", "kind", "on"], name="clock_once")]


class NetworkQuerySet(models.QuerySet["TargetPolicy"]):
    """Filters on what a network has decided."""

    def visible_to(self, actor: Actor) -> Self:
        """Rows of the actor's networks."""
        return self.filter(network_id__in=actor.networks)


class TargetPolicy(models.Model):
    """How a network reads the programme's wording for one kind of ban, from a day on; rows only grow."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    programme = models.CharField(max_length=20, choices=codes(Programme), default=Programme.WIR.value)
    ban_kind = models.CharField(max_length=60, choices=codes(BanKind))
    setting = models.CharField(max_length=10, choices=codes(Setting))
    from_on = models.DateField()
    source = models.CharField(max_length=300)
    """Where the reading comes from: answer of the granting body, with its day."""
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = NetworkQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "programme", "from_on"])]

    def __str__(self) -> str:
        return f"{self.ban_kind} {self.setting} {self.from_on}"


class ClockQuerySet(models.QuerySet["ClockSetting"]):
    """Filters on settings of legal clocks."""

    def visible_to(self, actor: Actor) -> Self:
        """Rows of the actor's networks."""
        return self.filter(network_id__in=actor.networks)


class ClockSetting(models.Model):
    """How many days before such a change the case teams of a network want a task; 0: none."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30, choices=codes(ChangeKind))
    days_before = models.PositiveSmallIntegerField()

    objects = ClockQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "kind"], name="clock_setting_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.days_before}"


class ReleaseQuerySet(models.QuerySet["SentenceRelease"]):
    """Filters on releases."""

    def visible_to(self, actor: Actor) -> Self:
        """Rows of the actor's networks."""
        return self.filter(network_id__in=actor.networks)


class SentenceRelease(models.Model):
    """A qualified person has checked how a legal sentence reads in a further language, and lets it be shown."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    code = models.CharField(max_length=80)
    """Kind and code, as in ``reason.title_allows_work``."""
    language = models.CharField(max_length=12)
    released_by = models.CharField(max_length=160)
    """Name and office of whoever checked the wording; not necessarily a user."""
    released_on = models.DateField()
    for_demonstration = models.BooleanField(default=False)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "code", "language"], name="sentence_released_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.language}"
