"""Reads of people's files; each starts from what the actor may see."""

from wir.people.queries.files import (
    CaseHeader,
    Closed,
    case_header,
    closed_files,
    languages_of,
    names_of,
    people_for,
    person_or_none,
    procedure_facts_of,
    procedure_of,
    residence_on,
    residences_of,
)
from wir.people.queries.search import Found, likely_same, search

__all__ = [
    "CaseHeader", "Closed", "Found", "case_header", "closed_files", "languages_of", "likely_same", "names_of",
    "people_for", "person_or_none", "procedure_facts_of", "procedure_of", "residence_on", "residences_of", "search",
]  # fmt: skip
