"""Sessions: listed, ended one by one and all at once, and by time alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from time_machine import travel

from tests.cast import make_user
from wir.accounts import actions
from wir.accounts.models import User
from wir.accounts.rules import device_of

pytestmark = pytest.mark.django_db

PASSWORD = "vier Worte ohne Sinn"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1"
MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.fixture
def gerda() -> User:
    user = make_user("Gerda")
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(user: User, agent: str = FIREFOX) -> Client:
    client = Client(headers={"user-agent": agent})
    client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD})
    return client


def is_in(client: Client) -> bool:
    return client.get("/konto/").status_code == 200


def test_the_list_tells_devices_roughly(gerda: User) -> None:
    client = sign_in(gerda)
    sign_in(gerda, IPHONE)

    body = client.get("/konto/sitzungen/").content.decode()

    assert "Firefox, Linux" in body
    assert "Safari, iPhone" in body
    assert body.count("dieses Gerät") == 1
    assert "127.0.0.1" not in body
    assert "140.0" not in body


def test_one_device_is_signed_out_and_the_others_stay(gerda: User) -> None:
    here, there = sign_in(gerda), sign_in(gerda, IPHONE)
    listed = here.get("/konto/sitzungen/").context["sessions"]
    other = next(one.id for one in listed if not one.current)

    here.post(f"/konto/sitzungen/{other}/beenden/")

    assert (is_in(here), is_in(there)) == (True, False)


def test_nobody_ends_a_session_of_somebody_else(gerda: User) -> None:
    mine = sign_in(gerda)
    session_id = mine.get("/konto/sitzungen/").context["sessions"][0].id
    otto = make_user("Otto")
    otto.set_password(PASSWORD)
    otto.save()

    response = sign_in(otto).post(f"/konto/sitzungen/{session_id}/beenden/")

    assert response.status_code == 404
    assert is_in(mine)


def test_sign_out_everywhere_ends_all(gerda: User) -> None:
    here, there = sign_in(gerda), sign_in(gerda, IPHONE)

    response = here.post("/konto/ueberall-abmelden/", follow=True)

    assert "Sie sind auf allen Geräten abgemeldet" in response.content.decode()
    assert (is_in(here), is_in(there)) == (False, False)


def test_a_new_password_ends_the_other_sessions(gerda: User) -> None:
    here, there = sign_in(gerda), sign_in(gerda, IPHONE)
    new = "ganz andere vier Worte"

    here.post("/konto/kennwort/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert (is_in(here), is_in(there)) == (True, False)


def test_an_account_switched_off_is_signed_out_at_once(gerda: User) -> None:
    client = sign_in(gerda)

    actions.switch_off(user_ids=[gerda.pk])

    assert not is_in(client)


def test_an_hour_without_a_request_ends_the_session(gerda: User) -> None:
    with travel(MORNING, tick=False):
        client = sign_in(gerda)
        assert is_in(client)
    with travel(MORNING + timedelta(minutes=60), tick=False):
        assert is_in(client)
    with travel(MORNING + timedelta(minutes=121), tick=False):
        response = client.get("/konto/", follow=True)

    assert "weil 60 Minuten lang nichts geschah" in response.content.decode()


def test_a_working_day_ends_the_session_however_busy(gerda: User) -> None:
    with travel(MORNING, tick=False):
        client = sign_in(gerda)
        is_in(client)
    states = []
    for half_hours in range(1, 22):
        with travel(MORNING + timedelta(minutes=30 * half_hours), tick=False):
            states.append(is_in(client))

    assert states == [True] * 20 + [False]


@pytest.mark.parametrize(
    ("agent", "browser", "system"),
    [
        (FIREFOX, "Firefox", "Linux"),
        (IPHONE, "Safari", "iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge", "Windows"),
        ("Mozilla/5.0 (Linux; Android 16) Chrome/140.0 Mobile Safari/537.36", "Chrome", "Android"),
        ("curl/8", "", ""),
    ],
)
def test_a_device_by_its_header(agent: str, browser: str, system: str) -> None:
    device = device_of(agent)

    assert (device.browser, device.system) == (browser, system)


def test_after_fifteen_minutes_the_list_of_devices_asks_once_more(gerda: User) -> None:
    with travel(MORNING, tick=False):
        client = sign_in(gerda)
        session_id = client.get("/konto/sitzungen/").context["sessions"][0].id
    with travel(MORNING + timedelta(minutes=16), tick=False):
        answers = [
            client.get("/konto/sitzungen/"),
            client.post(f"/konto/sitzungen/{session_id}/beenden/"),
            client.post("/konto/ueberall-abmelden/"),
        ]
        assert [one["Location"].split("?")[0] for one in answers] == ["/konto/bestaetigen/"] * 3
        assert is_in(client)


def test_after_signing_out_the_browser_forgets_the_pages(gerda: User) -> None:
    client = sign_in(gerda)
    told = client.get("/konto/").headers.get("Clear-Site-Data")

    answer = client.post("/konto/abmelden/")

    assert told is None
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
