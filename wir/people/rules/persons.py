"""What is known about a person when they come in; empty means not known."""

from dataclasses import dataclass
from datetime import date

from wir.people.rules.facts import (
    AsylumOutcome,
    Gender,
    Level,
    OwnConduct,
    RemovalMeasure,
    ResidenceStatus,
    WorkNote,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A residence paper: status, its legal basis in the reference grammar, side note and days.

    ``from_on`` is the first day known of this status; ``valid_until`` the last day printed on the paper.
    """

    status: ResidenceStatus
    legal_basis: str = ""
    work_note: WorkNote | None = None
    from_on: date | None = None
    valid_until: date | None = None
    issued_on: date | None = None
    issued_by: str = ""
    side_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """A person as typed or listed. ``nationalities`` are ISO 3166-1 alpha-3, ``isced`` 0–8 (ISCED 2011).

    ``birth_year`` is given where the day is not known.
    """

    given_names: str
    family_names: str
    birth_date: date | None = None
    birth_year: int | None = None
    gender: Gender | None = None
    nationalities: tuple[str, ...] = ()
    languages: tuple[tuple[str, Level | None], ...] = ()
    contact_language: str = ""
    interpreter_needed: bool | None = None
    phone: str = ""
    email: str = ""
    street: str = ""
    postcode: str = ""
    place_name: str = ""
    schooling: str = ""
    isced: int | None = None
    occupation: str = ""
    wishes: str = ""
    remarks: str = ""
    unemployed_since: date | None = None
    expected_on: date | None = None
    paper: Paper | None = None
    entered_on: date | None = None
    stay_since: date | None = None
    asylum_applied_on: date | None = None
    asylum_registered_on: date | None = None
    asylum_outcome: AsylumOutcome | None = None
    reception_centre_duty: bool | None = None
    duldung_since: date | None = None
    identity_unclear_note: bool | None = None
    own_conduct: OwnConduct | None = None
    entered_for_benefits: bool | None = None
    removal_measure: RemovalMeasure | None = None
