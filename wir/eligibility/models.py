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
from wir.network.models import FileQuerySet, FileRow
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

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person", "-made_at"])]
