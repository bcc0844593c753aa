"""Facts of entry and procedure are recorded or corrected."""

from __future__ import annotations

from dataclasses import fields

from django.db import transaction

from wir.kit import events
from wir.kit.acting import Actor
from wir.people.events import ProcedureCorrected
from wir.people.models import Person, Procedure
from wir.people.rules.procedure import ProcedureFacts, ProcedureProblem, problems_of_procedure
from wir.privacy import actions as privacy


class CannotCorrectProcedure(Exception):
    """The facts contradict each other; ``problems`` says how."""

    def __init__(self, problems: list[ProcedureProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def correct_procedure(*, person: Person, facts: ProcedureFacts, actor: Actor) -> Procedure:
    """Write down what is known of entry and procedure now; history keeps what stood there.

    Raises CannotCorrectProcedure, and writes nothing, when the facts contradict each other.
    """
    problems = problems_of_procedure(facts)
    if problems:
        raise CannotCorrectProcedure(problems)
    procedure = Procedure.objects.visible_to(actor).select_for_update().get(person_id=person.pk)
    for fact in fields(facts):
        value = getattr(facts, fact.name)
        text = Procedure._meta.get_field(fact.name).get_internal_type() == "CharField"
        setattr(procedure, fact.name, (value or "").strip() if text else value)
    procedure.save()
    privacy.record(
        actor=actor,
        verb="people.procedure_corrected",
        network_id=person.network_id,
        subject_id=person.pk,
    )
    events.publish(ProcedureCorrected(person_id=person.pk, network_id=person.network_id))
    return procedure
