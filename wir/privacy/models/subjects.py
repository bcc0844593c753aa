"""Rows about a subject, named by id alone: a lower app knows no file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models

if TYPE_CHECKING:
    from wir.kit.acting import Actor

Row = TypeVar("Row", bound=models.Model)


class SubjectQuerySet(models.QuerySet[Row]):
    """Filters on rows about a subject."""

    def visible_to(self, actor: Actor) -> Self:
        """Rows of the actor's sub-projects and of people released to them."""
        here = self.filter(network_id__in=actor.networks)
        return here.filter(models.Q(project_id__in=actor.projects) | models.Q(subject_id__in=actor.subjects))
