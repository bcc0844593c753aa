"""Before exports, whoever is signed in proves once more that it is them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from time_machine import travel

from wir.accounts.models import User

pytestmark = pytest.mark.django_db

PASSWORD = "vier Worte ohne Sinn"
MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
EXPORT = "/bericht/xlsx/"


def sign_in(user: User) -> Client:
    user.set_password(PASSWORD)
    user.save()
    client = Client()
    client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD})
    return client


def test_right_after_the_sign_in_nothing_more_is_asked(ada: User) -> None:
    with travel(MORNING, tick=False):
        assert sign_in(ada).get(EXPORT)["Content-Disposition"].startswith("attachment")


def test_later_the_export_asks_for_the_password_and_goes_on(ada: User) -> None:
    with travel(MORNING, tick=False):
        client = sign_in(ada)
        client.get("/konto/")
    with travel(MORNING + timedelta(minutes=15), tick=False):
        asked = client.get(EXPORT)
        assert asked["Location"] == f"/konto/bestaetigen/?next={EXPORT.replace('/', '%2F')}"
        refused = client.post(asked["Location"], {"password": "falsch"})
        assert refused.status_code == 200
        assert client.get(EXPORT).status_code == 302
        confirmed = client.post(asked["Location"], {"password": PASSWORD, "next": EXPORT})
        assert confirmed["Location"] == EXPORT
        assert client.get(EXPORT).status_code == 200


def test_pages_without_export_do_not_ask(ada: User) -> None:
    with travel(MORNING, tick=False):
        client = sign_in(ada)
        client.get("/konto/")
    with travel(MORNING + timedelta(minutes=40), tick=False):
        assert client.get("/bericht/").status_code == 200


def test_signed_out_the_export_leads_to_the_sign_in(db: None) -> None:
    assert Client().get(EXPORT)["Location"] == f"/konto/anmelden/?next={EXPORT}"
