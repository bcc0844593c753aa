"""Files of several sub-projects hang on one participant, when a human says that they are about one person."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from wir.kit.acting import Actor
from wir.people import queries
from wir.people.models import LinkDecision, Person
from wir.people.rules.linking import LinkProblem, obstacles_to_decision
from wir.privacy import actions as privacy


class CannotLink(Exception):
    """The files cannot be linked or parted like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[LinkProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def decide_link(*, person: Person, other_id: UUID, same: bool, actor: Actor) -> LinkDecision:
    """Decide whether the file is about a participant that the check has found; then it hangs on that participant.

    Its stays are moved by the app above. Raises CannotLink, and writes nothing, when a rule stands in the way.
    """
    person = Person.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=person.pk)
    decided = queries.decisions_of(actor, person.pk)
    problems = obstacles_to_decision(
        same=same,
        found=other_id in {one.participant_id for one in queries.undecided(actor, person)},
        here=person.project_id in actor.projects,
        linked_elsewhere=any(one.same for one in decided),
    )
    if problems:
        raise CannotLink(problems)
    decision = LinkDecision.objects.create(
        **person.place(),
        person=person,
        other_id=other_id,
        same=same,
        before_id=person.participant_id if same else None,
        by_id=actor.id,
    )
    if same:
        person.participant_id = other_id
        person.save(update_fields=["participant"])
    _tell(actor, "people.link_decided", decision)
    return decision


@transaction.atomic
def part_files(*, decision: LinkDecision, actor: Actor) -> LinkDecision:
    """Undo a link: the file hangs on its own participant again, and it is noted that they are two people.

    Raises CannotLink, and writes nothing, where nothing is linked.
    """
    decision = LinkDecision.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=decision.pk)
    person = Person.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=decision.person_id)
    if decision.before_id is None or person.project_id not in actor.projects:
        raise CannotLink([LinkProblem.NOT_LINKED])
    person.participant_id = decision.before_id
    person.save(update_fields=["participant"])
    decision.same, decision.before_id, decision.by_id = False, None, actor.id
    decision.save()
    _tell(actor, "people.link_undone", decision)
    return decision


def _tell(actor: Actor, verb: str, decision: LinkDecision) -> None:
    privacy.record(
        actor=actor,
        verb=verb,
        network_id=decision.network_id,
        subject_id=decision.person_id,
        other=str(decision.other_id),
        same=decision.same,
    )
