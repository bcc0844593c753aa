"""Signing in: with password and second factor, locked out, and back to where one was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from django.urls import reverse

from tests.cast import make_user
from wir.accounts.models import User

SignIn = Callable[[User], Client]
PASSWORD = "vier Worte ohne Sinn"


@pytest.fixture
def gerda(db: None) -> User:
    """Has a password, and no role yet."""
    user = make_user("Gerda")
    user.set_password(PASSWORD)
    user.save()
    return user


def code_for(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(secret, counter)))


def sign_in_sure(user: User) -> Client:
    """Sign in with the password and confirm it once more, as changes to the second factor demand."""
    client = Client()
    client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def test_the_sign_in_page_speaks_german_and_offers_no_sign_up(db: None) -> None:
    body = Client().get("/konto/anmelden/").content.decode()

    assert "Willkommen" in body
    assert "E-Mail-Adresse" in body
    assert "signup" not in body


def test_after_signing_in_one_is_where_one_wanted_to_go(gerda: User) -> None:
    client = Client()
    asked = client.get("/faelle/?state=ended")
    page = client.get(asked["Location"])
    assert 'value="/faelle/?state=ended"' in page.content.decode()

    response = client.post(
        "/konto/anmelden/", {"login": gerda.email, "password": PASSWORD, "next": "/faelle/?state=ended"}
    )

    assert (response.status_code, response["Location"]) == (302, "/faelle/?state=ended")


def test_signing_in_leads_to_nowhere_else(gerda: User) -> None:
    response = Client().post(
        "/konto/anmelden/", {"login": gerda.email, "password": PASSWORD, "next": "https://example.org/"}
    )

    assert response["Location"] == "/"


def test_a_wrong_password_is_refused_in_words(gerda: User) -> None:
    client = Client()

    response = client.post("/konto/anmelden/", {"login": gerda.email, "password": "falsch"})

    body = response.content.decode()
    assert "Bitte prüfen Sie Ihre Angaben" in body
    assert 'role="alert"' in body
    assert "_auth_user_id" not in client.session


def test_the_tenth_wrong_password_locks_for_an_hour(gerda: User) -> None:
    client = Client()
    for _ in range(10):
        last = client.post("/konto/anmelden/", {"login": gerda.email, "password": "falsch"})

    assert last.status_code == 429
    assert "für eine Stunde gesperrt" in last.content.decode()
    right = client.post("/konto/anmelden/", {"login": gerda.email, "password": PASSWORD})
    assert right.status_code == 429
    assert "_auth_user_id" not in client.session


def test_who_has_no_role_yet_is_told_what_happens_next(sign_in: SignIn, gerda: User) -> None:
    assert "noch keinem Teilprojekt zugeordnet" in sign_in(gerda).get("/").content.decode()


def test_signing_out_asks_first_and_says_so_afterwards(sign_in: SignIn, ada: User) -> None:
    client = sign_in(ada)

    assert "Abmelden?" in client.get("/konto/abmelden/").content.decode()
    response = client.post("/konto/abmelden/", follow=True)

    assert "Sie sind abgemeldet." in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_the_password_can_be_changed(gerda: User) -> None:
    client, new = Client(), "ganz andere vier Worte"
    client.post("/konto/anmelden/", {"login": gerda.email, "password": PASSWORD})

    response = client.post("/konto/kennwort/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert response.status_code == 302
    gerda.refresh_from_db()
    assert gerda.check_password(new)


def test_a_short_password_is_refused(gerda: User) -> None:
    client = Client()
    client.post("/konto/anmelden/", {"login": gerda.email, "password": PASSWORD})

    response = client.post(
        "/konto/kennwort/", {"oldpassword": PASSWORD, "password1": "kurz", "password2": "kurz"}
    )

    assert "15 Zeichen" in response.content.decode()
    gerda.refresh_from_db()
    assert gerda.check_password(PASSWORD)


def test_with_a_second_factor_the_password_alone_does_not_open(gerda: User) -> None:
    owner = sign_in_sure(gerda)
    page = owner.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    activated = owner.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    assert (activated.status_code, activated["Location"]) == (302, reverse("mfa_view_recovery_codes"))
    codes = owner.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    assert len(codes) == 10
    assert "aktiv" in owner.get(reverse("mfa_index")).content.decode()

    client = Client()
    half = client.post("/konto/anmelden/", {"login": gerda.email, "password": PASSWORD, "next": "/faelle/"})
    assert half["Location"].startswith(reverse("mfa_authenticate"))
    assert "_auth_user_id" not in client.session
    assert "Noch ein Schritt" in client.get(reverse("mfa_authenticate")).content.decode()
    refused = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "_auth_user_id" not in client.session
    assert 'role="alert"' in refused.content.decode()

    entered = client.post(reverse("mfa_authenticate"), {"code": codes[0]})

    assert (entered.status_code, entered["Location"]) == (302, "/faelle/")


def test_the_second_factor_is_kept_sealed(gerda: User) -> None:
    owner = sign_in_sure(gerda)
    secret = owner.get(reverse("mfa_activate_totp")).context["form"].secret
    owner.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})

    kept = Authenticator.objects.get(user=gerda, type="totp").data["secret"]

    assert secret not in kept


def test_changing_the_second_factor_asks_for_the_password_once_more(sign_in: SignIn, gerda: User) -> None:
    client = sign_in(gerda)

    asked = client.get(reverse("mfa_activate_totp"))
    page = client.get(asked["Location"])
    confirmed = client.post(
        reverse("account_reauthenticate"), {"password": PASSWORD, "next": reverse("mfa_activate_totp")}
    )

    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    assert "Bestätigen Sie, dass Sie es sind" in page.content.decode()
    assert (confirmed.status_code, confirmed["Location"]) == (302, reverse("mfa_activate_totp"))


def test_a_form_that_was_open_too_long_says_how_to_go_on(gerda: User) -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post("/konto/anmelden/", {"login": gerda.email, "password": PASSWORD})

    body = response.content.decode()
    assert response.status_code == 403
    assert "Das Formular war zu lange offen" in body
    assert 'href="/konto/anmelden/"' in body


def test_a_switched_off_account_does_not_open(gerda: User) -> None:
    gerda.is_active = False
    gerda.save()
    client = Client()

    client.post("/konto/anmelden/", {"login": gerda.email, "password": PASSWORD})

    assert "_auth_user_id" not in client.session
    assert "Dieses Konto ist abgeschaltet" in client.get("/konto/sperre/").content.decode()
