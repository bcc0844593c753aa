"""What others may know of a person's needs: requirements without the reason, released and taken back one by one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.kit.acting import Actor
from wir.people.models import Person, Requirement
from wir.people.rules.requirements import RequirementKind, RequirementProblem, obstacles_to_release
from wir.privacy import actions as privacy
from wir.privacy.rules import ConsentWay, Purpose


class CannotRelease(Exception):
    """Requirements are not released or not taken back; ``problems`` says why."""

    def __init__(self, problems: Sequence[RequirementProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def release_requirements(
    *,
    person: Person,
    kinds: Collection[RequirementKind],
    agreed: bool,
    way: ConsentWay,
    today: date,
    actor: Actor,
) -> None:
    """Let whoever reads the file know what a workplace has to offer, and never why.

    What is released already stays as it is. Raises CannotRelease, and writes nothing, outside the case team, without
    the person's yes to this release, or when nothing is chosen.
    """
    problems = obstacles_to_release(in_team=person.pk in actor.team, agreed=agreed, kinds=kinds)
    if problems:
        raise CannotRelease(problems)
    released = Requirement.objects.visible_to(actor).filter(person_id=person.pk, until_on=None)
    fresh = set(kinds) - {RequirementKind(kind) for kind in released.values_list("kind", flat=True)}
    Requirement.objects.bulk_create(
        Requirement(**person.place(), person=person, kind=kind.value, way=way.value, from_on=today)
        for kind in sorted(fresh)
    )
    if fresh:
        _record(person, "people.requirements_released", actor)


@transaction.atomic
def withdraw_requirement(*, person: Person, requirement_id: UUID, today: date, actor: Actor) -> None:
    """Take one release back: from today on nobody reads it.

    Raises CannotRelease, and changes nothing, outside the case team or when it is not released.
    """
    if person.pk not in actor.team:
        raise CannotRelease([RequirementProblem.NOT_IN_TEAM])
    rows = Requirement.objects.visible_to(actor).filter(person_id=person.pk, pk=requirement_id, until_on=None)
    if not rows.update(until_on=today):
        raise CannotRelease([RequirementProblem.NOT_RELEASED])
    _record(person, "people.requirement_withdrawn", actor)


@transaction.atomic
def withdraw_all_requirements(*, person: Person, today: date, actor: Actor) -> None:
    """Take every release back, because the consent on which the knowledge rests is gone."""
    rows = Requirement.objects.visible_to(actor).filter(person_id=person.pk, until_on=None)
    if rows.update(until_on=today):
        _record(person, "people.requirement_withdrawn", actor)


def _record(person: Person, verb: str, actor: Actor) -> None:
    privacy.record(
        actor=actor,
        verb=verb,
        network_id=person.network_id,
        carrier_id=person.carrier_id,
        subject_id=person.pk,
        purpose=Purpose.COUNSELLING,
    )
