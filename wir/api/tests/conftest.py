"""The site as machines meet it, on the day of the tests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from tests.cast import TODAY


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    noon = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo("Europe/Berlin"))
    with time_machine.travel(noon, tick=False):
        yield


@pytest.fixture
def site() -> Iterator[WSGIHandler]:
    """The site as a server calls it; it keeps the test's connection to the database, as the test client does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield WSGIHandler()
    for signal in signals:
        signal.connect(close_old_connections)
