"""People: the anchor without personal data, one carrier's file about a person, and the identity apart from it.

Identity and facts are tables of their own because row-level security hides rows, not columns.
"""

from __future__ import annotations

from typing import Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models

from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow, Network
from wir.people.rules.facts import (
    AsylumOutcome,
    Gender,
    Level,
    Origin,
    OwnConduct,
    RemovalMeasure,
    ResidenceStatus,
    WorkNote,
)


class Participant(models.Model):
    """The anchor: one per person and network (Vorhaben), with a case number, without personal data.

    Monitoring counts participants, however many files carriers keep about the same person.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    case_number = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "case_number"], name="participant_case_number")
        ]

    def __str__(self) -> str:
        return f"participant {self.case_number}"


class PersonQuerySet(FileQuerySet["Person"]):
    """Filters on files; a file is released by its own id."""

    person_field = "id"


@pghistory.track()
class Person(FileRow):
    """The file of one carrier about a person, linked to the anchor."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="files")
    origin = models.CharField(max_length=10, choices=codes(Origin), default=Origin.TYPED.value)
    gender = models.CharField(max_length=12, choices=codes(Gender), blank=True)
    nationalities = ArrayField(models.CharField(max_length=3), default=list)
    """ISO 3166-1 alpha-3; XXA stateless, XKX Kosovo."""
    contact_language = models.CharField(max_length=10, blank=True)
    interpreter_needed = models.BooleanField(null=True)
    schooling = models.CharField(max_length=200, blank=True)
    isced = models.PositiveSmallIntegerField(null=True)
    """Highest level completed, ISCED 2011 0–8."""
    occupation = models.CharField(max_length=200, blank=True)
    wishes = models.CharField(max_length=400, blank=True)
    remarks = models.TextField(blank=True)
    """What a list said beyond the known columns; nothing of it is lost."""
    unemployed_since = models.DateField(null=True)
    """Registered unemployed since, as a list said; the entry questionnaire starts from it."""
    expected_on = models.DateField(null=True)
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
    given_names = models.CharField(max_length=120)
    family_names = models.CharField(max_length=120)
    search_key = models.CharField(max_length=260)
    """Names folded for the tolerant search (``rules.names.search_key``)."""
    birth_date = models.DateField(null=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    street = models.CharField(max_length=160, blank=True)
    postcode = models.CharField(max_length=5, blank=True)
    place_name = models.CharField(max_length=120, blank=True)

    objects = PersonIdentityQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["network", "project", "search_key"]),
            models.Index(fields=["network", "birth_date"]),
            GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="identity_search_trigram"),
        ]

    def full_name(self) -> str:
        """Return family name first, as lists are sorted."""
        return f"{self.family_names}, {self.given_names}" if self.given_names else self.family_names


class ResidenceQuerySet(FileQuerySet["Residence"]):
    """Filters on residence history."""


@pghistory.track()
class Residence(FileRow):
    """A residence paper the person held or holds: history, half-open from ``from_on`` to ``until_on``."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="residences")
    status = models.CharField(max_length=30, choices=codes(ResidenceStatus))
    legal_basis = models.CharField(max_length=60, blank=True)
    """Reference grammar, e.g. ``AufenthG:25:2``."""
    work_note = models.CharField(max_length=40, choices=codes(WorkNote), blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    """Last day printed on the paper; the paper may be renewed after it."""

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
        ]


class ProcedureQuerySet(FileQuerySet["Procedure"]):
    """Filters on asylum procedures."""


@pghistory.track()
class Procedure(FileRow):
    """Facts of entry and asylum procedure that the rules ask for; empty means not known, never "no"."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="procedure")
    entered_on = models.DateField(null=True)
    stay_since = models.DateField(null=True)
    """First day of the present unbroken stay that was permitted, tolerated or gestattet (§ 32 BeschV)."""
    asylum_applied = models.BooleanField(null=True)
    asylum_requested_on = models.DateField(null=True)
    asylum_applied_on = models.DateField(null=True)
    asylum_registered_on = models.DateField(null=True)
    asylum_outcome = models.CharField(max_length=40, choices=codes(AsylumOutcome), blank=True)
    reception_centre_duty = models.BooleanField(null=True)
    reception_centre_duty_until = models.DateField(null=True)
    duldung_since = models.DateField(null=True)
    identity_unclear_note = models.BooleanField(null=True)
    """The paper bears the note of § 60b AufenthG."""
    own_conduct = models.CharField(max_length=30, choices=codes(OwnConduct), blank=True)
    """Conduct that may hinder removal (§ 60a Abs. 6 S. 1 Nr. 2 AufenthG)."""
    entered_for_benefits = models.BooleanField(null=True)
    removal_measure = models.CharField(max_length=40, choices=codes(RemovalMeasure), blank=True)
    """Concrete measures to end the stay are under way (§ 60a Abs. 5b S. 2 AufenthG)."""

    objects = ProcedureQuerySet.as_manager()


class LanguageSkillQuerySet(FileQuerySet["LanguageSkill"]):
    """Filters on language skills."""


class LanguageSkill(FileRow):
    """A language and how well it is spoken (CEFR), as told or certified."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="languages")
    language = models.CharField(max_length=10)
    level = models.CharField(max_length=6, choices=codes(Level), blank=True)

    objects = LanguageSkillQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.UniqueConstraint(fields=["person", "language"], name="language_once_per_person")
        ]


class DuplicateMarkQuerySet(FileQuerySet["DuplicateMark"]):
    """Filters on marks."""


class DuplicateMark(FileRow):
    """A keyed slow hash of one spelling of name and birth date, by which other networks may find a likely duplicate.

    Only with the network's basis and the person's consent, both asked again by the row's policy.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="duplicate_marks")
    digest = personal(models.BinaryField(max_length=32), "between_networks")

    objects = DuplicateMarkQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["digest"])]
        constraints = [models.UniqueConstraint(fields=["person", "digest"], name="duplicate_mark_once")]


class DuplicateCount(models.Model):
    """How often somebody asked other networks on a day; the owner function counts and forgets former days."""

    user_id = models.UUIDField(primary_key=True)
    on = models.DateField()
    asked = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"duplicate count {self.pk}"


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
    content = models.BinaryField()
    file_type = models.CharField(max_length=5)
    digest = models.CharField(max_length=64)
    uploaded_by = models.UUIDField(null=True)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)
    created_count = models.PositiveIntegerField(default=0)
    known_count = models.PositiveIntegerField(default=0)
    refused_count = models.PositiveIntegerField(default=0)

    objects = ListPreviewQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "project", "uploaded_at"])]
