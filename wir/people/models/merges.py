"""Two files that turned out to be about one person, put together; kept so that it can be undone."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models

from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models.files import Person
from wir.people.rules.merging import UNDO_WITHIN


class MergeQuerySet(FileQuerySet["Merge"]):
    """Filters on merges."""

    person_field = "kept_id"


class Merge(FileRow):
    """One file was taken into another: which rows moved, and what was overwritten by what.

    The absorbed file stays behind with what could not stand twice; it is on no list while this row stands. Undoing
    the merge removes the row.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kept = models.ForeignKey(Person, models.CASCADE, related_name="merges")
    absorbed = models.OneToOneField(Person, models.CASCADE, related_name="absorbed_by")
    moved = personal(models.JSONField(default=list), "counselling")
    """Rows that moved: table, key, and the anchor they had before."""
    written = personal(models.JSONField(default=dict), "counselling")
    """Fields of the kept file that were overwritten: before and after."""
    by = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"),
        "counselling",
        "security",
    )
    merged_at = models.DateTimeField()

    objects = MergeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "kept"])]
        constraints = [
            models.CheckConstraint(condition=~models.Q(kept=models.F("absorbed")), name="merge_of_two_files"),
        ]

    def can_be_undone(self, now: datetime) -> bool:
        """Whether the 30 days have not passed yet."""
        return now < self.merged_at + UNDO_WITHIN
