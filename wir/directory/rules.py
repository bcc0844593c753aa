"""Kinds of organisations that the programme names."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    """What an organisation is, in the words of the programme."""

    EMPLOYER = "employer"
    VOCATIONAL_SCHOOL = "vocational_school"
    SCHOOL = "school"
    COURSE_PROVIDER = "course_provider"
    CARRIER = "carrier"
    JOBCENTER = "jobcenter"
    EMPLOYMENT_AGENCY = "employment_agency"
    CHAMBER = "chamber"
    AUTHORITY = "authority"
    OTHER = "other"


def same_words(text: str) -> str:
    """Return the text with single spaces between words and none around them."""
    return " ".join(text.split())


def kind_of_authority(name: str) -> OrganisationKind:
    """Return what kind of authority this is by its name; those that the programme names stand apart."""
    words = same_words(name).casefold()
    if words.startswith("jobcenter"):
        return OrganisationKind.JOBCENTER
    if words.startswith(("agentur für arbeit", "bundesagentur für arbeit")):
        return OrganisationKind.EMPLOYMENT_AGENCY
    return OrganisationKind.AUTHORITY
