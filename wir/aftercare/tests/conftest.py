"""Yusuf began on 1 September 2026 as a kitchen assistant with three months of probation; Ada advises him."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.cast import TODAY
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.aftercare.models import CheckIn
from wir.aftercare.rules import CheckInKind
from wir.kit.acting import acting
from wir.network.models import Project
from wir.network.queries import actor_for
from wir.people.models import Person
from wir.placement.models import Spell
from wir.placement.tests.make import BORN, PERMIT, make_application, make_opportunity, make_spell

SEPTEMBER = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """The day of the tests is the day of the pages too."""
    noon = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo("Europe/Berlin"))
    with time_machine.travel(noon, tick=False):
        yield


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    """In a stay since 2 March 2026."""
    person = make_person(hafen, paper=PERMIT, nationalities=("SYR",), birth_date=BORN)
    make_stay(person, ada)
    return person


@pytest.fixture
def spell(yusuf: Person, ada: User) -> Spell:
    """Open-ended work; the check-ins are planned by the start itself."""
    application = make_application(yusuf, make_opportunity(yusuf.network_id, ada), ada)
    return make_spell(application, ada, starts_on=SEPTEMBER)


@pytest.fixture
def first_week(spell: Spell, ada: User) -> CheckIn:
    """Due on 8 September 2026 and overdue."""
    with acting(actor_for(ada.pk, TODAY)):
        return CheckIn.objects.get(spell=spell, kind=CheckInKind.FIRST_WEEK.value)
