"""People enter and leave a sub-project."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.counselling import queries, rules
from wir.counselling.events import StayBegan, StayEnded
from wir.counselling.models import Stay
from wir.counselling.rules import ExitReason, StayProblem
from wir.kit import events
from wir.kit.acting import Actor
from wir.kit.periods import Period
from wir.network import actions as network
from wir.network.rules import Scope
from wir.people.models import Person
from wir.privacy import actions as privacy
from wir.privacy.rules import AT_ENTRY, ConsentWay, Purpose


class CannotBegin(Exception):
    """The stay may not begin like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[StayProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


class CannotEnd(Exception):
    """The stay may not end like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[StayProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def begin_stay(
    *,
    person: Person,
    advisor_id: UUID,
    entered_on: date,
    consent_way: ConsentWay | None,
    language: str,
    today: date,
    actor: Actor,
) -> Stay:
    """Let a person enter the sub-project of their file, with consent, notices and a case team of one.

    The person's row is locked before the rules are asked, so that two advisors who take the same person on at
    the same moment cannot both be told yes.

    Raises CannotBegin, and writes nothing, when a rule stands in the way.
    """
    person = Person.objects.visible_to(actor).select_for_update().get(pk=person.pk)
    problems = rules.obstacles_to_entry(
        entered_on=entered_on,
        today=today,
        funding=Period(person.network.funded_from, person.network.funded_until),
        last_exit=queries.last_exit_of(person),
        already_open=queries.has_open_stay(person),
        advisor_here=queries.works_in(person.project_id, advisor_id, today),
        consent=consent_way is not None,
    )
    if problems or consent_way is None:
        raise CannotBegin(problems)

    _inform(person, consent_way, language, today, actor)
    stay = Stay.objects.create(
        **person.place(),
        person=person,
        participant_id=person.participant_id,
        advisor_id=advisor_id,
        entered_on=entered_on,
    )
    network.open_file(
        place=person.place(),
        subject_id=person.pk,
        scope=Scope.CASE_TEAM,
        grantee_id=advisor_id,
        cause="stay",
        from_on=entered_on,
        actor=actor,
    )
    privacy.record(
        actor=actor, verb="counselling.stay_began", network_id=person.network_id, subject_id=person.pk
    )
    events.publish(
        StayBegan(
            stay_id=stay.pk,
            person_id=person.pk,
            participant_id=stay.participant_id,
            network_id=stay.network_id,
            entered_on=entered_on,
        )
    )
    return stay


def _inform(person: Person, way: ConsentWay, language: str, today: date, actor: Actor) -> None:
    """Counselling rests on consent; about what rests on law, evidence and monitoring, the person is only informed."""
    privacy.give_consent(
        network_id=person.network_id,
        project_id=person.project_id,
        subject_id=person.pk,
        purpose=Purpose.COUNSELLING,
        given_on=today,
        way=way,
        language=language,
        actor=actor,
    )
    for purpose in AT_ENTRY:
        privacy.hand_over_notice(
            network_id=person.network_id,
            project_id=person.project_id,
            subject_id=person.pk,
            purpose=purpose,
            given_on=today,
            language=language,
            actor=actor,
        )


@transaction.atomic
def end_stay(*, stay: Stay, exited_on: date, reason: ExitReason, today: date, actor: Actor) -> Stay:
    """Let a person leave; ``exited_on`` is their last day.

    Raises CannotEnd, and writes nothing, when a rule stands in the way.
    """
    stay = Stay.objects.visible_to(actor).select_for_update().get(pk=stay.pk)
    problems = rules.obstacles_to_exit(
        entered_on=stay.entered_on,
        already_ended=stay.exited_on is not None,
        exited_on=exited_on,
        today=today,
    )
    if problems:
        raise CannotEnd(problems)

    stay.exited_on = exited_on
    stay.exit_reason = reason.value
    stay.save(update_fields=["exited_on", "exit_reason"])
    privacy.record(
        actor=actor,
        verb="counselling.stay_ended",
        network_id=stay.network_id,
        subject_id=stay.person_id,
        reason=reason.value,
    )
    events.publish(
        StayEnded(
            stay_id=stay.pk,
            person_id=stay.person_id,
            participant_id=stay.participant_id,
            network_id=stay.network_id,
            exited_on=exited_on,
        )
    )
    return stay
