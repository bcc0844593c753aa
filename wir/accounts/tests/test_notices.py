"""Whoever changes how somebody signs in, the owner of the account learns of it by mail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from smtplib import SMTPServerDisconnected

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.db import transaction
from django.test import Client
from django.utils import timezone

from tests.cast import make_user
from wir.accounts import actions
from wir.accounts.models import User
from wir.accounts.rules import SecurityChange
from wir.accounts.tests.test_signin import code_for, sign_in_sure

pytestmark = pytest.mark.django_db

Committing = Callable[..., AbstractContextManager[object]]
PASSWORD = "vier Worte ohne Sinn"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def gerda() -> User:
    user = make_user("Gerda")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def told(django_capture_on_commit_callbacks: Committing) -> Callable[[], AbstractContextManager[list[str]]]:
    """``with told() as subjects:`` what is mailed once the requests of the block have committed."""

    @contextmanager
    def listen() -> Iterator[list[str]]:
        mail.outbox.clear()
        subjects: list[str] = []
        with django_capture_on_commit_callbacks(execute=True):
            yield subjects
        subjects += [str(one.subject) for one in mail.outbox]

    return listen


Told = Callable[[], AbstractContextManager[list[str]]]


def test_a_sign_in_on_a_new_device_is_told_once_and_bears_neither_name_nor_address(
    gerda: User, told: Told
) -> None:
    client = Client(headers={"user-agent": FIREFOX})
    entered = {"login": gerda.email, "password": PASSWORD}
    with told() as first:
        client.post("/konto/anmelden/", entered)
    (letter,) = mail.outbox
    with told() as again:
        client.post("/konto/abmelden/")
        client.post("/konto/anmelden/", entered)

    body = str(letter.body)
    assert first == ["WIR: In Ihrem Zugang hat sich jemand auf einem bisher unbekannten Gerät angemeldet"]
    assert again == []
    assert letter.to == ["gerda@example.org"]
    assert [
        word in body for word in ("Firefox, Linux", "http://localhost:8000/konto/kennwort/vergessen/")
    ] == [
        True,
        True,
    ]
    assert [word in body for word in ("Gerda", "gerda@", "127.0.0.1", "140.0")] == [False] * 4


def test_every_change_of_a_factor_is_told_and_ends_the_other_sessions(gerda: User, told: Told) -> None:
    other, client = sign_in_sure(gerda), sign_in_sure(gerda)
    with told() as set_up:
        client.get("/konto/zweiter-faktor/totp/activate/")
        code = code_for(client.session["mfa.totp.secret"])
        client.post("/konto/zweiter-faktor/totp/activate/", {"code": code})
    with told() as renewed:
        client.post("/konto/zweiter-faktor/recovery-codes/generate/")
    with told() as removed:
        client.post("/konto/zweiter-faktor/totp/deactivate/")

    assert set_up == [
        "WIR: Für Ihren Zugang wurde eine Authenticator-App als zweiter Faktor eingerichtet",
    ]
    assert renewed == [
        "WIR: Für Ihren Zugang wurden neue Wiederherstellungscodes erstellt; die alten gelten nicht mehr"
    ]
    assert removed == ["WIR: Die Authenticator-App Ihres Zugangs wurde entfernt"]
    assert [browser.get("/konto/").status_code for browser in (client, other)] == [200, 302]


def test_a_new_password_and_the_end_of_sessions_are_told(gerda: User, told: Told) -> None:
    client = sign_in_sure(gerda)
    new = "ganz andere vier Worte"
    with told() as changed:
        client.post("/konto/kennwort/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    with told() as ended:
        client.post("/konto/ueberall-abmelden/")

    assert changed == ["WIR: Das Passwort Ihres Zugangs wurde geändert"]
    assert ended == ["WIR: Ihr Zugang wurde auf einem oder mehreren Geräten abgemeldet"]


def test_what_the_operator_removes_is_told_in_the_language_of_the_owner(gerda: User, told: Told) -> None:
    actions.change_profile(user=gerda, name="Gerda", languages=[], mail_language="en")
    TOTP.activate(gerda, "A" * 32)
    RecoveryCodes.activate(gerda)

    with told() as subjects:
        removed = actions.remove_second_factors(user=gerda, now=timezone.now())
    with told() as nothing:
        actions.remove_second_factors(user=gerda, now=timezone.now())

    assert (removed, nothing) == (2, [])
    assert subjects == [
        "WIR: App, passkeys and recovery codes were removed from your account by whoever runs this site"
    ]


def test_what_is_rolled_back_is_told_to_nobody(gerda: User, told: Told) -> None:
    with told() as subjects, transaction.atomic():
        actions.tell(user=gerda, change=SecurityChange.PASSWORD_CHANGED, at=timezone.now())
        transaction.set_rollback(True)

    assert subjects == []


def test_a_mail_server_that_refuses_stops_nobody(
    gerda: User, told: Told, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_args: object) -> None:
        raise SMTPServerDisconnected("gerda@example.org")

    monkeypatch.setattr("wir.accounts.adapters.notices.send_mail", refuse)
    client = Client()
    with told() as subjects:
        response = client.post("/konto/anmelden/", {"login": gerda.email, "password": PASSWORD})

    assert (response.status_code, subjects) == (302, [])
    assert [one.getMessage() for one in caplog.records] == [
        "a mail about a change of new_device could not be sent"
    ]


def test_a_code_of_the_app_opens_once_in_whichever_process(
    gerda: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Allauth remembers used codes in the memory of one process; here each process has forgotten them."""
    secret = "A" * 32
    TOTP.activate(gerda, secret)
    monkeypatch.setattr(TOTP, "_mark_code_used", lambda *_args: True)
    code = code_for(secret)
    answers = []
    for _ in range(2):
        client = Client()
        client.post("/konto/anmelden/", {"login": gerda.email, "password": PASSWORD})
        answers.append(client.post("/konto/zweiter-faktor/authenticate/", {"code": code}))

    assert answers[0].status_code == 302
    assert "Dieser Code wurde schon benutzt" in answers[1].content.decode()
    assert Authenticator.objects.get().type == Authenticator.Type.TOTP
