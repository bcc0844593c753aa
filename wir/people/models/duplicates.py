"""What the check between networks keeps: marks of people who agreed, and how often somebody asked."""

from __future__ import annotations

from django.db import models

from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models.files import Person


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
    on = personal(models.DateField(), "security")
    asked = personal(models.PositiveSmallIntegerField(), "security")

    def __str__(self) -> str:
        return f"duplicate count {self.pk}"
