"""The world of the attack tests, made once for each module that asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from django.db import transaction

from tests.attack_world import World, build_world
from wir.people.tests.make import clock_stands, make_marks_quick

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """One transaction for the module, taken back at its end; each request gets a savepoint of its own.

    Papers come as pages: the test reads what stands in them, and making a PDF is slow.
    """
    as_pages = patch("wir.kit.paper.as_pdf", return_value=None)
    of_carriers = patch("wir.network.views.documents.as_pdf", new=str.encode)
    with (
        django_db_blocker.unblock(),
        clock_stands(),
        as_pages,
        of_carriers,
        pytest.MonkeyPatch.context() as quick,
        transaction.atomic(),
    ):
        make_marks_quick(quick)
        yield build_world()
        transaction.set_rollback(True)
