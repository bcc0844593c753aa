"""The day of the tests is the day of the pages too; Yusuf has nine hours of counselling and entry answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.cast import TODAY
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.monitoring.tests.make import (
    make_exit,
    make_participant,
    make_second_file,
    make_spell,
    make_status,
)
from wir.network.models import Project
from wir.people.rules.facts import Gender
from wir.placement.rules import OpportunityKind


@pytest.fixture
def clock() -> Iterator[None]:
    noon = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo("Europe/Berlin"))
    with time_machine.travel(noon, tick=False):
        yield


@pytest.fixture
def yusufs_stay(clock: None, hafen: Project, ada: User) -> Stay:
    """Unemployed for nine months at entry in March 2026, aged 22, ISCED 2, from Syria; reported."""
    return make_participant(hafen, ada)


@pytest.fixture
def some_of_each(hafen: Project, turm: Project, ada: User, bela: User, yusufs_stay: Stay) -> list[Stay]:
    """Reported, incomplete, below the hours, placed, left with and without a status, at two carriers."""
    amina = make_participant(hafen, ada, given_names="Amina", gender=Gender.FEMALE)
    make_participant(hafen, ada, given_names="Omar", answers=None)
    make_participant(hafen, ada, given_names="Karim", minutes=60)
    left = make_exit(make_participant(hafen, ada, given_names="Selam"), on=date(2026, 6, 1))
    make_status(left, on=date(2026, 6, 20))
    silent = make_exit(make_participant(turm, bela, given_names="Tesfay"), on=date(2026, 7, 1))
    make_second_file(amina, turm, bela, minutes=60, entered_on=date(2026, 8, 3))
    make_spell(left, kind=OpportunityKind.JOB, insured=True, starts_on=date(2026, 6, 2))
    make_spell(left, kind=OpportunityKind.INTERNSHIP, insured=False, starts_on=date(2026, 4, 1))
    make_spell(amina, kind=OpportunityKind.APPRENTICESHIP, insured=True, starts_on=date(2026, 9, 1))
    return [yusufs_stay, amina, left, silent]
