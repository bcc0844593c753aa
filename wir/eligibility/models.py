"""What the rules answered for a person, kept with the facts they were given."""

from __future__ import annotations

from django.db import models

from wir.kit.ids import new_id
from wir.network.models import FileQuerySet, FileRow
from wir.people.models import Person


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
    facts = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person", "-made_at"])]
