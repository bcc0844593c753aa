"""Who works where."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from wir.accounts.models import User
from wir.kit.compiled import compiled
from wir.network.models import Membership, Project
from wir.network.rules import IN_PROJECTS

if TYPE_CHECKING:
    from wir.kit.acting import Actor


@compiled
def projects_in_reach(actor: Actor) -> QuerySet[Project]:
    """Return the sub-projects whose stays the actor may read, by name."""
    reach = Q(id__in=actor.projects) | Q(network_id__in=actor.overseen)
    return Project.objects.visible_to(actor).filter(reach).order_by("name", "id")


def advisors_of(actor: Actor, today: date) -> list[User]:
    """Return those who work today in the sub-projects the actor works in, by name."""
    held = Membership.objects.filter(
        Q(until_on=None) | Q(until_on__gt=today),
        network_id__in=actor.networks,
        project_id__in=actor.projects,
        role__in=[role.value for role in IN_PROJECTS],
        from_on__lte=today,
    )
    return list(User.objects.filter(id__in=held.values("user_id"), is_active=True).order_by("name", "id"))
