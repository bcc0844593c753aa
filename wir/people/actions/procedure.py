"""Facts of entry and procedure are recorded or corrected."""

from __future__ import annotations

from dataclasses import fields

from django.db import transaction

from wir.kit.acting import Actor
from wir.people.models import Person, Procedure
from wir.people.rules.procedure import ProcedureFacts
from wir.privacy import actions as privacy


@transaction.atomic
def correct_procedure(*, person: Person, facts: ProcedureFacts, actor: Actor) -> Procedure:
    """Write down what is known of entry and procedure now; history keeps what stood there."""
    procedure = Procedure.objects.visible_to(actor).select_for_update().get(person_id=person.pk)
    for fact in fields(facts):
        value = getattr(facts, fact.name)
        text = Procedure._meta.get_field(fact.name).get_internal_type() == "CharField"
        setattr(procedure, fact.name, "" if text and value is None else value)
    procedure.save()
    privacy.record(
        actor=actor,
        verb="people.procedure_corrected",
        network_id=person.network_id,
        subject_id=person.pk,
    )
    return procedure
