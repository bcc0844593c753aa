"""One person comes in, a paper changes, an identity is corrected."""

from __future__ import annotations

from datetime import date

from django.db import connection, transaction

from wir.kit import events
from wir.kit.acting import Actor
from wir.network.models import Project
from wir.people.actions.duplicates import renew_marks
from wir.people.actions.procedure import CannotCorrectProcedure
from wir.people.events import IdentityCorrected, PersonAdded, ResidenceChanged
from wir.people.models import LanguageSkill, Participant, Person, PersonIdentity, Procedure, Residence
from wir.people.rules.facts import Gender, Origin, ResidenceStatus, WorkNote
from wir.people.rules.names import search_key
from wir.people.rules.persons import NewPerson, Paper
from wir.people.rules.procedure import ProcedureFacts, unproven
from wir.people.rules.residence import PaperProblem, problems_of_paper
from wir.privacy import actions as privacy


class CannotChangeResidence(Exception):
    """The paper does not fit the history; ``problems`` says why."""

    def __init__(self, problems: list[PaperProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


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
        _add_paper(person, values.paper, today)
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


@transaction.atomic
def change_residence(
    *,
    person: Person,
    status: ResidenceStatus,
    legal_basis: str,
    work_note: WorkNote | None,
    from_on: date,
    valid_until: date | None,
    today: date,
    actor: Actor,
) -> Residence:
    """Record the paper a person holds from a day on; the one before ends on that day and stays in history.

    Raises CannotChangeResidence, and writes nothing, when the day lies in the future or not after the paper before.
    """
    before = Residence.objects.select_for_update().filter(person=person, until_on=None).first()
    problems = problems_of_paper(
        from_on=from_on, valid_until=valid_until, before_from=before.from_on if before else None, today=today
    )
    if problems:
        raise CannotChangeResidence(problems)
    if before is not None:
        before.until_on = from_on
        before.save(update_fields=["until_on"])
    paper = Paper(
        status=status, legal_basis=legal_basis, work_note=work_note, from_on=from_on, valid_until=valid_until
    )
    residence = _add_paper(person, paper, today)
    privacy.record(
        actor=actor,
        verb="people.residence_changed",
        network_id=person.network_id,
        subject_id=person.pk,
        status=status.value,
    )
    events.publish(ResidenceChanged(person_id=person.pk, network_id=person.network_id, from_on=from_on))
    return residence


@transaction.atomic
def correct_identity(
    *,
    person: Person,
    given_names: str,
    family_names: str,
    birth_date: date | None,
    gender: Gender | None,
    actor: Actor,
) -> PersonIdentity:
    """Correct who the person is; history keeps what stood there."""
    identity = PersonIdentity.objects.select_for_update().get(person=person)
    identity.given_names = given_names
    identity.family_names = family_names
    identity.search_key = search_key(given_names, family_names)
    identity.birth_date = birth_date
    identity.save()
    renew_marks(person)
    person.gender = gender.value if gender else ""
    person.save(update_fields=["gender"])
    privacy.record(
        actor=actor, verb="people.identity_corrected", network_id=person.network_id, subject_id=person.pk
    )
    events.publish(
        IdentityCorrected(
            person_id=person.pk, participant_id=person.participant_id, network_id=person.network_id
        )
    )
    return identity


def _add_paper(person: Person, paper: Paper, today: date) -> Residence:
    return Residence.objects.create(
        **person.place(),
        person=person,
        status=paper.status.value,
        legal_basis=paper.legal_basis,
        work_note=paper.work_note.value if paper.work_note else "",
        from_on=paper.from_on or today,
        valid_until=paper.valid_until,
    )


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
