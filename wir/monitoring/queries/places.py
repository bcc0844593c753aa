"""Which part of the figures somebody asks for, and may ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from wir.kit.acting import Actor
from wir.kit.compiled import compiled
from wir.monitoring.models import Participation, ParticipationQuerySet
from wir.network.models import Project


@dataclass(frozen=True, slots=True)
class Asked:
    """A report: of which network or sub-project (``None``: all the actor reaches), as of which day, asked when."""

    as_of: date
    today: date
    network_id: UUID | None = None
    project_id: UUID | None = None


@compiled
def projects_reported(actor: Actor) -> QuerySet[Project]:
    """Return the sub-projects whose figures the actor reads: all of networks overseen, otherwise their own."""
    mine = Q(network_id__in=actor.overseen) | Q(id__in=actor.projects)
    return (
        Project.objects.visible_to(actor).filter(mine).select_related("network").order_by("network", "name")
    )


def participations(actor: Actor, asked: Asked) -> ParticipationQuerySet:
    """Return the participations a report is about, as stored."""
    rows = Participation.objects.visible_to(actor)
    if asked.network_id:
        rows = rows.filter(network_id=asked.network_id)
    if asked.project_id:
        rows = rows.filter(project_ids__contains=[asked.project_id])
    return rows
