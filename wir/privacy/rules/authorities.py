"""What authorities ask about participants, and who may answer what."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum


class AuthorityKind(StrEnum):
    """Who asks for data of participants without being part of the network."""

    POLICE = "police"
    PROSECUTION = "prosecution"
    CUSTOMS = "customs"
    IMMIGRATION_AUTHORITY = "immigration_authority"
    BENEFITS_OFFICE = "benefits_office"
    COURT = "court"
    OTHER = "other"


class RequestWay(StrEnum):
    """How the request came."""

    TELEPHONE = "telephone"
    VISIT = "visit"
    LETTER = "letter"
    EMAIL = "email"


class RequestDecision(StrEnum):
    """What the management decided; until then nothing is said."""

    REFUSED = "refused"
    ANSWERED = "answered"


class DataCategory(StrEnum):
    """What was given out, by category; never the data themselves."""

    TAKES_PART = "takes_part"
    CONTACT = "contact"
    RESIDENCE = "residence"
    COUNSELLING = "counselling"
    HEALTH = "health"
    WORK = "work"


class RequestProblem(StrEnum):
    """Why a request cannot be put down or decided like this."""

    WHO_MISSING = "who_missing"
    IN_FUTURE = "in_future"
    DECIDED = "decided"
    NOT_THE_LEAD = "not_the_lead"
    REASON_MISSING = "reason_missing"
    OFFICER_NOT_ASKED = "officer_not_asked"
    LEGAL_BASIS_MISSING = "legal_basis_missing"
    CATEGORIES_MISSING = "categories_missing"
    NOTHING_WAS_GIVEN = "nothing_was_given"


def obstacles_to_request(*, asked_by: str, asked_on: date, today: date) -> list[RequestProblem]:
    """Return every reason against putting a request down."""
    problems = [] if asked_by.strip() else [RequestProblem.WHO_MISSING]
    return [*problems, RequestProblem.IN_FUTURE] if asked_on > today else problems


def obstacles_to_decision(
    *,
    decision: RequestDecision,
    reason: str,
    officer_asked: bool,
    legal_basis: str,
    categories: Collection[DataCategory],
    decided: bool,
    leads: bool,
) -> list[RequestProblem]:
    """Return every reason against a decision: only the lead decides; an answer needs the officer and a legal basis."""
    answered = decision is RequestDecision.ANSWERED
    found = [
        (decided, RequestProblem.DECIDED),
        (not leads, RequestProblem.NOT_THE_LEAD),
        (not reason.strip(), RequestProblem.REASON_MISSING),
        (answered and not officer_asked, RequestProblem.OFFICER_NOT_ASKED),
        (answered and not legal_basis.strip(), RequestProblem.LEGAL_BASIS_MISSING),
        (answered and not categories, RequestProblem.CATEGORIES_MISSING),
        (not answered and bool(categories), RequestProblem.NOTHING_WAS_GIVEN),
    ]
    return [problem for holds, problem in found if holds]
