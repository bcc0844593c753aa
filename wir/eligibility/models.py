"""What only the rules ask about a person, and what they answered, kept with the facts they were given."""

from __future__ import annotations

import pghistory
from django.db import models

from wir.eligibility.rules.circumstances import PermissionGiven
from wir.eligibility.rules.vocabulary import (
    AcceleratedGround,
    CooperationBreach,
    DublinRequest,
    Identity,
    OrderRule,
)
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
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

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person", "-made_at"])]
