"""What is known about a person on a day; what is not known is ``None``, never a guess."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from wir.eligibility.rules.reading import (
    NotAFact,
    Reader,
    read_citation,
    read_country,
    read_day,
    read_fields,
    read_flag,
    read_many,
    read_number,
    read_word,
)
from wir.eligibility.rules.vocabulary import (
    AcceleratedGround,
    CooperationBreach,
    Decision,
    DublinRequest,
    Identity,
    MeasureKind,
    OrderRule,
    OwnConduct,
    PermittedDuring,
    Status,
    SuspensionReason,
    WorkNote,
)
from wir.kit.periods import Period

HOURS_IN_A_WEEK = 168


@dataclass(frozen=True, slots=True)
class AsylumOutcome:
    """Last decision of the Bundesamt on the claim."""

    kind: Decision
    decided_on: date | None = None
    final: bool | None = None
    after_official_advice: bool | None = None
    protection_still_held: bool | None = None


@dataclass(frozen=True, slots=True)
class RemovalMeasure:
    """A concrete measure to end the stay that is under way."""

    kind: MeasureKind
    started_on: date | None = None


@dataclass(frozen=True, slots=True)
class WorkPermission:
    """A permission of the Ausländerbehörde to work, past or present."""

    period: Period
    during: PermittedDuring
    same_job: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts about one person on the day assessed, in the names of the exchange format.

    Days named ``…_until`` are the last day that counts, as on the document; periods are half-open.
    """

    nationalities: frozenset[str] | None = None
    birth_date: date | None = None
    refugee_background: bool | None = None
    unaccompanied_minor: bool | None = None
    entered_on: date | None = None
    continuous_stay_since: date | None = None
    status: Status | None = None
    legal_basis: str | None = None
    previous_title_basis: str | None = None
    applied_title_basis: str | None = None
    title_issued_on: date | None = None
    title_valid_until: date | None = None
    title_applied_on: date | None = None
    document_work_note: WorkNote | None = None
    admission_order_work_rule: OrderRule | None = None
    asylum_applied: bool | None = None
    asylum_requested_on: date | None = None
    asylum_applied_on: date | None = None
    asylum_registered_on: date | None = None
    asylum_outcome: AsylumOutcome | None = None
    court_pending: bool | None = None
    court_suspensive_effect: bool | None = None
    waiver_in_child_interest: bool | None = None
    accelerated_procedure_ground: AcceleratedGround | None = None
    dublin_request: DublinRequest | None = None
    dublin_request_on: date | None = None
    protection_in_other_state: frozenset[str] | None = None
    new_procedure_required: bool | None = None
    cooperation_breach: CooperationBreach | None = None
    reception_centre_duty: bool | None = None
    reception_centre_duty_until: date | None = None
    duldung_since: date | None = None
    duldung_60b_periods: tuple[Period, ...] | None = None
    suspension_reason: SuspensionReason | None = None
    own_conduct_obstacle: OwnConduct | None = None
    own_conduct_causal: bool | None = None
    entered_for_benefits: bool | None = None
    identity_status: Identity | None = None
    identity_clarified_on: date | None = None
    removal_measures: tuple[RemovalMeasure, ...] | None = None
    work_permissions: tuple[WorkPermission, ...] | None = None
    activity_is_title_purpose: bool | None = None
    ba_consent_given: bool | None = None
    weekly_hours: float | None = None
    duration_weeks: float | None = None
    employer_is_household_relative: bool | None = None

    @classmethod
    def from_json(cls, value: object, *, field: str = "facts") -> "Facts":
        """Return the facts of a JSON object; absent and null mean unknown. Refuses with ``NotAFact``."""
        return cls(**read_fields(field, value, READERS))

    def as_json(self) -> dict[str, object]:
        """Return what is known in the exchange format; ``from_json`` reads it back to the same facts."""
        known = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: _as_json(value) for name, value in known if value is not None}


def _as_json(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case tuple():
            return [_as_json(item) for item in value]
        case Period() | WorkPermission() | AsylumOutcome() | RemovalMeasure():
            return _record_as_json(value)
    return value


def _record_as_json(value: Period | WorkPermission | AsylumOutcome | RemovalMeasure) -> dict[str, object]:
    if isinstance(value, Period):
        return _period_as_json(value)
    if isinstance(value, WorkPermission):
        return {**_period_as_json(value.period), "during": value.during, "same_job": value.same_job}
    known = ((field.name, getattr(value, field.name)) for field in fields(value))
    return {name: _as_json(item) for name, item in known if item is not None}


def _period_as_json(period: Period) -> dict[str, object]:
    last = None if period.end is None else (period.end - timedelta(days=1)).isoformat()
    return {"from": period.start.isoformat(), "until": last}


def _read_countries(least: int) -> Reader[frozenset[str]]:
    many = read_many(read_country, least=least)
    return lambda field, value: frozenset(many(field, value))


def _period(field: str, known: Mapping[str, Any]) -> Period:
    last: date | None = known.get("until")
    try:
        return Period(known["from"], None if last is None else last + timedelta(days=1))
    except ValueError:
        raise NotAFact(f"{field}.until", str(last), "lies before the first day") from None


def _required(field: str, known: Mapping[str, Any], *names: str) -> None:
    for name in names:
        if name not in known:
            raise NotAFact(f"{field}.{name}", None, "is required")


def _read_60b_period(field: str, value: object) -> Period:
    known = read_fields(field, value, {"from": read_day, "until": read_day})
    _required(field, known, "from")
    return _period(field, known)


def _read_outcome(field: str, value: object) -> AsylumOutcome:
    readers: dict[str, Reader[Any]] = {"kind": read_word(Decision), "decided_on": read_day}
    readers |= dict.fromkeys(("final", "after_official_advice", "protection_still_held"), read_flag)
    known = read_fields(field, value, readers)
    _required(field, known, "kind")
    return AsylumOutcome(**known)


def _read_measure(field: str, value: object) -> RemovalMeasure:
    known = read_fields(field, value, {"kind": read_word(MeasureKind), "started_on": read_day})
    _required(field, known, "kind")
    return RemovalMeasure(**known)


def _read_permission(field: str, value: object) -> WorkPermission:
    readers: dict[str, Reader[Any]] = {
        "from": read_day,
        "until": read_day,
        "during": read_word(PermittedDuring),
        "same_job": read_flag,
    }
    known = read_fields(field, value, readers, frozenset({"until"}))
    _required(field, known, "from", "during", "same_job")
    return WorkPermission(_period(field, known), known["during"], known["same_job"])


_BY_NAME: dict[str, Reader[Any]] = {
    "nationalities": _read_countries(least=1),
    "status": read_word(Status),
    "document_work_note": read_word(WorkNote),
    "admission_order_work_rule": read_word(OrderRule),
    "asylum_outcome": _read_outcome,
    "accelerated_procedure_ground": read_word(AcceleratedGround),
    "dublin_request": read_word(DublinRequest),
    "protection_in_other_state": _read_countries(least=0),
    "cooperation_breach": read_word(CooperationBreach),
    "duldung_60b_periods": read_many(_read_60b_period),
    "suspension_reason": read_word(SuspensionReason),
    "own_conduct_obstacle": read_word(OwnConduct),
    "identity_status": read_word(Identity),
    "removal_measures": read_many(_read_measure),
    "work_permissions": read_many(_read_permission),
    "weekly_hours": read_number(HOURS_IN_A_WEEK),
    "duration_weeks": read_number(),
}
_BY_TYPE: dict[object, Reader[Any]] = {
    date | None: read_day,
    bool | None: read_flag,
    str | None: read_citation,
}
READERS: Mapping[str, Reader[Any]] = {
    field.name: _BY_NAME.get(field.name) or _BY_TYPE[field.type] for field in fields(Facts)
}
