"""Who lives with a person. Being in one household opens nobody's file: that is a grant, and a human decision."""

from __future__ import annotations

import pghistory
from django.db import models

from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models.files import Person
from wir.people.rules.profile import Care, Relation, SchoolNow


class HouseholdMemberQuerySet(FileQuerySet["HouseholdMember"]):
    """Filters on members of households."""


@pghistory.track()
class HouseholdMember(FileRow):
    """Somebody who lives with the person: linked to a file of their own, or just what matters for work, without a name.

    The link stands in both files, so each can be ended where one reads it; it shows nothing of the other file.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="household")
    relation = personal(models.CharField(max_length=10, choices=codes(Relation)), "counselling")
    linked = personal(models.ForeignKey(Person, models.CASCADE, null=True, related_name="+"), "counselling")
    birth_year = personal(models.PositiveSmallIntegerField(null=True), "counselling")
    school = personal(models.CharField(max_length=12, choices=codes(SchoolNow), blank=True), "counselling")
    care = personal(models.CharField(max_length=12, choices=codes(Care), blank=True), "counselling")

    objects = HouseholdMemberQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.UniqueConstraint(fields=["person", "linked"], name="household_linked_once"),
            models.CheckConstraint(
                condition=models.Q(linked=None) | ~models.Q(linked=models.F("person")),
                name="household_not_with_oneself",
            ),
            models.CheckConstraint(
                condition=models.Q(linked=None) | models.Q(birth_year=None, school="", care=""),
                name="household_nothing_twice",
            ),
        ]
