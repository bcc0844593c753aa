"""Passwords by NIST SP 800-63B-4, and the way back when one is forgotten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import get_password_validators, validate_password
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client, override_settings

from tests.cast import make_user
from wir.accounts.adapters.passwords import ListedPasswordValidator
from wir.accounts.models import User

PASSWORD = "vier Worte ohne Sinn"
SILENT = override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend")


@pytest.fixture
def gerda(db: None) -> User:
    user = make_user("Gerda")
    user.set_password("ein altes Kennwort hier")
    user.save()
    return user


@pytest.mark.parametrize(
    "good", ["alles klein und ohne ziffern", "一二三四五六七八九十一二三四五", "a1" * 100]
)
def test_length_is_all_that_is_asked(good: str) -> None:
    validate_password(good)


@pytest.mark.parametrize(
    ("case", "bad"),
    [
        ("fourteen characters", "vierzehn Zeich"),
        ("a common one", "1qaz2wsx3edc4rfv"),
        ("the own address", "gerda@example.org"),
    ],
)
def test_what_is_refused(case: str, bad: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(bad, User(email="gerda@example.org", name="Gerda"))


def test_the_operators_list_is_asked_too(tmp_path: Path) -> None:
    words = tmp_path / "kennwoerter.txt"
    words.write_text("willkommen im netzwerk nord\n")
    validators = get_password_validators(
        [
            {
                "NAME": f"{ListedPasswordValidator.__module__}.ListedPasswordValidator",
                "OPTIONS": {"password_list_path": str(words)},
            }
        ]
    )

    with pytest.raises(ValidationError, match="Liste bekannter"):
        validate_password("Willkommen im Netzwerk Nord", password_validators=validators)
    validate_password("Willkommen im Netzwerk Süd!", password_validators=validators)


def test_an_umlaut_is_the_same_on_every_keyboard() -> None:
    composed, decomposed = "f\u00fcnf W\u00f6rter am Abend", "fu\u0308nf Wo\u0308rter am Abend"

    assert check_password(decomposed, make_password(composed))
    assert not check_password("funf Worter am Abend", make_password(composed))


def test_a_password_may_be_pasted_and_is_shown_to_password_managers(gerda: User) -> None:
    page = Client().get("/konto/anmelden/").content.decode()

    assert 'autocomplete="current-password"' in page
    assert "onpaste" not in page


def test_a_link_by_mail_sets_a_new_password_once(gerda: User) -> None:
    Client().post("/konto/kennwort/vergessen/", {"email": gerda.email})
    text = str(mail.outbox[0].body)
    link = re.search(r"/konto/kennwort/neu/\S+", text)
    assert link, text
    assert "Guten Tag" in text
    assert "Neues Passwort setzen" in mail.outbox[0].subject

    client = Client()
    form = client.get(link[0])["Location"]
    assert "Neues Passwort setzen" in client.get(form).content.decode()
    done = client.post(form, {"password1": PASSWORD, "password2": PASSWORD}, follow=True)

    gerda.refresh_from_db()
    assert gerda.check_password(PASSWORD)
    assert "Das neue Passwort ist gesetzt" in done.content.decode()
    assert "Dieser Link gilt nicht mehr" in Client().get(link[0]).content.decode()


def test_nobody_learns_which_addresses_have_an_account(gerda: User) -> None:
    known = Client().post("/konto/kennwort/vergessen/", {"email": gerda.email}, follow=True)
    unknown = Client().post("/konto/kennwort/vergessen/", {"email": "niemand@example.org"}, follow=True)

    token = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
    assert token.sub(b"", known.content) == token.sub(b"", unknown.content)
    assert known.redirect_chain == unknown.redirect_chain
    assert len(mail.outbox) == 1


def test_a_switched_off_account_gets_no_link(gerda: User) -> None:
    gerda.is_active = False
    gerda.save()

    Client().post("/konto/kennwort/vergessen/", {"email": gerda.email})

    assert mail.outbox == []


@SILENT
def test_without_mail_the_page_says_who_can_help(db: None) -> None:
    body = Client().get("/konto/kennwort/vergessen/").content.decode()

    assert "Diese Seite verschickt keine E-Mails" in body
    assert "<input" not in body.split("<main")[1]


def test_the_profile_keeps_name_and_languages(gerda: User) -> None:
    client = Client()
    client.post("/konto/anmelden/", {"login": gerda.email, "password": "ein altes Kennwort hier"})

    client.post("/konto/", {"name": "Gerda Groß", "languages": ["ar", "ti"], "mail_language": "en"})

    gerda.refresh_from_db()
    assert (gerda.name, gerda.languages, gerda.mail_language) == ("Gerda Groß", ["ar", "ti"], "en")
    refused = client.post("/konto/", {"name": "", "languages": ["klingonisch"]})
    assert refused.status_code == 422
    gerda.refresh_from_db()
    assert gerda.name == "Gerda Groß"


@pytest.mark.parametrize(
    ("word", "refused"),
    [
        ("NetzwerkWIR2026!", True),
        ("Beratung-Jobcenter-1", True),
        ("WillkommenSommer2026", True),
        ("vier Worte ohne Sinn", False),
        ("Kürbis Jobcenter Lampe Dachs", False),
        ("8492 7710 3366 1904 5", False),
    ],
)
def test_a_password_of_words_that_everybody_here_would_try_is_refused(word: str, refused: bool) -> None:
    said = ""
    try:
        validate_password(word)
    except ValidationError as refusal:
        said = " ".join(refusal.messages)

    assert ("Wörtern, die hier alle zuerst probieren" in said) is refused
