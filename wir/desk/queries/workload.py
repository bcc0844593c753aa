"""The running cases of the sub-projects somebody heads: with whom they are, how heavy, and what they lack.

Numbers of running cases by advisor are for spreading the work, and for the head of the sub-project alone. Nothing of
what has been done is counted by anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Subquery

from wir.counselling.models import Contact, Goal, Stay
from wir.desk import rules
from wir.desk.rules import Lack
from wir.monitoring.rules.answers import Question
from wir.network import queries as network
from wir.placement.models import Spell
from wir.privacy.models import Consent
from wir.privacy.rules import Purpose
from wir.tasks import queries as tasks
from wir.tasks.rules import TaskReason

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from wir.kit.acting import Actor
    from wir.tasks.models import TaskRule


@dataclass(frozen=True, slots=True)
class RunningCase:
    """A running case by its number."""

    stay_id: UUID
    person_id: UUID
    case_number: str
    project_id: UUID
    project: str
    advisor_id: UUID
    advisor: str
    entered_on: date
    last_contact: date | None
    weight: int
    lacks: frozenset[Lack]


@dataclass(frozen=True, slots=True)
class Load:
    """Who looks after how many running cases in a sub-project, and how heavy these are together."""

    advisor: str
    project: str
    cases: int
    weight: int


def running_cases(actor: Actor, today: date) -> list[RunningCase]:
    """Return the running cases of the sub-projects the actor heads, by case number, with two queries."""
    return _running(actor, network.led_by(actor, today), today)


def people_lacking(actor: Actor, lack: Lack, today: date) -> list[UUID]:
    """Return who is in a stay of the sub-projects the actor works in, and lacks this."""
    return [case.person_id for case in _running(actor, actor.projects, today) if lack in case.lacks]


def _running(actor: Actor, project_ids: Collection[UUID], today: date) -> list[RunningCase]:
    stays = Stay.objects.visible_to(actor).open().filter(project_id__in=project_ids)
    about = {"network_id": OuterRef("network_id"), "person_id": OuterRef("person_id")}
    contacts = Contact.objects.visible_to(actor).filter(**about, came=True).order_by("-on")
    running = (
        Spell.objects.visible_to(actor).filter(**about, starts_on__lte=today).exclude(ends_on__lte=today)
    )
    consents = Consent.objects.visible_to(actor).in_force(today).filter(purpose=Purpose.COUNSELLING.value)
    rows = stays.annotate(
        has_plan=Exists(Goal.objects.visible_to(actor).filter(**about, reached_on=None)),
        is_placed=Exists(running),
        agreed=Exists(consents.filter(network_id=OuterRef("network_id"), subject_id=OuterRef("person_id"))),
        last_contact=Subquery(contacts.values("on")[:1]),
        asks=F("participant__participation__asks"),
        case_number=F("participant__case_number"),
    ).select_related("advisor", "project")
    found = tasks.rules_of(actor, project_ids)
    return [_case(row, _most_days(found, row.project_id), today) for row in rows.order_by("case_number")]


def _most_days(found: dict[tuple[UUID, str], TaskRule], project_id: UUID) -> int | None:
    rule = tasks.rule_of(found, project_id, TaskReason.SILENCE)
    return rule.days if rule.is_on else None


def _case(row: Stay, most_days: int | None, today: date) -> RunningCase:
    values = vars(row)
    last: date | None = values["last_contact"]
    return RunningCase(
        stay_id=row.pk,
        person_id=row.person_id,
        case_number=values["case_number"],
        project_id=row.project_id,
        project=row.project.name,
        advisor_id=row.advisor_id,
        advisor=row.advisor.name,
        entered_on=row.entered_on,
        last_contact=last,
        weight=rules.weight_of(entered_on=row.entered_on, is_placed=values["is_placed"], today=today),
        lacks=rules.lacks_of(
            has_plan=values["has_plan"],
            agreed=values["agreed"],
            wants_entry_facts=values["asks"] == Question.ENTRY,
            silent_days=(today - (last or row.entered_on)).days,
            most_days=most_days,
        ),
    )


def loads_of(cases: Iterable[RunningCase]) -> list[Load]:
    """Return who looks after how many of these, by sub-project and name."""
    found: dict[tuple[str, str, UUID], list[int]] = {}
    for case in cases:
        found.setdefault((case.project, case.advisor, case.advisor_id), []).append(case.weight)
    return [
        Load(advisor, project, len(weights), sum(weights))
        for (project, advisor, _id), weights in sorted(found.items())
    ]
