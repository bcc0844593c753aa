"""Running cases go from one advisor to another of the same sub-project."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.counselling import queries
from wir.counselling.models import Stay
from wir.counselling.rules import ReassignProblem
from wir.kit.acting import Actor
from wir.network import actions as network
from wir.network import queries as known_network
from wir.network.rules import Scope
from wir.privacy import actions as privacy
from wir.tasks import actions as tasks


class CannotReassign(Exception):
    """The cases cannot be given on like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[ReassignProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def reassign_cases(*, stay_ids: Collection[UUID], advisor_id: UUID, today: date, actor: Actor) -> list[Stay]:
    """Give running cases to another advisor: case team and open tasks go along, all of them or none.

    Their advisor does it, or the head of the sub-project; the new advisor works in the same one. Where somebody took
    the consent back, the notes stay closed to both.

    Raises CannotReassign, and writes nothing, when a rule stands in the way.
    """
    stays = list(
        Stay.objects.visible_to(actor)
        .filter(pk__in=stay_ids)
        .select_related("person")
        .select_for_update(of=("self",))
        .order_by("pk")
    )
    problems = _obstacles(stays, wanted=len(set(stay_ids)), advisor_id=advisor_id, today=today, actor=actor)
    if problems:
        raise CannotReassign(problems)
    for stay in stays:
        _give_on(stay, advisor_id, today, actor)
    return stays


def _obstacles(
    stays: Sequence[Stay], *, wanted: int, advisor_id: UUID, today: date, actor: Actor
) -> list[ReassignProblem]:
    led = known_network.led_by(actor, today)
    projects = {stay.project_id for stay in stays}
    checks = {
        ReassignProblem.NOT_YOURS: len(stays) < wanted
        or any(stay.project_id not in led and stay.advisor_id != actor.id for stay in stays),
        ReassignProblem.ENDED: any(stay.exited_on for stay in stays),
        ReassignProblem.NOT_THERE: not all(queries.works_in(one, advisor_id, today) for one in projects),
        ReassignProblem.SAME_ADVISOR: any(stay.advisor_id == advisor_id for stay in stays),
    }
    return [problem for problem, holds in checks.items() if holds]


def _give_on(stay: Stay, advisor_id: UUID, today: date, actor: Actor) -> None:
    before, stay.advisor_id = stay.advisor_id, advisor_id
    stay.save(update_fields=["advisor_id"])
    network.close_files(
        network_id=stay.network_id, subject_id=stay.person_id, cause="stay", today=today, actor=actor
    )
    if not queries.is_stopped(stay.person, today):
        network.open_file(
            place=stay.place(),
            subject_id=stay.person_id,
            scope=Scope.CASE_TEAM,
            grantee_id=advisor_id,
            cause="stay",
            from_on=today,
            actor=actor,
        )
    tasks.pass_on(subject_id=stay.person_id, giver_id=before, taker_id=advisor_id, actor=actor)
    privacy.record(
        actor=actor,
        verb="counselling.case_reassigned",
        network_id=stay.network_id,
        subject_id=stay.person_id,
    )
