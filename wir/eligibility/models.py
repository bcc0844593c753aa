"""What only the rules ask about a person, and what they answered, kept with the facts they were given."""

from __future__ import annotations

from typing import Self

import pghistory
from django.conf import settings
from django.db import models

from wir.eligibility.rules.answers import BanKind
from wir.eligibility.rules.changes import ChangeKind
from wir.eligibility.rules.circumstances import INCRIMINATING, PermissionGiven
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
    refugee_background = personal(models.BooleanField(null=True), "counselling")
    unaccompanied_minor = personal(models.BooleanField(null=True), "counselling")
    waiver_in_child_interest = personal(models.BooleanField(null=True), "counselling")
    """The minor waived the claim in the interest of the child (§ 60a Abs. 6 S. 3 AufenthG)."""
    outcome_final = personal(models.BooleanField(null=True), "counselling")
    """The decision on the claim is unanfechtbar."""
    after_official_advice = personal(models.BooleanField(null=True), "counselling")
    """The claim was withdrawn after the Bundesamt's counselling (§ 60a Abs. 6 S. 1 Nr. 3 AufenthG)."""
    protection_still_held = personal(models.BooleanField(null=True), "counselling")
    court_suspensive_effect = personal(models.BooleanField(null=True), "counselling")
    accelerated_procedure_ground = personal(
        models.CharField(max_length=4, choices=codes(AcceleratedGround), blank=True), "counselling"
    )
    """Letter of Art. 42(1) subpara. 1 Regulation (EU) 2024/1348."""
    dublin_request = personal(
        models.CharField(max_length=30, choices=codes(DublinRequest), blank=True), "counselling"
    )
    protected_in = personal(models.CharField(max_length=4, blank=True), "counselling")
    """Member state that granted protection, ISO 3166-1 alpha-3, or none (§ 61 Abs. 1 S. 3 Nr. 2 AsylG)."""
    new_procedure_required = personal(models.BooleanField(null=True), "counselling")
    cooperation_breach = personal(
        models.CharField(max_length=30, choices=codes(CooperationBreach), blank=True), "counselling"
    )
    own_conduct_causal = personal(models.BooleanField(null=True), "counselling")
    """The person's conduct is what prevents removal now (§ 60a Abs. 6 S. 1 Nr. 2 AufenthG)."""
    identity_status = personal(
        models.CharField(max_length=40, choices=codes(Identity), blank=True), "counselling"
    )
    identity_clarified_on = personal(models.DateField(null=True), "counselling")
    title_applied_on = personal(models.DateField(null=True), "counselling")
    previous_title_basis = personal(models.CharField(max_length=60, blank=True), "counselling")
    """Reference grammar, as ``Residence.legal_basis``."""
    applied_title_basis = personal(models.CharField(max_length=60, blank=True), "counselling")
    admission_order_work_rule = personal(
        models.CharField(max_length=30, choices=codes(OrderRule), blank=True), "counselling"
    )
    activity_is_title_purpose = personal(models.BooleanField(null=True), "counselling")
    weekly_hours = personal(models.PositiveSmallIntegerField(null=True), "counselling")
    duration_weeks = personal(models.PositiveSmallIntegerField(null=True), "counselling")
    employer_is_household_relative = personal(models.BooleanField(null=True), "counselling")
    ba_consent_given = personal(models.BooleanField(null=True), "counselling")
    permission_given = personal(
        models.CharField(max_length=30, choices=codes(PermissionGiven), blank=True), "counselling"
    )
    permission_same_job = personal(models.BooleanField(null=True), "counselling")
    permission_from = personal(models.DateField(null=True), "counselling")
    permission_until = personal(models.DateField(null=True), "counselling")
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
            ),
            models.CheckConstraint(
                condition=(
                    ~models.Q(cooperation_breach__in=[one.value for one in INCRIMINATING])
                    & (models.Q(own_conduct_causal=None) | models.Q(own_conduct_causal=False))
                )
                | (~models.Q(finding_notice="") & models.Q(finding_on__isnull=False)),
                name="circumstances_finding_has_notice",
            ),
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
    activity = personal(models.CharField(max_length=40), "counselling")
    on = personal(models.DateField(), "counselling")
    may_work = personal(models.CharField(max_length=30), "counselling")
    target_group = personal(models.CharField(max_length=10), "counselling")
    earliest_on = personal(models.DateField(null=True), "counselling")
    answer = personal(models.JSONField(), "counselling")
    """In the exchange format (``Answer.as_json``): codes and references, no sentences."""
    facts = personal(models.JSONField(), "counselling")
    """In the exchange format; ``Facts.from_json`` reads it back."""
    made_at = models.DateTimeField(auto_now_add=True)
    law_version = personal(models.CharField(max_length=40, blank=True), "counselling")
    """State of the texts and rules that answered; empty where an older edition did not say."""
    made_by = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"),
        "counselling",
    )
    """Who asked; nobody where a job did."""
    outdated_on = personal(models.DateField(null=True), "counselling")
    """Day on which it was noticed that the present rules, or the time passed, give another answer."""
    now_may_work = personal(models.CharField(max_length=30, blank=True), "counselling")

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person", "-made_at"])]


class LegalClockQuerySet(FileQuerySet["LegalClock"]):
    """Filters on legal clocks."""


class LegalClock(FileRow):
    """A day on which an answer will change by itself, once the case team has been told of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="legal_clocks")
    kind = personal(models.CharField(max_length=30, choices=codes(ChangeKind)), "counselling")
    on = personal(models.DateField(), "counselling")
    told_on = personal(models.DateField(), "counselling")
    recomputed_on = personal(models.DateField(null=True), "counselling")
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
    decided_by = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"), "security"
    )
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
    """How a legal sentence reads in a further language; shown once a qualified person has checked and released it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    code = models.CharField(max_length=80)
    """Kind and code, as in ``reason.title_allows_work``."""
    language = models.CharField(max_length=12)
    text = models.TextField(blank=True)
    proposed_on = models.DateField(null=True)
    released_by = personal(models.CharField(max_length=160, blank=True), "security")
    """Name and office of whoever checked the wording; not necessarily a user."""
    released_on = models.DateField(null=True)
    for_demonstration = models.BooleanField(default=False)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "code", "language"], name="sentence_released_once"),
            models.CheckConstraint(
                condition=models.Q(released_on=None) | ~models.Q(text="") & ~models.Q(released_by=""),
                name="sentence_released_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.language}"
