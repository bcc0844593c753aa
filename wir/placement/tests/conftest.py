"""The day of the tests is the day of the pages too; Yusuf holds a permit under § 25(2) and is advised by Ada."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.cast import TODAY
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.network.models import Network, Project
from wir.people.models import Person
from wir.placement.models import Application, Opportunity
from wir.placement.tests.make import BORN, PERMIT, make_application, make_opportunity


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    noon = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo("Europe/Berlin"))
    with time_machine.travel(noon, tick=False):
        yield


@pytest.fixture
def yusuf(hafen: Project) -> Person:
    """In the files of Hafen; no stay yet."""
    return make_person(hafen, paper=PERMIT, nationalities=("SYR",), birth_date=BORN)


@pytest.fixture
def stay(yusuf: Person, ada: User) -> Stay:
    """Ada advises Yusuf from 2 March 2026 on."""
    return make_stay(yusuf, ada)


@pytest.fixture
def kitchen(north: Network, ada: User) -> Opportunity:
    """A job for 38.5 hours a week at Bäckerei Muster."""
    return make_opportunity(north.pk, ada)


@pytest.fixture
def application(yusuf: Person, stay: Stay, kitchen: Opportunity, ada: User) -> Application:
    """Suggested to Yusuf on 10 March 2026."""
    return make_application(yusuf, kitchen, ada)
