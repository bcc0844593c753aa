"""Whose staff gets no role, whatever the role."""

from enum import StrEnum


class WorksFor(StrEnum):
    """Whose staff somebody is who asks for an account."""

    CARRIER = "carrier"
    PROGRAMME = "programme"
    JOBCENTER = "jobcenter"
    EMPLOYMENT_AGENCY = "employment_agency"
    IMMIGRATION_AUTHORITY = "immigration_authority"
    POLICE = "police"
    CUSTOMS = "customs"


ENFORCE = frozenset({WorksFor.IMMIGRATION_AUTHORITY, WorksFor.POLICE, WorksFor.CUSTOMS})
"""Bodies that decide on the stay of participants or enforce it: none of them gets an account, whatever the role."""


class BodyProblem(StrEnum):
    """Why somebody cannot be given a role."""

    ENFORCING_BODY = "enforcing_body"


def obstacles_to_role(*, works_for: WorksFor) -> list[BodyProblem]:
    """Return every reason against a role: an Ausländerbehörde, police and customs get no access to cases."""
    return [BodyProblem.ENFORCING_BODY] if works_for in ENFORCE else []
