"""A real OpenID Connect provider of its own process, for the tests: another site with other users.

``python -m wir.accounts.tests.provider CALLBACK`` prints its port and serves until it is stopped.
"""

from __future__ import annotations

import sys
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.urls import include, path

CLIENT, SECRET = "wir", "geheim-fuer-den-test"
PASSWORD = "kennwort beim anbieter"
PEOPLE = (
    # address, confirmed, methods used at the sign-in
    ("ada@example.org", True, ("pwd",)),
    ("dora@example.org", True, ("pwd", "otp")),
    ("bela@example.org", False, ("pwd", "mfa")),
    ("fremd@example.org", True, ("pwd", "mfa")),
)
METHODS = {address: list(methods) for address, _, methods in PEOPLE}


class Quiet(WSGIRequestHandler):
    """Says nothing about requests."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        return


def configure() -> None:
    """Settings of a site that is not ours."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    templates = {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
    settings.configure(
        SECRET_KEY="another site",
        ALLOWED_HOSTS=["127.0.0.1"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        USE_TZ=True,
        TEMPLATES=[templates],
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
            "allauth",
            "allauth.account",
            "allauth.idp.oidc",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        SESSION_COOKIE_NAME="provider",
        LOGIN_REDIRECT_URL="/accounts/email/",
        IDP_OIDC_ADAPTER="wir.accounts.tests.provider_claims.Telling",
        IDP_OIDC_PRIVATE_KEY=key.decode(),
    )


def fill(callback: str) -> None:
    """Make people and the client that is our site."""
    call_command("migrate", verbosity=0)
    users: Any = get_user_model()
    found: dict[str, Any] = {model._meta.label_lower: model for model in apps.get_models()}
    addresses, clients = found["account.emailaddress"], found["allauth_idp_oidc.client"]
    for address, confirmed, _ in PEOPLE:
        user = users.objects.create_user(address.partition("@")[0], address, PASSWORD)
        addresses.objects.create(user=user, email=address, verified=confirmed, primary=True)
    client = clients(
        id=CLIENT, name="WIR", redirect_uris=callback, scopes="openid\nprofile\nemail", skip_consent=True
    )
    client.set_secret(SECRET)
    client.save()


def main() -> None:
    configure()
    django.setup()
    # includes read the settings, so they stand here and not in a module
    settings.ROOT_URLCONF = (
        path("accounts/", include("allauth.account.urls")),
        path("", include("allauth.idp.urls")),
    )
    fill(sys.argv[1])
    with make_server("127.0.0.1", 0, WSGIHandler(), handler_class=Quiet) as server:
        sys.stdout.write(f"{server.server_port}\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main()
