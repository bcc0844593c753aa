"""Files that belong together, files found elsewhere, and closed ones that are opened."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from wir.counselling import actions as counselling
from wir.counselling import queries as counselling_queries
from wir.kit.acting import Actor
from wir.network import actions as network
from wir.network.rules import Scope
from wir.people import actions as people
from wir.people import queries as people_queries
from wir.people.models import LinkDecision, Merge, Person
from wir.people.rules.merging import MergeProblem


@transaction.atomic
def put_together(
    *, kept: Person, absorbed: Person, take: Collection[str], now: datetime, today: date, actor: Actor
) -> Merge:
    """Put two files about one person together; what it moves can be moved back for 30 days.

    Raises CannotMerge, and writes nothing, when a rule stands in the way, or when both files are in an open stay: only
    one of them could stand, and which one is no question for a machine.
    """
    merge = people.merge_files(kept=kept, absorbed=absorbed, take=take, now=now, today=today, actor=actor)
    if counselling_queries.people_in_stays(actor, [absorbed.pk]):
        raise people.CannotMerge([MergeProblem.TWO_OPEN_STAYS])
    return merge


@transaction.atomic
def decide_whether_same(*, person: Person, other_id: UUID, same: bool, actor: Actor) -> LinkDecision:
    """Decide whether a file is about a participant of another sub-project; if so, its stays count for that one.

    Raises CannotLink, and writes nothing, when a rule stands in the way.
    """
    before_id = person.participant_id
    decision = people.decide_link(person=person, other_id=other_id, same=same, actor=actor)
    if same:
        person.participant_id = other_id
        counselling.follow_participant(person=person, before_id=before_id, actor=actor)
    return decision


@transaction.atomic
def part(*, person: Person, decision: LinkDecision, actor: Actor) -> LinkDecision:
    """Undo a link: the file and its stays count for a participant of their own again.

    Raises CannotLink, and writes nothing, where nothing is linked.
    """
    together, alone = decision.other_id, decision.before_id
    decision = people.part_files(decision=decision, actor=actor)
    if alone is not None:
        person.participant_id = alone
        counselling.follow_participant(person=person, before_id=together, actor=actor)
    return decision


class NothingClosed(Exception):
    """Behind the case number there is no file that is closed to the actor: there is none, or it is open already."""


@transaction.atomic
def open_closed_files(*, case_number: str, reason: str, now: datetime, actor: Actor) -> list[UUID]:
    """Open the files behind a case number of the network for one hour; return whose.

    Raises NothingClosed or CannotBreakGlass, and writes nothing, when there is nothing to open or a rule is against.
    """
    closed = people_queries.closed_files(actor, case_number)
    if not closed:
        raise NothingClosed
    for one in closed:
        network.break_glass(
            place=one.place, subject_id=one.person_id, scope=Scope.FILE, reason=reason, now=now, actor=actor
        )
    return [one.person_id for one in closed]
