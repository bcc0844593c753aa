"""A stay's days are corrected, an exit by mistake is undone, a stay follows its file to another participant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.counselling import queries
from wir.counselling.events import StayCorrected
from wir.counselling.models import Stay
from wir.counselling.rules import corrections as rules
from wir.counselling.rules.corrections import CorrectionProblem
from wir.kit import events
from wir.kit.acting import Actor
from wir.kit.periods import Period
from wir.network import queries as known_network
from wir.people.models import Person
from wir.privacy import actions as privacy


class CannotCorrect(Exception):
    """The stay cannot be changed like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[CorrectionProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def correct_stay(*, stay: Stay, entered_on: date, exited_on: date | None, today: date, actor: Actor) -> Stay:
    """Correct the days of a stay; history keeps what stood there. An ended stay stays ended, an open one open.

    Raises CannotCorrect, and writes nothing, when a rule stands in the way.
    """
    stay = _locked(actor, stay)
    ended = stay.exited_on is not None
    problems = rules.obstacles_to_correction(
        entered_on=entered_on,
        exited_on=exited_on if ended else None,
        others=queries.other_stays(stay),
        funding=Period(stay.network.funded_from, stay.network.funded_until),
        today=today,
        decides=_decides(actor, stay, today),
    )
    if ended and exited_on is None:
        problems.append(CorrectionProblem.NOT_OPEN)
    _refuse(problems)
    stay.entered_on = entered_on
    stay.exited_on = exited_on if ended else None
    stay.save(update_fields=["entered_on", "exited_on"])
    _tell(actor, "counselling.stay_corrected", stay)
    return stay


@transaction.atomic
def reopen_stay(*, stay: Stay, today: date, actor: Actor) -> Stay:
    """Undo an exit recorded by mistake: the stay goes on as if it had not ended.

    Somebody who left and comes again begins a new stay instead.
    Raises CannotCorrect, and writes nothing, when a rule stands in the way.
    """
    stay = _locked(actor, stay)
    others = queries.other_stays(stay)
    _refuse(
        rules.obstacles_to_reopening(
            ended=stay.exited_on is not None,
            other_open=any(left is None for _, left in others),
            later_stay=any(entered > stay.entered_on for entered, _ in others),
            decides=_decides(actor, stay, today),
        )
    )
    stay.exited_on, stay.exit_reason = None, ""
    stay.save(update_fields=["exited_on", "exit_reason"])
    _tell(actor, "counselling.stay_reopened", stay)
    return stay


@transaction.atomic
def follow_participant(*, person: Person, before_id: UUID, actor: Actor) -> int:
    """Let the stays of a file count for the participant on which it hangs now; return how many."""
    stays = Stay.objects.visible_to(actor).filter(person=person)
    moved = stays.update(participant_id=person.participant_id)
    for participant_id in (before_id, person.participant_id):
        events.publish(StayCorrected(participant_id=participant_id, network_id=person.network_id))
    return moved


def _locked(actor: Actor, stay: Stay) -> Stay:
    """The person's row first, as ``begin_stay`` does: a stay that begins meanwhile would not be seen."""
    Person.objects.visible_to(actor).select_for_update().get(pk=stay.person_id)
    return (
        Stay.objects.visible_to(actor)
        .select_for_update(of=("self",))
        .select_related("network")
        .get(pk=stay.pk)
    )


def _decides(actor: Actor, stay: Stay, today: date) -> bool:
    return stay.project_id in actor.projects and (
        stay.person_id in actor.team or known_network.leads(actor, stay.project_id, today)
    )


def _refuse(problems: Sequence[CorrectionProblem]) -> None:
    if problems:
        raise CannotCorrect(problems)


def _tell(actor: Actor, verb: str, stay: Stay) -> None:
    privacy.record(actor=actor, verb=verb, network_id=stay.network_id, subject_id=stay.person_id)
    events.publish(StayCorrected(participant_id=stay.participant_id, network_id=stay.network_id))
