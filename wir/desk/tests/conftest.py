"""The day of the tests is the day of the pages too; Yusuf is in Ada's care since March."""

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
from wir.network.models import Project
from wir.people.models import Person


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    noon = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo("Europe/Berlin"))
    with time_machine.travel(noon, tick=False):
        yield


@pytest.fixture
def yusuf(hafen: Project) -> Person:
    """In the files of Hafen; no stay yet."""
    return make_person(hafen)


@pytest.fixture
def stay(yusuf: Person, ada: User) -> Stay:
    """Ada advises Yusuf from 2 March 2026 on."""
    return make_stay(yusuf, ada)


@pytest.fixture
def strangers(bela: User, cem: User, dora: User, emil: User) -> list[User]:
    """Everybody to whom Yusuf's file is closed: other carrier, other network, coordination, programme office."""
    return [bela, cem, dora, emil]
