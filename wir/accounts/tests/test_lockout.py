"""Guessing is slow, and nobody can lock somebody else out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from axes.models import AccessFailureLog, AccessLog
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.test import Client, RequestFactory
from time_machine import travel

from tests.cast import make_user
from wir.accounts import tasks
from wir.accounts.adapters import lockout
from wir.accounts.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "vier Worte ohne Sinn"
OFFICE, ATTACKER = "192.0.2.10", "198.51.100.66"


@pytest.fixture
def gerda() -> User:
    user = make_user("Gerda")
    user.set_password(PASSWORD)
    user.save()
    return user


def attempt(client: Client, login: str, password: str, address: str) -> int:
    return client.post(
        "/konto/anmelden/", {"login": login, "password": password}, REMOTE_ADDR=address
    ).status_code


def fail(number: int, login: str, address: str, client: Client | None = None) -> None:
    for _ in range(number):
        attempt(client or Client(), login, "falsch", address)


def known_browser(user: User, address: str = OFFICE) -> Client:
    """A browser in which somebody has signed in once and out again."""
    client = Client()
    attempt(client, user.email, PASSWORD, address)
    client.post("/konto/abmelden/")
    return client


def test_an_attacker_locks_the_own_address_and_nobody_else(gerda: User) -> None:
    fail(10, gerda.email, ATTACKER)

    assert attempt(Client(), gerda.email, PASSWORD, ATTACKER) == 429
    assert attempt(Client(), gerda.email, PASSWORD, OFFICE) == 302


def test_a_colleague_behind_the_same_address_cannot_lock_out_a_known_browser(gerda: User) -> None:
    mine = known_browser(gerda)
    fail(10, gerda.email, OFFICE)

    assert attempt(Client(), gerda.email, PASSWORD, OFFICE) == 429
    assert attempt(mine, gerda.email, PASSWORD, OFFICE) == 302


def test_a_known_browser_has_ten_attempts_of_its_own(gerda: User) -> None:
    stolen = known_browser(gerda)
    fail(10, gerda.email, OFFICE, stolen)

    assert attempt(stolen, gerda.email, PASSWORD, OFFICE) == 429
    assert attempt(Client(), gerda.email, PASSWORD, OFFICE) == 302


def test_guessing_one_account_from_many_addresses_ends_for_strangers_only(
    gerda: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lockout, "MOST_FOR_ONE_ACCOUNT", 6)
    mine = known_browser(gerda)
    for number in range(6):
        fail(1, gerda.email, f"203.0.113.{number}")

    assert attempt(Client(), gerda.email, PASSWORD, "203.0.113.99") == 429
    assert attempt(mine, gerda.email, PASSWORD, OFFICE) == 302


def test_guessing_many_accounts_from_one_address_ends_there(
    gerda: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lockout, "MOST_FROM_ONE_ADDRESS", 6)
    for number in range(6):
        fail(1, f"opfer{number}@example.org", ATTACKER)

    assert attempt(Client(), gerda.email, PASSWORD, ATTACKER) == 429
    assert attempt(Client(), gerda.email, PASSWORD, OFFICE) == 302


def test_a_browser_known_to_one_account_is_a_stranger_to_another(gerda: User) -> None:
    other = make_user("Otto")
    mine = known_browser(gerda)

    fail(10, other.email, OFFICE, mine)

    assert attempt(mine, other.email, PASSWORD, OFFICE) == 429
    assert attempt(mine, gerda.email, PASSWORD, OFFICE) == 302


def test_a_forged_device_cookie_counts_as_none(gerda: User) -> None:
    forged = Client()
    forged.cookies[lockout.COOKIE] = signing.dumps({"x": "y"}, key="another", salt=lockout.SALT)
    fail(10, gerda.email, ATTACKER)

    assert attempt(forged, gerda.email, PASSWORD, ATTACKER) == 429


def test_the_device_cookie_names_no_account_and_is_out_of_reach_of_scripts(gerda: User) -> None:
    cookie = known_browser(gerda).cookies[lockout.COOKIE]

    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert gerda.email not in str(signing.loads(cookie.value, salt=lockout.SALT))


def test_the_lock_says_how_to_go_on(gerda: User) -> None:
    client = Client()
    fail(10, gerda.email, ATTACKER, client)

    response = client.post(
        "/konto/anmelden/", {"login": gerda.email, "password": PASSWORD}, REMOTE_ADDR=ATTACKER
    )

    assert "nehmen Sie ein Gerät, auf dem Sie schon einmal angemeldet waren" in response.content.decode()
    assert settings.AXES_FAILURE_LIMIT == 10


def test_ten_wrong_codes_end_the_guessing_of_the_second_factor(gerda: User) -> None:
    """Who knows the password has a million codes before them, not an unlimited number of attempts."""
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(gerda, secret)
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    mine = known_browser_with_code(gerda, code)
    thief = Client()
    attempt(thief, gerda.email, PASSWORD, ATTACKER)
    for _ in range(10):
        thief.post("/konto/zweiter-faktor/authenticate/", {"code": wrong})

    refused = thief.post("/konto/zweiter-faktor/authenticate/", {"code": code})

    assert "Zu viele falsche Codes" in refused.content.decode()
    assert "_auth_user_id" not in thief.session
    assert lockout.known_device(_request_of(mine), gerda.email)
    assert not lockout.codes_are_locked(_request_of(mine), gerda.email)


def known_browser_with_code(user: User, code: str) -> Client:
    client = Client()
    attempt(client, user.email, PASSWORD, OFFICE)
    client.post("/konto/zweiter-faktor/authenticate/", {"code": code})
    assert client.session["_auth_user_id"] == str(user.pk)
    return client


def _request_of(client: Client) -> HttpRequest:
    request = RequestFactory().post("/", REMOTE_ADDR=OFFICE)
    request.COOKIES[lockout.COOKIE] = client.cookies[lockout.COOKIE].value
    return request


def test_sign_ins_and_failures_are_kept_for_ninety_days(gerda: User) -> None:
    now = datetime(2026, 11, 24, 8, tzinfo=UTC)
    for day, password in ((0, PASSWORD), (0, "falsch"), (1, PASSWORD), (1, "falsch")):
        with travel(now + timedelta(days=day), tick=False):
            attempt(Client(), gerda.email, password, f"192.0.2.{day}")
    kept = [AccessLog.objects.count(), AccessFailureLog.objects.count()]

    with travel(now + timedelta(days=90, hours=12), tick=False):
        tasks.forget(timestamp=0)

    assert kept == [2, 2]
    assert [AccessLog.objects.count(), AccessFailureLog.objects.count()] == [1, 1]
