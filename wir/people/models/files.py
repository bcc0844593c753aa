"""People: the anchor without personal data, one carrier's file about a person, and the identity apart from it.

Identity and facts are tables of their own because row-level security hides rows, not columns.
"""

from __future__ import annotations

from typing import Self

import pghistory
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from wir.kit.acting import Actor
from wir.kit.births import Birth
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow, Network
from wir.people.rules.facts import (
    AsylumOutcome,
    Gender,
    Origin,
    OwnConduct,
    RemovalMeasure,
    ResidenceStatus,
    WorkNote,
)
from wir.people.rules.profile import Way


class Participant(models.Model):
    """The anchor: one per person and network (Vorhaben), with a case number, without personal data.

    Monitoring counts participants, however many files carriers keep about the same person.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    case_number = personal(models.CharField(max_length=20), "counselling", "monitoring", "evidence")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "case_number"], name="participant_case_number")
        ]

    def __str__(self) -> str:
        return f"participant {self.case_number}"


class PersonQuerySet(FileQuerySet["Person"]):
    """Filters on files; a file is released by its own id."""

    person_field = "id"

    def visible_to(self, actor: Actor) -> Self:
        """Files the actor may see, without those that were taken into another one."""
        merged = apps.get_model("people", "Merge")._default_manager.filter(absorbed_id=models.OuterRef("pk"))
        return super().visible_to(actor).filter(~models.Exists(merged))


@pghistory.track()
class Person(FileRow):
    """The file of one carrier about a person, linked to the anchor."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="files")
    origin = personal(
        models.CharField(max_length=10, choices=codes(Origin), default=Origin.TYPED.value), "counselling"
    )
    gender = personal(
        models.CharField(max_length=12, choices=codes(Gender), blank=True), "counselling", "monitoring"
    )
    nationalities = personal(
        ArrayField(models.CharField(max_length=3), default=list), "counselling", "monitoring"
    )
    """ISO 3166-1 alpha-3; XXA stateless, XKX Kosovo."""
    contact_language = personal(models.CharField(max_length=10, blank=True), "counselling")
    interpreter_needed = personal(models.BooleanField(null=True), "counselling")
    schooling = personal(models.CharField(max_length=200, blank=True), "counselling")
    isced = personal(models.PositiveSmallIntegerField(null=True), "counselling")
    """Highest level completed, ISCED 2011 0–8."""
    occupation = personal(models.CharField(max_length=200, blank=True), "counselling")
    wishes = personal(models.CharField(max_length=400, blank=True), "counselling")
    remarks = personal(models.TextField(blank=True), "counselling")
    """What a list said beyond the known columns; nothing of it is lost."""
    unemployed_since = personal(models.DateField(null=True), "counselling")
    """Registered unemployed since, as a list said; the entry questionnaire starts from it."""
    expected_on = personal(models.DateField(null=True), "counselling")
    """Day of entry as a list said; the intake starts from it."""
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["network", "project"]),
            models.Index(fields=["network", "participant"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(isced=None) | models.Q(isced__range=(0, 8)), name="person_isced_0_to_8"
            ),
        ]


class PersonIdentityQuerySet(FileQuerySet["PersonIdentity"]):
    """Filters on identities."""


@pghistory.track()
class PersonIdentity(FileRow):
    """Who the person is: names as in the passport, birth date, how to reach them."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="identity")
    given_names = personal(
        models.CharField(max_length=120), "counselling", "monitoring", "evidence", "aftercare"
    )
    family_names = personal(
        models.CharField(max_length=120), "counselling", "monitoring", "evidence", "aftercare"
    )
    search_key = personal(
        models.CharField(max_length=260), "counselling", "monitoring", "evidence", "aftercare"
    )
    """Names folded for the tolerant search (``rules.names.search_key``)."""
    spoken_name = personal(models.CharField(max_length=120, blank=True), "counselling")
    """How the person wants to be called."""
    original_name = personal(models.CharField(max_length=200, blank=True), "counselling")
    """Name in the script it was given in."""
    other_names = personal(ArrayField(models.CharField(max_length=120), default=list), "counselling")
    """Earlier names, and spellings that stand on other papers."""
    birth_date = personal(models.DateField(null=True), "counselling", "monitoring")
    """Only where the whole day is known; otherwise year, and perhaps month, stand in the two fields below."""
    birth_year = personal(models.PositiveSmallIntegerField(null=True), "counselling", "monitoring")
    birth_month = personal(models.PositiveSmallIntegerField(null=True), "counselling", "monitoring")
    phone = personal(models.CharField(max_length=30, blank=True), "counselling", "monitoring", "aftercare")
    email = personal(models.EmailField(blank=True), "counselling", "monitoring", "aftercare")
    street = personal(models.CharField(max_length=160, blank=True), "counselling", "monitoring", "aftercare")
    postcode = personal(models.CharField(max_length=5, blank=True), "counselling", "monitoring", "aftercare")
    place_name = personal(
        models.CharField(max_length=120, blank=True), "counselling", "monitoring", "aftercare"
    )
    ways = personal(
        ArrayField(models.CharField(max_length=12, choices=codes(Way)), default=list),
        "counselling",
        "aftercare",
    )
    """How to reach the person, the best way first."""
    best_time = personal(models.CharField(max_length=120, blank=True), "counselling", "aftercare")
    may_leave_message = personal(models.BooleanField(null=True), "counselling", "aftercare")
    safe_to_write = personal(models.BooleanField(null=True), "counselling", "aftercare")
    """Whether nobody else reads what is written to the person."""
    reach_note = personal(models.CharField(max_length=200, blank=True), "counselling", "aftercare")

    objects = PersonIdentityQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["network", "project", "search_key"]),
            models.Index(fields=["network", "birth_date"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(birth_year=None) | models.Q(birth_date=None), name="birth_known_once"
            ),
            models.CheckConstraint(
                condition=models.Q(birth_month=None)
                | models.Q(birth_month__range=(1, 12), birth_year__isnull=False),
                name="birth_month_of_a_year",
            ),
        ]

    def all_names(self) -> tuple[str, ...]:
        """Return every name by which the person can be found, in whatever script."""
        names = (f"{self.given_names} {self.family_names}", self.original_name, self.spoken_name)
        return tuple(filter(None, (*names, *self.other_names)))

    def full_name(self) -> str:
        """Return family name first, as lists are sorted."""
        return f"{self.family_names}, {self.given_names}" if self.given_names else self.family_names

    def birth(self) -> Birth | None:
        """Return what is known of the birth date."""
        if self.birth_date is not None:
            return Birth(self.birth_date.year, self.birth_date.month, self.birth_date.day)
        return None if self.birth_year is None else Birth(self.birth_year, self.birth_month)


class ResidenceQuerySet(FileQuerySet["Residence"]):
    """Filters on residence history."""


@pghistory.track()
class Residence(FileRow):
    """A residence paper the person held or holds: history, half-open from ``from_on`` to ``until_on``."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="residences")
    status = personal(models.CharField(max_length=30, choices=codes(ResidenceStatus)), "counselling")
    legal_basis = personal(models.CharField(max_length=60, blank=True), "counselling")
    """Reference grammar, e.g. ``AufenthG:25:2``."""
    work_note = personal(models.CharField(max_length=40, choices=codes(WorkNote), blank=True), "counselling")
    from_on = personal(models.DateField(), "counselling")
    until_on = personal(models.DateField(null=True), "counselling")
    valid_until = personal(models.DateField(null=True), "counselling")
    """Last day printed on the paper; the paper may be renewed after it."""
    issued_on = personal(models.DateField(null=True), "counselling")
    issued_by = personal(models.CharField(max_length=120, blank=True), "counselling")
    side_note = personal(models.CharField(max_length=400, blank=True), "counselling")
    """Further side notes (Nebenbestimmungen) in the words of the paper, e.g. about where to live."""

    objects = ResidenceQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["network", "person", "from_on"]),
            models.Index(fields=["network", "valid_until"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on=None) | models.Q(until_on__gt=models.F("from_on")),
                name="residence_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(until_on=None), name="residence_one_current"
            ),
            models.CheckConstraint(
                condition=models.Q(issued_on=None)
                | models.Q(valid_until=None)
                | models.Q(valid_until__gte=models.F("issued_on")),
                name="residence_valid_after_issued",
            ),
        ]


class ProcedureQuerySet(FileQuerySet["Procedure"]):
    """Filters on asylum procedures."""


@pghistory.track()
class Procedure(FileRow):
    """Facts of entry and asylum procedure that the rules ask for; empty means not known, never "no"."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="procedure")
    entered_on = personal(models.DateField(null=True), "counselling")
    stay_since = personal(models.DateField(null=True), "counselling")
    """First day of the present unbroken stay that was permitted, tolerated or gestattet (§ 32 BeschV)."""
    asylum_applied = personal(models.BooleanField(null=True), "counselling")
    asylum_requested_on = personal(models.DateField(null=True), "counselling")
    asylum_applied_on = personal(models.DateField(null=True), "counselling")
    asylum_registered_on = personal(models.DateField(null=True), "counselling")
    asylum_outcome = personal(
        models.CharField(max_length=40, choices=codes(AsylumOutcome), blank=True), "counselling"
    )
    reception_centre_duty = personal(models.BooleanField(null=True), "counselling")
    reception_centre_duty_until = personal(models.DateField(null=True), "counselling")
    duldung_since = personal(models.DateField(null=True), "counselling")
    identity_unclear_note = personal(models.BooleanField(null=True), "counselling")
    """The paper bears the note of § 60b AufenthG."""
    own_conduct = personal(
        models.CharField(max_length=30, choices=codes(OwnConduct), blank=True), "counselling"
    )
    """Conduct that may hinder removal (§ 60a Abs. 6 S. 1 Nr. 2 AufenthG)."""
    entered_for_benefits = personal(models.BooleanField(null=True), "counselling")
    removal_measure = personal(
        models.CharField(max_length=40, choices=codes(RemovalMeasure), blank=True), "counselling"
    )
    """Concrete measures to end the stay are under way (§ 60a Abs. 5b S. 2 AufenthG)."""
    finding_notice = personal(models.CharField(max_length=120, blank=True), "counselling")
    """The authority's notice (Bescheid) on which conduct or motive rests: its file number."""
    finding_on = personal(models.DateField(null=True), "counselling")

    objects = ProcedureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(
                    models.Q(own_conduct__in=["", OwnConduct.NONE.value])
                    & (models.Q(entered_for_benefits=None) | models.Q(entered_for_benefits=False))
                )
                | (~models.Q(finding_notice="") & models.Q(finding_on__isnull=False)),
                name="procedure_finding_has_notice",
            )
        ]


class ListPreviewQuerySet(FileQuerySet["ListPreview"]):
    """Filters on previews; a preview is about no single person."""

    def visible_to(self, actor: Actor) -> Self:
        """Previews of the actor's sub-projects."""
        return self.filter(network_id__in=actor.networks, project_id__in=actor.projects)


class ListPreview(FileRow):
    """An uploaded list: waiting for confirmation, then kept a day so that refused rows can be fetched.

    ``content`` is the list as uploaded; the nightly job empties it, the counts remain.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    content = personal(models.BinaryField(), "counselling")
    file_type = models.CharField(max_length=5)
    digest = models.CharField(max_length=64)
    uploaded_by = personal(models.UUIDField(null=True), "counselling", "security")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)
    created_count = models.PositiveIntegerField(default=0)
    known_count = models.PositiveIntegerField(default=0)
    refused_count = models.PositiveIntegerField(default=0)

    objects = ListPreviewQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "project", "uploaded_at"])]
