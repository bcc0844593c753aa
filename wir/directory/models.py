"""Organisations in the world: employers, schools, offices. Public facts; several networks share one row."""

from __future__ import annotations

from django.db import models

from wir.directory.rules import OrganisationKind
from wir.kit.choices import codes
from wir.kit.ids import new_id


class Organisation(models.Model):
    """A firm, school, office or carrier, with its place. No personal data."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, choices=codes(OrganisationKind))
    postcode = models.CharField(max_length=5, blank=True)
    place = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "name"])]
        constraints = [
            models.UniqueConstraint("name", "postcode", "kind", name="organisation_once_per_place"),
        ]

    def __str__(self) -> str:
        return self.name
