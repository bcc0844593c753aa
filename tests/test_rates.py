"""How often somebody may ask, and how that is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpRequest
from django.test import Client, RequestFactory, override_settings

from wir.accounts.models import User
from wir.kit import rates
from wir.kit.addresses import UNKNOWN, address_of
from wir.kit.rates import Rate, forget_paid, take
from wir.kit.tasks import forget_rates

SignIn = Callable[[User], Client]
THREE = Rate("three", 3, timedelta(hours=1))


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let everything that is counted be allowed three times an hour."""
    keys = rates._key
    monkeypatch.setattr(rates, "take", lambda rate, who: take(Rate(rate.name, 3, THREE.within), who))
    yield
    assert rates._key is keys


def _pass(time: timedelta) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "update kit_rate set paid_at = paid_at - %s * interval '1 second'", [time.total_seconds()]
        )


@pytest.mark.django_db
def test_three_at_once_then_one_every_twenty_minutes() -> None:
    at_once = [take(THREE, "ada") for _ in range(4)]
    _pass(timedelta(minutes=20))
    later = [take(THREE, "ada") for _ in range(2)]

    assert at_once[:3] == [0, 0, 0]
    assert 1190 < at_once[3] <= 1200
    assert later[0] == 0
    assert 1190 < later[1] <= 1200


@pytest.mark.django_db
def test_asking_on_does_not_lengthen_the_wait() -> None:
    waits = [take(THREE, "ada") for _ in range(20)]

    assert max(waits) <= 1200


@pytest.mark.django_db
def test_one_does_not_use_up_what_another_may() -> None:
    for _ in range(4):
        take(THREE, "ada")

    assert take(THREE, "bela") == 0
    assert take(Rate("other", 3, THREE.within), "ada") == 0


@pytest.mark.django_db
def test_no_address_and_no_user_is_kept_and_what_is_paid_back_is_forgotten() -> None:
    take(THREE, "address 192.0.2.7")
    with connection.cursor() as cursor:
        cursor.execute("select key from kit_rate")
        keys = [key for (key,) in cursor.fetchall()]
    kept = forget_paid()
    _pass(timedelta(hours=2))
    forget_rates(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from kit_rate")
        left = cursor.fetchone()

    assert [bool(re.fullmatch("[0-9a-f]{32}", key)) for key in keys] == [True]
    assert (kept, left) == (0, (0,))


@pytest.mark.django_db
def test_search_export_and_upload_answer_in_words_how_long_to_wait(
    few: None, ada: User, sign_in: SignIn
) -> None:
    browser = sign_in(ada)
    for method, way in [("GET", "/suche/"), ("GET", "/bericht/xlsx/"), ("POST", "/personen/import/")]:
        answers = [browser.generic(method, way) for _ in range(4)]

        assert 429 not in [one.status_code for one in answers[:3]], way
        last = answers[3]
        assert last.status_code == 429, way
        assert 1190 < int(last["Retry-After"]) <= 1200
        assert f"Warten Sie {last['Retry-After']} Sekunden" in last.content.decode()


@pytest.mark.django_db
def test_signing_in_is_bounded_for_an_address_whatever_name_is_given(few: None) -> None:
    form = {"login": "x@example.org", "password": "falsch"}

    answers = [Client(REMOTE_ADDR="192.0.2.9").post("/konto/anmelden/", form).status_code for _ in range(4)]

    assert (429 in answers[:3], answers[3]) == (False, 429)
    assert Client(REMOTE_ADDR="192.0.2.10").get("/konto/anmelden/").status_code == 200


@pytest.mark.django_db
def test_pages_that_are_not_marked_are_not_counted_for_those_signed_in(
    few: None, ada: User, sign_in: SignIn
) -> None:
    browser = sign_in(ada)

    assert [browser.get("/aufgaben/").status_code for _ in range(5)] == [200] * 5


@pytest.mark.django_db
@override_settings(RATE_LIMITS=False)
def test_limits_can_be_switched_off_for_the_bench(few: None, ada: User, sign_in: SignIn) -> None:
    browser = sign_in(ada)

    assert [browser.get("/suche/").status_code for _ in range(5)] == [200] * 5


def _from(remote: str, forwarded: str = "") -> HttpRequest:
    return RequestFactory().get("/", REMOTE_ADDR=remote, headers={"X-Forwarded-For": forwarded})


def test_a_forwarded_address_is_believed_only_from_proxies_of_ours() -> None:
    forged = _from("10.0.0.1", "6.6.6.6, 192.0.2.7")
    with override_settings(WIR_PROXIES=0):
        direct = address_of(forged)
    with override_settings(WIR_PROXIES=1):
        behind_one = address_of(forged)
    with override_settings(WIR_PROXIES=3):
        too_few = address_of(forged)

    assert (direct, behind_one, too_few) == ("10.0.0.1", "192.0.2.7", "10.0.0.1")


@pytest.mark.parametrize(
    ("remote", "counted"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", UNKNOWN),
        ("no address", UNKNOWN),
    ],
)
def test_one_connection_is_one_address(remote: str, counted: str) -> None:
    assert address_of(_from(remote)) == counted
