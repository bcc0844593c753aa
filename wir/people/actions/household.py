"""Who lives with a person is written down and linked. A link opens no file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.kit.acting import Actor
from wir.kit.versions import refuse_if_changed
from wir.people.models import HouseholdMember, Person
from wir.people.queries.profile import member_values
from wir.people.rules.household import HouseholdProblem, Living, problems_of_link, problems_of_member
from wir.people.rules.profile import MIRRORED, Relation
from wir.privacy import actions as privacy
from wir.privacy.queries import is_stopped
from wir.privacy.rules import Purpose


class CannotKeepMember(Exception):
    """The member is not written down or linked; ``problems`` says why."""

    def __init__(self, problems: Sequence[HouseholdProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def keep_member(
    *, person: Person, member_id: UUID | None, living: Living, seen: str, today: date, actor: Actor
) -> HouseholdMember:
    """Write down somebody without a file of their own, without a name; or correct the one with this id.

    Raises CannotKeepMember or ChangedMeanwhile, and writes nothing, when the facts do not fit or others saved before.
    """
    problems = problems_of_member(living, stopped=_stopped(person, today), today=today)
    if problems:
        raise CannotKeepMember(problems)
    member = HouseholdMember(**person.place(), person=person)
    if member_id is not None:
        rows = HouseholdMember.objects.visible_to(actor).select_for_update()
        member = rows.get(person_id=person.pk, pk=member_id, linked=None)
        refuse_if_changed(seen, member_values(member))
    member.relation, member.birth_year = living.relation.value, living.birth_year
    member.school = living.school.value if living.school else ""
    member.care = living.care.value if living.care else ""
    member.save()
    _record(person, "people.member_kept", actor)
    return member


@transaction.atomic
def link_member(*, person: Person, other: Person, relation: Relation, today: date, actor: Actor) -> None:
    """Say in both files that the two live together; neither shows anything of the other by that.

    The actor sees both files. Raises CannotKeepMember, and writes nothing, when they are one file, of two networks, or
    linked already.
    """
    linked = HouseholdMember.objects.visible_to(actor).filter(person_id=person.pk, linked_id=other.pk)
    problems = problems_of_link(
        same_file=person.pk == other.pk,
        same_network=person.network_id == other.network_id,
        linked_before=linked.exists(),
        stopped=_stopped(person, today) or _stopped(other, today),
    )
    if problems:
        raise CannotKeepMember(problems)
    mirrored = MIRRORED.get(relation, relation)
    for one, two, called in ((person, other, relation), (other, person, mirrored)):
        HouseholdMember.objects.get_or_create(
            person=one, linked=two, defaults={**one.place(), "relation": called.value}
        )
        _record(one, "people.member_linked", actor)


@transaction.atomic
def remove_member(*, person: Person, member_id: UUID, actor: Actor) -> None:
    """Take somebody out of the household; a link goes from both files, as far as the actor may change them."""
    rows = HouseholdMember.objects.visible_to(actor)
    member = rows.select_for_update().filter(person_id=person.pk, pk=member_id).first()
    if member is None:
        return
    if member.linked_id is not None:
        rows.filter(person_id=member.linked_id, linked_id=person.pk).delete()
    member.delete()
    _record(person, "people.member_removed", actor)


def _stopped(person: Person, today: date) -> bool:
    return is_stopped(person.network_id, person.pk, Purpose.COUNSELLING, today)


def _record(person: Person, verb: str, actor: Actor) -> None:
    privacy.record(
        actor=actor,
        verb=verb,
        network_id=person.network_id,
        carrier_id=person.carrier_id,
        subject_id=person.pk,
        purpose=Purpose.COUNSELLING,
    )
