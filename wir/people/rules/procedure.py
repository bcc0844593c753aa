"""Facts of entry and asylum procedure that the rules about work ask for."""

from dataclasses import dataclass
from datetime import date

from wir.people.rules.facts import AsylumOutcome, OwnConduct, RemovalMeasure


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureFacts:
    """What is known; None means not known, never "no". Days named ``…_until`` are the last that counts."""

    entered_on: date | None = None
    stay_since: date | None = None
    asylum_applied: bool | None = None
    asylum_requested_on: date | None = None
    asylum_applied_on: date | None = None
    asylum_registered_on: date | None = None
    asylum_outcome: AsylumOutcome | None = None
    reception_centre_duty: bool | None = None
    reception_centre_duty_until: date | None = None
    duldung_since: date | None = None
    identity_unclear_note: bool | None = None
    own_conduct: OwnConduct | None = None
    entered_for_benefits: bool | None = None
    removal_measure: RemovalMeasure | None = None
