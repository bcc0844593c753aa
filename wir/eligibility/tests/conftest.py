"""The day of the tests is the day of the pages too; three people as the plain cases know them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.cast import TODAY
from tests.make import make_person
from wir.network.models import Project
from wir.people.models import Person
from wir.people.rules.facts import AsylumOutcome, OwnConduct, RemovalMeasure, ResidenceStatus
from wir.people.rules.persons import Paper

GESTATTUNG = Paper(
    status=ResidenceStatus.AUFENTHALTSGESTATTUNG, legal_basis="AsylG:55:1", from_on=date(2026, 9, 30)
)


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    noon = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo("Europe/Berlin"))
    with time_machine.travel(noon, tick=False):
        yield


@pytest.fixture
def yusuf(hafen: Project) -> Person:
    """Recognised as a refugee: permit under § 25(2)."""
    paper = Paper(
        status=ResidenceStatus.AUFENTHALTSERLAUBNIS, legal_basis="AufenthG:25:2", from_on=date(2026, 1, 7)
    )
    return make_person(hafen, nationalities=("SYR",), birth_date=date(1990, 5, 4), paper=paper)


@pytest.fixture
def amina(hafen: Project) -> Person:
    """Tolerated outside a reception centre since April 2025, in Germany since March 2024."""
    paper = Paper(status=ResidenceStatus.DULDUNG, legal_basis="AufenthG:60a:2:1", from_on=date(2025, 4, 1))
    return make_person(
        hafen,
        given_names="Amina",
        family_names="Malik",
        nationalities=("PAK",),
        birth_date=date(1992, 12, 1),
        paper=paper,
        entered_on=date(2024, 3, 1),
        stay_since=date(2024, 3, 5),
        asylum_applied_on=date(2024, 3, 5),
        asylum_outcome=AsylumOutcome.REJECTED,
        reception_centre_duty=False,
        duldung_since=date(2025, 4, 1),
        identity_unclear_note=False,
        own_conduct=OwnConduct.NONE,
        removal_measure=RemovalMeasure.NONE,
    )


@pytest.fixture
def omar(hafen: Project) -> Person:
    """In the asylum procedure outside a reception centre, for less than three months."""
    return make_person(
        hafen,
        given_names="Omar",
        family_names="Nazari",
        nationalities=("AFG",),
        birth_date=date(1999, 1, 31),
        paper=GESTATTUNG,
        entered_on=date(2026, 9, 28),
        stay_since=date(2026, 9, 30),
        asylum_applied_on=date(2026, 10, 5),
        asylum_registered_on=date(2026, 9, 30),
        asylum_outcome=AsylumOutcome.PENDING,
        reception_centre_duty=False,
    )
