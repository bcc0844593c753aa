"""What a person brings along: languages, schools, qualifications, work, and the day they can work."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models

from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models.files import Person
from wir.people.rules.facts import Level
from wir.people.rules.profile import (
    Childcare,
    DayTime,
    Equivalent,
    Licence,
    QualificationKind,
    Recognition,
    Script,
    Transport,
)

HOURS_A_WEEK = 60
_ISCED = models.Q(isced=None) | models.Q(isced__range=(0, 8))


class ProfileQuerySet(FileQuerySet["Profile"]):
    """Filters on profiles."""


@pghistory.track()
class Profile(FileRow):
    """Facts that decide what work fits; empty means not asked yet, never "no"."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="profile")
    scripts = personal(
        ArrayField(models.CharField(max_length=4, choices=codes(Script)), default=list), "counselling"
    )
    skills = personal(ArrayField(models.CharField(max_length=80), default=list), "counselling")
    licence = personal(models.CharField(max_length=10, choices=codes(Licence), blank=True), "counselling")
    licence_classes = personal(ArrayField(models.CharField(max_length=3), default=list), "counselling")
    travel_minutes = personal(models.PositiveSmallIntegerField(null=True), "counselling")
    """How long the way to work may take, one way."""
    travel_with = personal(
        ArrayField(models.CharField(max_length=10, choices=codes(Transport)), default=list), "counselling"
    )
    would_move = personal(models.BooleanField(null=True), "counselling")
    childcare = personal(models.CharField(max_length=12, choices=codes(Childcare), blank=True), "counselling")
    hours_from = personal(models.PositiveSmallIntegerField(null=True), "counselling")
    hours_until = personal(models.PositiveSmallIntegerField(null=True), "counselling")
    """Hours a week that are possible, from and up to."""
    times = personal(
        ArrayField(models.CharField(max_length=8, choices=codes(DayTime)), default=list), "counselling"
    )

    objects = ProfileQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(hours_from=None)
                | models.Q(hours_until=None)
                | models.Q(hours_from__lte=models.F("hours_until")),
                name="hours_from_before_until",
            ),
            models.CheckConstraint(
                condition=models.Q(hours_until=None) | models.Q(hours_until__lte=HOURS_A_WEEK),
                name="hours_at_most_sixty",
            ),
        ]


class LanguageSkillQuerySet(FileQuerySet["LanguageSkill"]):
    """Filters on language skills."""


class LanguageSkill(FileRow):
    """A language and how well it is mastered (CEFR): on the whole, by skill, and as certified."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="languages")
    language = personal(models.CharField(max_length=10), "counselling")
    level = personal(models.CharField(max_length=6, choices=codes(Level), blank=True), "counselling")
    listening = personal(models.CharField(max_length=6, choices=codes(Level), blank=True), "counselling")
    reading = personal(models.CharField(max_length=6, choices=codes(Level), blank=True), "counselling")
    speaking = personal(models.CharField(max_length=6, choices=codes(Level), blank=True), "counselling")
    writing = personal(models.CharField(max_length=6, choices=codes(Level), blank=True), "counselling")
    certificate = personal(models.CharField(max_length=120, blank=True), "counselling")
    certified_on = personal(models.DateField(null=True), "counselling")

    objects = LanguageSkillQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.UniqueConstraint(fields=["person", "language"], name="language_once_per_person"),
            models.CheckConstraint(
                condition=models.Q(certified_on=None) | ~models.Q(certificate=""),
                name="language_certified_by_something",
            ),
        ]


class SchoolingQuerySet(FileQuerySet["Schooling"]):
    """Filters on schooling."""


@pghistory.track()
class Schooling(FileRow):
    """A school somebody went to, with what it equals in Germany."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="schools")
    school = personal(models.CharField(max_length=160), "counselling")
    country = personal(models.CharField(max_length=3, blank=True), "counselling")
    """ISO 3166-1 alpha-3."""
    classes = personal(models.PositiveSmallIntegerField(null=True), "counselling")
    """Years of school."""
    until_year = personal(models.PositiveSmallIntegerField(null=True), "counselling")
    finished = personal(models.BooleanField(null=True), "counselling")
    equivalent = personal(
        models.CharField(max_length=20, choices=codes(Equivalent), blank=True), "counselling"
    )
    isced = personal(models.PositiveSmallIntegerField(null=True), "counselling")

    objects = SchoolingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [models.CheckConstraint(condition=_ISCED, name="schooling_isced_0_to_8")]


class QualificationQuerySet(FileQuerySet["Qualification"]):
    """Filters on qualifications."""


@pghistory.track()
class Qualification(FileRow):
    """A vocational qualification, degree or course, and how far its recognition in Germany has come."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="qualifications")
    kind = personal(models.CharField(max_length=12, choices=codes(QualificationKind)), "counselling")
    title = personal(models.CharField(max_length=160), "counselling")
    country = personal(models.CharField(max_length=3, blank=True), "counselling")
    earned_year = personal(models.PositiveSmallIntegerField(null=True), "counselling")
    papers_at_hand = personal(models.BooleanField(null=True), "counselling")
    isced = personal(models.PositiveSmallIntegerField(null=True), "counselling")
    recognition = personal(
        models.CharField(max_length=14, choices=codes(Recognition), blank=True), "counselling"
    )
    recognised_by = personal(models.CharField(max_length=120, blank=True), "counselling")
    applied_on = personal(models.DateField(null=True), "counselling")
    decided_on = personal(models.DateField(null=True), "counselling")

    objects = QualificationQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.CheckConstraint(condition=_ISCED, name="qualification_isced_0_to_8"),
            models.CheckConstraint(
                condition=models.Q(applied_on=None)
                | models.Q(decided_on=None)
                | models.Q(decided_on__gte=models.F("applied_on")),
                name="qualification_decided_after_applied",
            ),
        ]


class WorkExperienceQuerySet(FileQuerySet["WorkExperience"]):
    """Filters on work experience."""


@pghistory.track()
class WorkExperience(FileRow):
    """Work that somebody did; an open end means that they still do it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="work")
    occupation = personal(models.CharField(max_length=160), "counselling")
    """In the person's words."""
    kldb = personal(
        models.CharField(max_length=5, blank=True, validators=[RegexValidator(r"^\d{5}$")]), "counselling"
    )
    """Code of the Klassifikation der Berufe 2010, where somebody has looked it up."""
    country = personal(models.CharField(max_length=3, blank=True), "counselling")
    from_year = personal(models.PositiveSmallIntegerField(null=True), "counselling")
    until_year = personal(models.PositiveSmallIntegerField(null=True), "counselling")
    duties = personal(models.CharField(max_length=400, blank=True), "counselling")

    objects = WorkExperienceQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(from_year=None)
                | models.Q(until_year=None)
                | models.Q(until_year__gte=models.F("from_year")),
                name="work_ends_after_start",
            ),
        ]
