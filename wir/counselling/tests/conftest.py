"""The day of the tests is the day of the pages too; Yusuf is in Ada's case team from March."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.cast import TODAY
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.kit.acting import acting
from wir.network import actions as network
from wir.network.models import Project
from wir.network.rules import Role
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
def colleague(hafen: Project) -> User:
    """Works beside Ada in Hafen, outside Yusuf's case team."""
    user = User.objects.create(email="colleague@example.org", name="Colleague")
    job = network.as_job(hafen)
    with acting(job):
        network.give_role(
            user_id=user.pk,
            role=Role.ADVISOR,
            project=hafen,
            network=None,
            from_on=date(2026, 1, 1),
            actor=job,
        )
    return user
