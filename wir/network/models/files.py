"""What every row of a carrier's file about a person has: where it belongs, and who sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypedDict, TypeVar
from uuid import UUID

from django.db import models

from wir.kit.acting import Actor
from wir.network.models.networks import Carrier, Network, Project

if TYPE_CHECKING:
    from datetime import date


class Place(TypedDict):
    """Where a row belongs."""

    network_id: UUID
    carrier_id: UUID
    project_id: UUID


class FileRow(models.Model):
    """A row of one carrier's file about a person; it never changes network."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    carrier = models.ForeignKey(Carrier, models.PROTECT, related_name="+", db_index=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"

    def place(self) -> Place:
        """Return where this row belongs, for rows that belong beside it."""
        return {"network_id": self.network_id, "carrier_id": self.carrier_id, "project_id": self.project_id}


Row = TypeVar("Row", bound=FileRow)


class FileQuerySet(models.QuerySet[Row]):
    """Filters on rows of people's files; ``person_field`` says where the person's id stands."""

    person_field = "person_id"

    def visible_to(self, actor: Actor) -> Self:
        """Rows of the actor's sub-projects and of people released to them."""
        here = self.filter(network_id__in=actor.networks)
        mine = models.Q(project_id__in=actor.projects)
        if actor.subjects:
            mine |= models.Q(**{f"{self.person_field}__in": actor.subjects})
        return here.filter(mine)

    def in_force(self, day: date) -> Self:
        """Rows with ``from_on``/``until_on`` whose half-open period holds the day."""
        return self.filter(from_on__lte=day).exclude(until_on__lte=day)
