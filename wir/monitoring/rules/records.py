"""The facts of one stay in one sub-project, as monitoring needs them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wir.monitoring.rules.fields import Broken, Fields
from wir.monitoring.rules.vocabulary import AT_ENTRY, Answer, Employment, Gender, Improvement, Region

COUNTRY = re.compile(r"[A-Z]{3}")
DEGURBA = (1, 2, 3)

REQUIRED = (
    "person", "op", "subproject", "gender", "birth", "direct", "hours", "entry", "entry_emp", "unemp_since",
    "entry_edu", "isced", "disability", "citizenship", "foreign_bg", "minority", "homeless", "degurba",
    "region", "exit", "exit_events", "edu_start", "edu_in_window", "qualification", "followup_6m",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFacts:
    """Facts on the day of entry from which the employment status follows (§ 16 SGB III)."""

    registered_unemployed: bool | None = None
    in_paid_work: bool | None = None
    in_almp_measure: bool = False
    on_parental_leave: bool = False

    @property
    def status(self) -> Employment | None:
        """Registration wins over paid work, a measure over registration.

        Nothing where a fact that decides is unknown: a gap is not a "no".
        """
        at_work = True if self.on_parental_leave else self.in_paid_work
        registered = False if self.in_almp_measure else self.registered_unemployed
        if registered:
            return Employment.UNEMPLOYED
        if registered is None or at_work is None:
            return None
        return Employment.EMPLOYED if at_work else Employment.INACTIVE

    @classmethod
    def from_json(cls, raw: object, path: str = "entry_facts") -> "EntryFacts":
        """Return the facts; refuse with ``Broken`` what does not fit the format."""
        names = ("registered_unemployed", "in_paid_work", "in_almp_measure", "on_parental_leave")
        fields = Fields.of(raw, path, required=(), optional=names)
        return cls(**{name: fields.truth(name) for name in names if name in fields.values})


@dataclass(frozen=True, slots=True)
class StatusEvent:
    """An employment status and the day from which it holds; no status means that it is unknown."""

    on: date
    status: Employment | None

    @classmethod
    def from_json(cls, raw: object, path: str) -> "StatusEvent":
        """Return the event; refuse with ``Broken`` what does not fit the format."""
        fields = Fields.of(raw, path, required=("date", "emp"))
        return cls(fields.day("date"), fields.known("emp", lambda name: fields.choice(name, Employment)))


@dataclass(frozen=True, slots=True)
class Qualification:
    """A qualification gained; ``certified`` by a competent body, which an attendance certificate is not."""

    on: date
    certified: bool

    @classmethod
    def from_json(cls, raw: object, path: str) -> "Qualification":
        """Return the qualification; refuse with ``Broken`` what does not fit the format."""
        fields = Fields.of(raw, path, required=("date", "certified"))
        return cls(fields.day("date"), fields.truth("certified"))


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The answer on the situation six months after exit, and the day it refers to."""

    on: date
    status: Employment | None
    improvements: tuple[Improvement, ...] = ()

    @classmethod
    def from_json(cls, raw: object, path: str) -> "FollowUp":
        """Return the answer; refuse with ``Broken`` what does not fit the format."""
        fields = Fields.of(raw, path, required=("date", "emp", "improved"))
        return cls(
            fields.day("date"),
            fields.known("emp", lambda name: fields.choice(name, Employment)),
            fields.each("improved", _improvement),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One stay of one person in one sub-project; ``None`` always means not recorded."""

    person: str
    operation: str
    subproject: str
    region: Region
    direct: bool
    hours: Decimal
    entered_on: date
    gender: Gender | None = None
    born_on: date | None = None
    stated_status: Employment | None = None
    facts: EntryFacts | None = None
    unemployed_since: date | None = None
    in_education: bool | None = None
    isced: int | None = None
    disability: Answer | None = None
    citizenships: tuple[str, ...] | None = None
    foreign_background: Answer | None = None
    minority: Answer | None = None
    homeless: Answer | None = None
    degurba: int | None = None
    left_on: date | None = None
    exit_events: tuple[StatusEvent, ...] = ()
    education_started_on: date | None = None
    in_education_in_window: bool = False
    qualification: Qualification | None = None
    follow_up: FollowUp | None = None

    @property
    def status(self) -> Employment | None:
        """Employment status at entry: as stated, otherwise as it follows from the facts."""
        if self.stated_status is not None or self.facts is None:
            return self.stated_status
        return self.facts.status

    @classmethod
    def from_json(cls, raw: Mapping[str, object], path: str = "") -> "Record":
        """Return the record of the interchange format; refuse with ``Broken``, naming field and value."""
        fields = Fields.of(raw, path, required=REQUIRED, optional=("entry_facts",))
        return cls(
            person=fields.text("person"),
            operation=fields.text("op"),
            subproject=fields.text("subproject"),
            region=fields.choice("region", Region),
            direct=fields.truth("direct"),
            hours=fields.number("hours"),
            entered_on=fields.day("entry"),
            gender=fields.known("gender", lambda name: fields.choice(name, Gender)),
            born_on=fields.known("birth", fields.day),
            stated_status=fields.known("entry_emp", lambda name: fields.choice(name, AT_ENTRY)),
            facts=fields.given("entry_facts", lambda name: _facts(fields, name), None),
            unemployed_since=fields.known("unemp_since", fields.day),
            in_education=fields.known("entry_edu", fields.truth),
            isced=fields.known("isced", fields.whole),
            disability=_answer(fields, "disability"),
            citizenships=fields.known("citizenship", lambda name: fields.each(name, _country)),
            foreign_background=_answer(fields, "foreign_bg"),
            minority=_answer(fields, "minority"),
            homeless=_answer(fields, "homeless"),
            degurba=fields.known("degurba", lambda name: _degurba(fields, name)),
            left_on=fields.known("exit", fields.day),
            exit_events=fields.each("exit_events", StatusEvent.from_json),
            education_started_on=fields.known("edu_start", fields.day),
            in_education_in_window=fields.truth("edu_in_window"),
            qualification=fields.known(
                "qualification", lambda name: Qualification.from_json(fields.values[name], fields.at(name))
            ),
            follow_up=fields.known(
                "followup_6m", lambda name: FollowUp.from_json(fields.values[name], fields.at(name))
            ),
        )


def _facts(fields: Fields, name: str) -> EntryFacts | None:
    return EntryFacts.from_json(fields.values[name], fields.at(name))


def _answer(fields: Fields, name: str) -> Answer | None:
    return fields.known(name, lambda known: fields.choice(known, Answer))


def _degurba(fields: Fields, name: str) -> int:
    degree = fields.whole(name)
    if degree not in DEGURBA:
        raise fields.wrong(name, "1, 2 or 3")
    return degree


def _country(raw: object, path: str) -> str:
    if not isinstance(raw, str) or not COUNTRY.fullmatch(raw):
        raise Broken(path, raw, "three capital letters (ISO 3166-1 alpha-3)")
    return raw


def _improvement(raw: object, path: str) -> Improvement:
    for member in Improvement:
        if raw == member.value:
            return member
    raise Broken(path, raw, "one of " + ", ".join(member.value for member in Improvement))
