"""Roles in a network, what a grant may open, and who may open what is closed."""

from datetime import date, timedelta
from enum import StrEnum

from wir.privacy.rules import REASON_LENGTH


class Role(StrEnum):
    """What somebody does for a network on a day; access follows from where the membership stands."""

    ADVISOR = "advisor"
    PROJECT_LEAD = "project_lead"
    COORDINATOR = "coordinator"
    PROGRAMME_OFFICE = "programme_office"
    DATA_PROTECTION = "data_protection"


IN_PROJECTS = frozenset({Role.ADVISOR, Role.PROJECT_LEAD})
"""Roles that work in a sub-project's files."""


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


class RoleProblem(StrEnum):
    """Why somebody cannot be given a role."""

    ENFORCING_BODY = "enforcing_body"


def obstacles_to_role(*, works_for: WorksFor) -> list[RoleProblem]:
    """Return every reason against a role: an Ausländerbehörde, police and customs get no access to cases."""
    return [RoleProblem.ENFORCING_BODY] if works_for in ENFORCE else []


class Scope(StrEnum):
    """What a grant opens."""

    CASE_TEAM = "case_team"
    FILE = "file"


class CarrierLaw(StrEnum):
    """Which data protection law a carrier lives under; churches have their own (Art. 91 GDPR)."""

    GDPR = "gdpr"
    KDG = "kdg"
    DSG_EKD = "dsg_ekd"


class LawTopic(StrEnum):
    """What the law of a carrier says in a place of its own."""

    LAWFULNESS = "lawfulness"
    CONSENT = "consent"
    SPECIAL_CATEGORIES = "special_categories"
    INFORMATION = "information"
    ACCESS = "access"
    ERASURE = "erasure"
    SAFEGUARDS = "safeguards"
    JOINT_CONTROL = "joint_control"
    PROCESSING = "processing"
    RECORDS = "records"
    BREACH = "breach"
    IMPACT = "impact"
    OFFICER = "officer"


LAW_SOURCES: dict[CarrierLaw, str] = {
    CarrierLaw.GDPR: "DSGVO: Verordnung (EU) 2016/679",
    CarrierLaw.KDG: "KDG: Beschluss der Vollversammlung des VDD vom 20. November 2017",
    CarrierLaw.DSG_EKD: "DSG-EKD: Bekanntmachung vom 15. Januar 2025, Fassung ab 1. Mai 2025",
}
"""The version of each law that the places below were read in; a later one is to be checked by the carrier."""

_PLACES: dict[LawTopic, tuple[str, str, str]] = {
    LawTopic.LAWFULNESS: ("Art. 6 DSGVO", "§ 6 KDG", "§ 6 DSG-EKD"),
    LawTopic.CONSENT: ("Art. 7 DSGVO", "§ 8 KDG", "§ 11 DSG-EKD"),
    LawTopic.SPECIAL_CATEGORIES: ("Art. 9 DSGVO", "§ 11 KDG", "§ 13 DSG-EKD"),
    LawTopic.INFORMATION: ("Art. 13, 14 DSGVO", "§§ 15, 16 KDG", ""),
    LawTopic.ACCESS: ("Art. 15 DSGVO", "§ 17 KDG", ""),
    LawTopic.ERASURE: ("Art. 17 DSGVO", "§ 19 KDG", ""),
    LawTopic.SAFEGUARDS: ("Art. 32 DSGVO", "§ 26 KDG", ""),
    LawTopic.JOINT_CONTROL: ("Art. 26 DSGVO", "", ""),
    LawTopic.PROCESSING: ("Art. 28 DSGVO", "", ""),
    LawTopic.RECORDS: ("Art. 30 DSGVO", "", ""),
    LawTopic.BREACH: ("Art. 33, 34 DSGVO", "", ""),
    LawTopic.IMPACT: ("Art. 35 DSGVO", "", ""),
    LawTopic.OFFICER: ("Art. 37 DSGVO", "", ""),
}


def place_in_law(topic: LawTopic, law: CarrierLaw) -> str | None:
    """Return where the law treats the topic, e.g. ``Art. 35 DSGVO``; None where no source was read: to be checked."""
    return _PLACES[topic][list(CarrierLaw).index(law)] or None


class BasisProblem(StrEnum):
    """Why a decision on the check between networks cannot be recorded or ended."""

    DECIDED_BY_MISSING = "decided_by_missing"
    LEGAL_BASIS_MISSING = "legal_basis_missing"
    IN_FUTURE = "in_future"
    IN_FORCE = "in_force"
    ENDED = "ended"


def obstacles_to_basis(
    *, decided_by: str, legal_basis: str, from_on: date, today: date, in_force: bool
) -> list[BasisProblem]:
    """Return every reason against recording a decision."""
    found = [
        (not decided_by.strip(), BasisProblem.DECIDED_BY_MISSING),
        (not legal_basis.strip(), BasisProblem.LEGAL_BASIS_MISSING),
        (from_on > today, BasisProblem.IN_FUTURE),
        (in_force, BasisProblem.IN_FORCE),
    ]
    return [problem for holds, problem in found if holds]


GLASS_STAYS_BROKEN = timedelta(hours=1)
"""For how long a closed file is open to somebody who gave a reason."""

GLASS = "glass"
"""Cause of a grant that somebody gave to themselves, with a reason."""


class GlassProblem(StrEnum):
    """Why a closed file cannot be opened, or its opening not be ended."""

    REASON_TOO_SHORT = "reason_too_short"
    NOT_ALLOWED = "not_allowed"
    OPEN_ALREADY = "open_already"
    OVER = "over"


def obstacles_to_breaking_glass(*, works_here: bool, open_already: bool, reason: str) -> list[GlassProblem]:
    """Return every reason against opening a closed file or closed notes.

    Only those may who advise or lead in a sub-project of the same network: the coordinator is another legal entity.
    """
    checks = (
        (GlassProblem.NOT_ALLOWED, not works_here),
        (GlassProblem.OPEN_ALREADY, open_already),
        (GlassProblem.REASON_TOO_SHORT, len(" ".join(reason.split())) < REASON_LENGTH),
    )
    return [problem for problem, holds in checks if holds]
