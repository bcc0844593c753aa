"""A row that was understood becomes a new person; what has no column of its own goes into the remarks."""

from wir.people.rules.persons import NewPerson, Paper
from wir.people.rules.values import PersonValues

MAX_SHORT = 200


def new_person(values: PersonValues) -> NewPerson:
    """Return the person of a row."""
    return NewPerson(
        given_names=values.given_names,
        family_names=values.family_name,
        birth_date=values.birth_date,
        birth_year=None if values.birth_date else values.birth_year,
        gender=values.gender,
        nationalities=values.nationalities,
        languages=tuple((skill.language, skill.level) for skill in values.languages),
        phone=values.phones[0] if values.phones else "",
        email=values.email,
        street=values.street,
        postcode=values.postcode,
        place_name=values.place,
        schooling=values.schooling[:MAX_SHORT],
        occupation=values.training[:MAX_SHORT],
        remarks=_remarks(values),
        unemployed_since=values.registered_on,
        expected_on=values.joined_on,
        entered_on=values.entered_on,
        paper=_paper(values),
    )


def _paper(values: PersonValues) -> Paper | None:
    if values.status is None:
        return None
    return Paper(
        status=values.status,
        legal_basis=values.legal_basis or "",
        from_on=values.status_since,
        valid_until=values.status_valid_until,
    )


def _remarks(values: PersonValues) -> str:
    lines = [
        values.note,
        f"Fallnummer in der Liste: {values.case_number}" if values.case_number else "",
        f"Geburtsort: {values.birth_place}" if values.birth_place else "",
        *(f"Weitere Nummer: {phone}" for phone in values.phones[1:]),
        *(f"{heading}: {text}" for heading, text in values.other),
    ]
    return "\n".join(line for line in lines if line)
