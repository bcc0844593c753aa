"""Uploaded lists are kept for a day, then only their counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from wir.accounts.models import User
from wir.kit.acting import acting
from wir.network.actions import as_job
from wir.network.models import Project
from wir.people import actions
from wir.people.models import ListPreview
from wir.people.tasks import discard_old_lists
from wir.people.tests.make import LIST, clock_stands, upload

SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with clock_stands():
        yield


@pytest.fixture
def browser(sign_in: SignIn, ada: User) -> Client:
    return sign_in(ada)


def uploaded(browser: Client, project: Project) -> str:
    return upload(browser, project, LIST)["Location"]


def test_a_list_is_kept_for_a_day_and_then_emptied(browser: Client, ada: User, hafen: Project) -> None:
    here = uploaded(browser, hafen)
    actor = as_job(hafen)
    with acting(actor):
        kept = ListPreview.objects.get()
        early = actions.discard_old_lists(
            network_id=hafen.network_id, now=kept.uploaded_at + actions.KEPT, actor=actor
        )
        late = actions.discard_old_lists(
            network_id=hafen.network_id, now=timezone.now() + 2 * actions.KEPT, actor=actor
        )
        assert bytes(ListPreview.objects.get().content) == b""

    assert (early, late) == (0, 1)
    page = browser.get(here)
    assert "Diese Liste wird nicht mehr aufbewahrt" in page.content.decode()
    assert browser.get(f"{here}abgelehnt/").status_code == 404
    late_post = browser.post(here, follow=True).content.decode()
    assert "Diese Liste wird nicht mehr aufbewahrt" in late_post
    assert "schon übernommen" not in late_post


def test_the_nightly_job_empties_old_lists_of_every_network(
    sign_in: SignIn, ada: User, cem: User, hafen: Project, tal: Project
) -> None:
    browsers = [
        (sign_in(ada), uploaded(sign_in(ada), hafen)),
        (sign_in(cem), uploaded(sign_in(cem), tal)),
    ]

    with time_machine.travel(timezone.now() + 2 * actions.KEPT, tick=False):
        discard_old_lists(0)

    for browser, here in browsers:
        assert "Diese Liste wird nicht mehr aufbewahrt" in browser.get(here).content.decode()
