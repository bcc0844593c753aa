"""Records to change one fact of, and strategies for any record."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from wir.monitoring.rules import (
    Answer,
    Employment,
    EntryFacts,
    FollowUp,
    Gender,
    Improvement,
    Participation,
    Qualification,
    Record,
    Region,
    StatusEvent,
    derive,
)
from wir.monitoring.rules.profiles import DE_SGB3, EC, Profile

ENTRY = date(2025, 3, 1)
EXIT = date(2025, 9, 30)
LAST_DAY_OF_WINDOW = date(2025, 10, 28)
SIX_MONTHS_LATER = date(2026, 3, 30)
LONG_AFTER = date(2026, 12, 31)

AMAL = Record(
    person="amal",
    operation="op-1",
    subproject="tp-1",
    region=Region.MORE_DEVELOPED,
    direct=True,
    hours=Decimal(40),
    entered_on=ENTRY,
    gender=Gender.FEMALE,
    born_on=date(1990, 6, 15),
    stated_status=Employment.UNEMPLOYED,
    unemployed_since=date(2025, 1, 10),
    in_education=False,
    isced=3,
    disability=Answer.NO,
    citizenships=("SYR",),
    foreign_background=Answer.NO,
    minority=Answer.NO,
    homeless=Answer.NO,
    degurba=1,
)


def amal(**changes: Any) -> Record:
    """Amal's record, unemployed at entry, with these facts changed."""
    return replace(AMAL, **changes)


def inactive(**changes: Any) -> Record:
    """Amal, had she been inactive at entry."""
    return amal(stated_status=Employment.INACTIVE, unemployed_since=None, **changes)


def employed(**changes: Any) -> Record:
    """Amal, had she been employed at entry."""
    return amal(stated_status=Employment.EMPLOYED, unemployed_since=None, **changes)


def on_leaving(*events: tuple[date, Employment | None]) -> dict[str, Any]:
    """She left on EXIT, and this is known about the time after."""
    return {"left_on": EXIT, "exit_events": tuple(StatusEvent(on, status) for on, status in events)}


def derived(*records: Record, profile: Profile = EC, as_of: date = LONG_AFTER) -> Participation:
    """What the records count for long after everything is over, by the Commission's rules."""
    return derive(records, profile=profile, as_of=as_of)


PROFILES = st.sampled_from([EC, DE_SGB3])
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
STATUSES = st.sampled_from([None, *Employment])
ANSWERS = st.sampled_from([None, *Answer])
EVENTS = st.lists(st.builds(StatusEvent, DAYS, STATUSES), max_size=3).map(tuple)
FACTS = st.builds(
    EntryFacts,
    registered_unemployed=st.sampled_from([None, True, False]),
    in_paid_work=st.sampled_from([None, True, False]),
    in_almp_measure=st.booleans(),
    on_parental_leave=st.booleans(),
)
FOLLOW_UPS = st.builds(
    FollowUp, DAYS, STATUSES, st.lists(st.sampled_from(Improvement), max_size=3).map(tuple)
)


@st.composite
def any_record(draw: st.DrawFn, person: str = "amal") -> Record:
    """Any record: mostly sound, sometimes contradictory or with gaps."""
    entered_on = draw(DAYS)
    status = draw(st.sampled_from([None, Employment.UNEMPLOYED, Employment.INACTIVE, Employment.EMPLOYED]))
    unemployed = status is Employment.UNEMPLOYED
    since = draw(st.none() | st.integers(-5, 900)) if unemployed or draw(st.integers(0, 9)) == 0 else None
    stays_for = draw(st.none() | st.integers(-2, 400))
    return Record(
        person=person,
        operation="op-1",
        subproject=draw(st.sampled_from(["tp-1", "tp-2"])),
        region=draw(st.sampled_from(Region)),
        direct=draw(st.integers(0, 9)) > 0,
        hours=draw(st.sampled_from([Decimal(2), Decimal("4.5"), Decimal(8), Decimal(40)])),
        entered_on=entered_on,
        gender=draw(st.sampled_from([*Gender, *Gender, None])),
        born_on=draw(st.none() | st.dates(date(1950, 1, 1), date(2024, 6, 1))),
        stated_status=status,
        facts=draw(st.none() | FACTS),
        unemployed_since=None if since is None else entered_on - timedelta(days=since),
        in_education=draw(st.none() | st.booleans()),
        isced=draw(st.sampled_from([None, 0, 2, 3, 4, 5, 8, 9, 1, 3, 3])),
        disability=draw(ANSWERS),
        citizenships=draw(st.sampled_from([None, (), ("SYR",), ("DEU", "SYR"), ("XXA",), ("CHE",)])),
        foreign_background=draw(ANSWERS),
        minority=draw(ANSWERS),
        homeless=draw(ANSWERS),
        degurba=draw(st.sampled_from([None, 1, 2, 3])),
        left_on=None if stays_for is None else entered_on + timedelta(days=stays_for),
        exit_events=draw(EVENTS),
        education_started_on=draw(st.none() | DAYS),
        in_education_in_window=draw(st.booleans()),
        qualification=draw(st.none() | st.builds(Qualification, DAYS, st.booleans())),
        follow_up=draw(st.none() | FOLLOW_UPS),
    )


def any_records(person: str = "amal") -> st.SearchStrategy[list[Record]]:
    """Up to three records of one person in one operation."""
    return st.lists(any_record(person), min_size=1, max_size=3)
