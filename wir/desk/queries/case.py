"""A case at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from wir.counselling import queries as counselling
from wir.kit.compiled import compiled
from wir.people import queries as people
from wir.placement import queries as placement
from wir.tasks import queries as tasks

if TYPE_CHECKING:
    from wir.counselling.models import Goal, Stay
    from wir.kit.acting import Actor
    from wir.people.models import Person
    from wir.placement.models import Spell
    from wir.tasks.models import Task, TaskQuerySet

NEXT_TASKS = 8


@dataclass(frozen=True, slots=True)
class CaseOverview:
    """What one needs to know before calling somebody: what is next, what was agreed, where the person works."""

    stays: list[Stay]
    tasks: list[Task]
    goals: list[Goal]
    spells: list[Spell]

    @property
    def open_stay(self) -> Stay | None:
        """The stay the person is in now."""
        return next((stay for stay in self.stays if stay.exited_on is None), None)


def case_overview(actor: Actor, person_id: UUID) -> CaseOverview:
    """Return the case at a glance; its history is a page of its own (``kit.registry.timeline_of``)."""
    return CaseOverview(
        stays=_stays(actor, person_id),
        tasks=_next_tasks(actor, person_id),
        goals=[goal for goal in counselling.goals_of(actor, person_id) if goal.reached_on is None],
        spells=_spells(actor, person_id),
    )


_stays = compiled(counselling.stays_of)
_spells = compiled(placement.spells_of)


@compiled
def _next_tasks(actor: Actor, person_id: UUID) -> TaskQuerySet:
    return tasks.open_tasks(actor, subject_id=person_id)[:NEXT_TASKS]


def file_by_number(actor: Actor, case_number: str) -> Person | None:
    """Return the file with this case number, among those the actor may see."""
    files = people.people_for(actor).filter(participant__case_number__iexact=case_number.strip())
    return files.order_by("id").first()
