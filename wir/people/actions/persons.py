"""One person comes in."""

from __future__ import annotations

from datetime import date

from django.db import connection, transaction

from wir.kit import events
from wir.kit.acting import Actor
from wir.network.models import Project
from wir.people.actions.procedure import CannotCorrectProcedure
from wir.people.actions.residence import add_paper
from wir.people.events import PersonAdded
from wir.people.models import LanguageSkill, Participant, Person, PersonIdentity, Procedure
from wir.people.rules.facts import Origin
from wir.people.rules.names import search_key
from wir.people.rules.persons import NewPerson
from wir.people.rules.procedure import ProcedureFacts, unproven
from wir.privacy import actions as privacy


@transaction.atomic
def add_person(*, project: Project, values: NewPerson, origin: Origin, today: date, actor: Actor) -> Person:
    """Open a file for a person in the sub-project, with a new anchor and case number.

    Raises CannotCorrectProcedure, and writes nothing, for what could harm the person: a new file has no notice of an
    authority beside it.
    """
    place = {"network_id": project.network_id, "carrier_id": project.carrier_id, "project_id": project.pk}
    with connection.cursor() as cursor:
        cursor.execute("select people_case_number(%s)", [project.network_id])
        (case_number,) = cursor.fetchone()
    participant = Participant.objects.create(network_id=project.network_id, case_number=case_number)
    person = Person.objects.create(
        **place,
        participant=participant,
        origin=origin.value,
        gender=values.gender or "",
        nationalities=list(values.nationalities),
        contact_language=values.contact_language,
        interpreter_needed=values.interpreter_needed,
        schooling=values.schooling,
        isced=values.isced,
        occupation=values.occupation,
        wishes=values.wishes,
        remarks=values.remarks,
        unemployed_since=values.unemployed_since,
        expected_on=values.expected_on,
    )
    PersonIdentity.objects.create(
        **place,
        person=person,
        given_names=values.given_names,
        family_names=values.family_names,
        search_key=search_key(values.given_names, values.family_names),
        birth_date=values.birth_date,
        birth_year=values.birth_year,
        phone=values.phone,
        email=values.email,
        street=values.street,
        postcode=values.postcode,
        place_name=values.place_name,
    )
    _add_procedure(person, values)
    LanguageSkill.objects.bulk_create(
        LanguageSkill(**place, person=person, language=code, level=level or "")
        for code, level in dict(values.languages).items()
    )
    if values.paper is not None:
        add_paper(person, values.paper, today)
    privacy.record(
        actor=actor,
        verb="people.person_added",
        network_id=person.network_id,
        subject_id=person.pk,
        origin=origin.value,
    )
    events.publish(
        PersonAdded(person_id=person.pk, network_id=person.network_id, project_id=person.project_id)
    )
    return person


def _add_procedure(person: Person, values: NewPerson) -> Procedure:
    told = ProcedureFacts(own_conduct=values.own_conduct, entered_for_benefits=values.entered_for_benefits)
    problems = unproven(told)
    if problems:
        raise CannotCorrectProcedure(problems)
    return Procedure.objects.create(
        **person.place(),
        person=person,
        entered_on=values.entered_on,
        stay_since=values.stay_since,
        asylum_applied=True if values.asylum_applied_on or values.asylum_registered_on else None,
        asylum_applied_on=values.asylum_applied_on,
        asylum_registered_on=values.asylum_registered_on,
        asylum_outcome=values.asylum_outcome or "",
        reception_centre_duty=values.reception_centre_duty,
        duldung_since=values.duldung_since,
        identity_unclear_note=values.identity_unclear_note,
        own_conduct=values.own_conduct or "",
        entered_for_benefits=values.entered_for_benefits,
        removal_measure=values.removal_measure or "",
    )
