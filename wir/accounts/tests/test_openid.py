"""Signing in through the provider of a Land: against a real one, in a process of its own on this machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

import jwt
import pytest
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from cryptography.hazmat.primitives.asymmetric import rsa
from django.db import connection
from django.test import Client, override_settings

from tests.cast import AskAs
from wir.accounts.adapters.openid import SignedOpenID
from wir.accounts.adapters.provider import PROVIDER_ID, provider_from
from wir.accounts.models import User
from wir.accounts.rules import asserts_second_factor
from wir.accounts.tests.provider import CLIENT, PASSWORD, SECRET

pytestmark = pytest.mark.django_db

START = f"/konto/anbieter/{PROVIDER_ID}/"
CALLBACK = f"http://testserver{START}zurueck/"


@pytest.fixture(scope="session")
def issuer() -> Iterator[str]:
    """Start the provider and stop it again."""
    environment = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    command = [sys.executable, "-W", "ignore", "-m", "wir.accounts.tests.provider", CALLBACK]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


@pytest.fixture
def provider(issuer: str) -> Iterator[str]:
    """Our site knows the provider, as the environment would name it."""
    named = {
        "WIR_OIDC_ISSUER": issuer,
        "WIR_OIDC_CLIENT_ID": CLIENT,
        "WIR_OIDC_SECRET": SECRET,
        "WIR_OIDC_NAME": "Landesportal",
    }
    with override_settings(SOCIALACCOUNT_PROVIDERS=provider_from(named)):
        yield issuer


class WithinTheProvider(HTTPRedirectHandler):
    """Follows redirects until one leads to our site."""

    def redirect_request(self, *args: Any, **named: Any) -> Request | None:
        if args[-1].startswith("http://testserver/"):
            return None
        return super().redirect_request(*args, **named)


def back_from(provider: str, name: str, client: Client, start: str = START) -> str:
    """Go to the provider, sign in there as ``name``; return the path with which it sends the browser back."""
    there = client.get(start)["Location"]
    assert there.startswith(provider)
    opener = build_opener(HTTPCookieProcessor(CookieJar()), WithinTheProvider())
    page = opener.open(f"{provider}/accounts/login/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    entered = {"csrfmiddlewaretoken": token[1], "login": name, "password": PASSWORD}
    opener.open(f"{provider}/accounts/login/", urlencode(entered).encode())
    with pytest.raises(HTTPError) as left:
        opener.open(there)
    back = urlsplit(left.value.headers["Location"])
    left.value.close()
    return f"{back.path}?{back.query}"


def through(provider: str, name: str) -> Client:
    """Return a browser that has gone the whole way."""
    client = Client()
    client.get(back_from(provider, name, client))
    return client


def is_in(client: Client, user: User) -> bool:
    return client.session.get("_auth_user_id") == str(user.pk)


def test_an_invited_account_opens_by_its_confirmed_address(provider: str, ada: User) -> None:
    assert "Über Landesportal anmelden" in Client().get("/konto/anmelden/").content.decode()
    client = Client()

    response = client.get(back_from(provider, "ada", client, f"{START}?next=/faelle/"))

    assert response["Location"] == "/faelle/"
    assert is_in(client, ada)
    kept = SocialAccount.objects.get()
    assert (kept.user_id, kept.extra_data) == (ada.pk, {"amr": ["pwd"], "acr": ""})
    assert not SocialToken.objects.exists()


def test_nobody_gets_an_account_by_the_provider_alone(provider: str, ada: User) -> None:
    client = Client()

    page = client.get(back_from(provider, "fremd", client))

    assert "Hier gibt es keinen Zugang" in page.content.decode()
    assert list(User.objects.values_list("email", flat=True)) == [ada.email]
    assert "_auth_user_id" not in client.session


def test_an_address_that_the_provider_has_not_confirmed_opens_nothing(provider: str, bela: User) -> None:
    client = through(provider, "bela")

    assert not is_in(client, bela)
    assert not SocialAccount.objects.exists()


def test_a_switched_off_account_stays_closed(provider: str, ada: User) -> None:
    User.objects.filter(pk=ada.pk).update(is_active=False)

    assert not is_in(through(provider, "ada"), ada)


def test_a_second_factor_at_the_provider_counts(provider: str, dora: User, acting_as: AskAs) -> None:
    with acting_as(dora), connection.cursor() as cursor:
        cursor.execute("update network_network set second_factor = 'everybody'")
    TOTP.activate(dora, "JBSWY3DPEHPK3PXP")

    client = through(provider, "dora")

    assert client.get("/faelle/").status_code == 200


def test_without_one_at_the_provider_ours_is_asked_for(provider: str, ada: User) -> None:
    TOTP.activate(ada, "JBSWY3DPEHPK3PXP")
    client = Client()

    response = client.get(back_from(provider, "ada", client))

    assert response["Location"].startswith("/konto/zweiter-faktor/authenticate/")
    assert not is_in(client, ada)


def test_an_answer_that_nobody_asked_for_is_refused(provider: str, ada: User) -> None:
    answer = back_from(provider, "ada", Client())
    other = Client()

    page = other.get(answer)

    assert "Ihr Anmeldedienst hat Sie nicht hereingelassen" in page.content.decode()
    assert not is_in(other, ada)


def test_without_a_provider_there_is_no_such_way(db: None) -> None:
    assert "anbieter" not in Client().get("/konto/anmelden/").content.decode()
    assert Client().get(START).status_code == 404


@pytest.mark.parametrize(
    ("amr", "acr", "expected"),
    [
        (["pwd"], "", False),
        (["pwd", "mfa"], "", True),
        (["pwd", "otp"], "", True),
        (["hwk", "fpt"], "", True),
        (["otp", "sms"], "", False),
        ([], "http://eidas.europa.eu/LoA/substantial", True),
        ([], "low", False),
        ([], "", False),
    ],
)
def test_what_a_provider_says_of_a_second_factor(amr: list[str], acr: str, expected: bool) -> None:
    accepted = ["http://eidas.europa.eu/LoA/substantial"]

    assert asserts_second_factor(amr, acr, accepted) is expected


def test_a_token_that_somebody_else_signed_opens_nothing(
    provider: str, ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything fits but the signature; and an algorithm without a public key is not even looked at."""
    foreign = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    checked, refused = SignedOpenID._decode_id_token, []
    signatures: list[Callable[[dict[str, Any], str], str]] = [
        lambda claims, kid: jwt.encode(claims, foreign, algorithm="RS256", headers={"kid": kid}),
        lambda claims, kid: jwt.encode(claims, "", algorithm="none", headers={"kid": kid}),
    ]

    for sign in signatures:

        def forged(self: SignedOpenID, app: SocialApp, token: str, sign: Any = sign) -> dict[str, Any]:
            claims = jwt.decode(token, options={"verify_signature": False})
            return checked(self, app, sign(claims, jwt.get_unverified_header(token)["kid"]))

        monkeypatch.setattr(SignedOpenID, "_decode_id_token", forged)
        refused.append(not is_in(through(provider, "ada"), ada))

    assert refused == [True, True]


def test_a_link_on_another_site_signs_nobody_in(provider: str) -> None:
    answers = {
        site: Client().get(START, headers={"Sec-Fetch-Site": site})["Location"]
        for site in ("cross-site", "same-site", "same-origin", "none")
    }

    assert {site: where.startswith(provider) for site, where in answers.items()} == {
        "cross-site": False,
        "same-site": False,
        "same-origin": True,
        "none": True,
    }
    assert answers["cross-site"] == "/konto/anmelden/"
