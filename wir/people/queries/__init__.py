"""Reads of people's files; each starts from what the actor may see."""

from wir.people.queries.changes import Change, changes_of, names_of_users
from wir.people.queries.files import (
    CaseHeader,
    Closed,
    Found,
    case_header,
    closed_files,
    languages_of,
    likely_same,
    names_of,
    paper_or_none,
    paper_values,
    people_for,
    person_by_number,
    person_or_none,
    procedure_facts_of,
    procedure_of,
    residence_on,
    residences_of,
    search,
)
from wir.people.queries.profile import (
    Entry,
    Whole,
    card_values,
    entries_of,
    entry_or_none,
    entry_values,
    files_of_household,
    health_data_agreed,
    household_of,
    member_or_none,
    member_values,
    released_of,
    requirements_of,
    requirements_on,
    whole_person,
    with_profile,
)

__all__ = [
    "CaseHeader", "Change", "Closed", "Entry", "Found", "Whole", "card_values", "case_header", "changes_of",
    "closed_files", "entries_of", "entry_or_none", "entry_values", "files_of_household", "health_data_agreed",
    "household_of", "languages_of", "likely_same", "member_or_none", "member_values", "names_of", "names_of_users",
    "paper_or_none", "paper_values", "people_for", "person_by_number", "person_or_none", "procedure_facts_of",
    "procedure_of", "released_of", "requirements_of", "requirements_on", "residence_on", "residences_of", "search",
    "whole_person", "with_profile",
]  # fmt: skip
