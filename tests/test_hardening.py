"""What every address answers with, whatever it shows; and what none of them lets in."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.utils import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, override_settings
from django.urls import path
from django.utils.crypto import get_random_string

from tests.cast import TODAY
from tests.walk import Route, live_through, routes
from wir.accounts.models import User
from wir.config.urls import urlpatterns as real
from wir.kit.acting import acting, actor_of
from wir.kit.sealing import new_key
from wir.network.models import Project
from wir.network.queries import actor_for
from wir.tasks.models import Task

SignIn = Callable[[User], Client]
CSP = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
}
SAME = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "X-Permitted-Cross-Domain-Policies": "none",
}
_POST = {
    "REQUEST_METHOD": "POST",
    "PATH_INFO": "/aufgaben/",
    "CONTENT_TYPE": "application/x-www-form-urlencoded",
}
PRODUCTION = {
    "WIR_HTTPS": "1",
    "WIR_HOSTS": "wir.example.org",
    "WIR_SECRET_KEY": "a-key-for-this-test-alone-0123456789-abcdefghijklmnop-ÄÖÜ",
    "WIR_KEYS": new_key(),
}


def slow(request: HttpRequest) -> HttpResponse:
    """Write, then ask the database for something that takes longer than it may."""
    place = {"network_id": actor_of(request).networks[0], "project_id": actor_of(request).projects[0]}
    Task.objects.create(**place, reason="own", title="half", due_on="2026-11-24")
    with connection.cursor() as cursor:
        cursor.execute("set local statement_timeout = '1ms'; select pg_sleep(10)")
    return HttpResponse()


def broken(request: HttpRequest) -> HttpResponse:
    raise OperationalError(f"connection with password {settings.SECRET_KEY} failed")


def spelt(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{request.GET.get('q')!a} {request.POST.get('q')!a}")


urlpatterns = [*real, path("langsam/", slow), path("kaputt/", broken), path("geschrieben/", spelt)]


def _without_headers(answer: HttpResponseBase) -> dict[str, str]:
    wrong = {
        name: answer.headers.get(name, "")
        for name, value in SAME.items()
        if answer.headers.get(name) != value
    }
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    if policy != CSP:
        wrong["Content-Security-Policy"] = str(policy)
    if "no-store" not in answer.headers.get("Cache-Control", ""):
        wrong["Cache-Control"] = answer.headers.get("Cache-Control", "")
    if "geolocation=()" not in answer.headers.get("Permissions-Policy", ""):
        wrong["Permissions-Policy"] = answer.headers.get("Permissions-Policy", "")
    return wrong


@pytest.mark.django_db
def test_every_address_answers_with_every_header_signed_in_or_not(
    hafen: Project, ada: User, sign_in: SignIn
) -> None:
    known, browser = live_through(hafen, ada), sign_in(ada)
    asked: list[tuple[Client, Route]] = [(one, route) for route in routes() for one in (browser, Client())]

    wrong = {
        f"{route.name} {number % 2}": found
        for number, (one, route) in enumerate(asked)
        if route.name != "account_logout" and (found := _without_headers(one.get(route.url(known))))
    }

    assert len(asked) > 100
    assert wrong == {}


@pytest.mark.django_db
def test_answers_that_are_no_page_carry_the_headers_too(ada: User, sign_in: SignIn) -> None:
    browser = sign_in(ada)
    answers = {
        404: browser.get("/gibt-es-nicht/"),
        405: browser.post("/bericht/"),
        400: browser.get("/suche/?q=%00"),
        413: browser.post("/aufgaben/", {"title": "x" * 3_000_000}),
    }

    assert {code: answer.status_code for code, answer in answers.items()} == {code: code for code in answers}
    assert {code: wrong for code, one in answers.items() if (wrong := _without_headers(one))} == {}


@pytest.mark.django_db
def test_no_page_holds_what_the_content_security_policy_forbids(
    hafen: Project, ada: User, sign_in: SignIn
) -> None:
    known, browser = live_through(hafen, ada), sign_in(ada)
    inline = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<[^>]+\s(style|on[a-z]+)=|javascript:", re.IGNORECASE)

    found = {}
    for route in routes():
        answer = browser.get(route.url(known)) if route.name != "account_logout" else HttpResponse()
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            found[route.name] = [hit[0] for hit in inline.finditer(answer.content.decode())]

    assert {name: hits for name, hits in found.items() if hits} == {}


@pytest.mark.django_db
def test_cookies_are_for_this_site_and_not_for_scripts(ada: User) -> None:
    browser = Client()
    ada.set_password("ein langes Kennwort 42")
    ada.save()
    browser.get("/konto/anmelden/")
    browser.post("/konto/anmelden/", {"login": ada.email, "password": "ein langes Kennwort 42"})
    browser.post("/sprache/", {"language": "en"})

    cookies: SimpleCookie = browser.cookies
    assert {
        name: (one["samesite"], bool(one["httponly"]), one["domain"]) for name, one in cookies.items()
    } == dict.fromkeys(cookies, ("Lax", True, ""))
    assert "sessionid" in cookies


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "https:evil.example",
    ],
)
@pytest.mark.django_db
def test_no_page_leads_to_another_site(elsewhere: str, ada: User) -> None:
    ada.set_password("ein langes Kennwort 42")
    ada.save()
    browser = Client()
    language = browser.post("/sprache/", {"language": "de", "next": elsewhere})
    expired = browser.get("/faelle/", headers={"HX-Request": "true", "HX-Current-URL": elsewhere})
    signed_in = browser.post(
        "/konto/anmelden/", {"login": ada.email, "password": "ein langes Kennwort 42", "next": elsewhere}
    )

    assert language["Location"] == "/"
    assert expired["HX-Redirect"].startswith("/konto/anmelden/?next=")
    assert (signed_in.status_code, signed_in["Location"]) == (302, "/")


@pytest.mark.django_db
def test_an_expired_page_with_a_doubled_slash_does_not_lead_away_after_the_sign_in(ada: User) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver//evil.example/x"}

    way = Client().get("/faelle/", headers=headers)["HX-Redirect"]

    assert "evil.example" in way
    browser = Client()
    browser.force_login(ada, backend=settings.AUTHENTICATION_BACKENDS[-1])
    assert browser.get(way)["Location"] == "/"


@pytest.mark.django_db
def test_a_foreign_host_is_refused_and_not_repeated() -> None:
    answer = Client().get("/konto/anmelden/", headers={"Host": "evil.example"})

    assert (answer.status_code, answer.content) == (400, b"Unknown host.\n")


@pytest.mark.django_db
def test_a_forwarded_host_is_not_believed(ada: User, sign_in: SignIn) -> None:
    page = sign_in(ada).get("/", headers={"X-Forwarded-Host": "evil.example", "X-Original-URL": "/konto/"})

    assert (page.status_code, b"evil.example" in page.content) == (200, False)


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_what_takes_too_long_says_so_and_writes_nothing(ada: User, sign_in: SignIn) -> None:
    browser = sign_in(ada)
    browser.raise_request_exception = False
    before = _tasks(ada)

    answer = browser.get("/langsam/")

    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "Das hat zu lange gedauert" in answer.content.decode()
    assert _tasks(ada) == before


def _tasks(user: User) -> int:
    with acting(actor_for(user.pk, TODAY)):
        return Task.objects.count()


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_an_error_page_tells_no_secret(ada: User, sign_in: SignIn) -> None:
    browser = sign_in(ada)
    browser.raise_request_exception = False

    page = browser.get("/kaputt/").content.decode()

    assert settings.SECRET_KEY not in page
    assert "Traceback" not in page
    assert "Es wurde nichts gespeichert" in page


@pytest.mark.parametrize(
    ("sent", "status", "sentence"),
    [
        ({"CONTENT_LENGTH": str(65 * 1024 * 1024)}, 413, "Das ist zu groß"),
        ({"HTTP_TRANSFER_ENCODING": "chunked"}, 411, "Die Länge der Anfrage fehlt"),
        ({"CONTENT_LENGTH": "-1"}, 400, "Diese Anfrage kann nicht gelesen werden"),
        ({"CONTENT_LENGTH": "²"}, 400, "Diese Anfrage kann nicht gelesen werden"),
    ],
    ids=["65 MB", "piece by piece", "less than nothing", "no number"],
)
@pytest.mark.django_db
def test_a_body_without_a_fit_length_is_not_read(
    sent: dict[str, str], status: int, sentence: str, ada: User, sign_in: SignIn
) -> None:
    answer = sign_in(ada).request(**_POST | sent)

    assert (answer.status_code, sentence in answer.content.decode()) == (status, True)


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        ("title=" + "x" * 3_000_000, 413, "Die Texte eines Formulars dürfen zusammen 2 MB umfassen"),
        ("&".join(f"f{number}=x" for number in range(10_000)), 400, "Das Formular hat zu viele Felder"),
    ],
    ids=["3 MB of text", "10,000 fields"],
)
@pytest.mark.django_db
def test_a_form_that_is_too_large_is_refused_in_words_and_nothing_is_written(
    body: str, status: int, sentence: str, ada: User, sign_in: SignIn
) -> None:
    before = _tasks(ada)

    answer = sign_in(ada).generic(
        "POST", "/aufgaben/", body, content_type="application/x-www-form-urlencoded"
    )

    assert (answer.status_code, sentence in answer.content.decode()) == (status, True)
    assert _tasks(ada) == before


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_text_comes_in_one_spelling_and_without_signs_that_mislead(ada: User, sign_in: SignIn) -> None:
    given = "Zoe\u0308\u202e\x07\nب\u200cا"  # decomposed, an override, a bell; a joiner that Persian needs

    answer = sign_in(ada).post("/geschrieben/?q=u%CC%88", {"q": given})

    assert answer.content.decode() == "'\\xfc' 'Zo\\xeb\\n\\u0628\\u200c\\u0627'"


@pytest.mark.django_db
def test_a_null_byte_in_an_address_is_refused_in_words(ada: User, sign_in: SignIn) -> None:
    browser = sign_in(ada)

    for way in ("/suche/?q=Sel%00am", "/suche/?%00=1", "/faelle/%00/"):
        answer = browser.get(way)
        assert (answer.status_code, "kann nicht gelesen werden" in answer.content.decode()) == (400, True), (
            way
        )


def _python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    # what the suite sets for itself (DJANGO_ALLOW_ASYNC_UNSAFE, for its browser) no deployment has
    inherited = {
        key: value for key, value in os.environ.items() if not key.startswith(("WIR_", "DJANGO_ALLOW_"))
    }
    given = inherited | environment
    command = [sys.executable, "-W", "ignore", *arguments]
    return subprocess.run(command, env=given, capture_output=True, text=True, check=False)


def test_the_deployment_check_is_clean_with_the_settings_of_production() -> None:
    done = _python("-m", "django", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert (done.returncode, done.stderr) == (0, "")


def test_behind_https_the_site_does_not_start_without_a_key_and_never_with_debug() -> None:
    without = {name: value for name, value in PRODUCTION.items() if name != "WIR_SECRET_KEY"}
    refused = _python("-m", "django", "check", **without)
    debugging = _python(
        "-c", "from django.conf import settings; print(settings.DEBUG)", **PRODUCTION, WIR_DEBUG="1"
    )

    assert "Set WIR_SECRET_KEY or WIR_SECRET_KEY_FILE" in refused.stderr
    assert (refused.returncode, debugging.stdout) == (1, "False\n")


def test_behind_https_cookies_belong_to_the_host_alone_and_the_key_may_lie_in_a_file(
    tmp_path: Path,
) -> None:
    file, key = tmp_path / "key", get_random_string(60)
    file.write_text(f"{key}\n")
    names = "s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.LANGUAGE_COOKIE_NAME, s.SECRET_KEY, s.SESSION_COOKIE_SECURE"
    environment = {**PRODUCTION, "WIR_SECRET_KEY": "", "WIR_SECRET_KEY_FILE": str(file)}

    done = _python("-c", f"from django.conf import settings as s; print(*({names}))", **environment)

    assert done.stdout == f"__Host-sessionid __Host-csrftoken __Host-wir_language {key} True\n"


def test_the_web_processes_bound_the_time_of_statements_and_commands_do_not() -> None:
    show = "from django.conf import settings as s; print(s.DATABASES['default']['OPTIONS'].get('options'))"

    web = _python("-c", f"import wir.config.wsgi; {show}", **PRODUCTION)
    command = _python("-c", show, **PRODUCTION)

    limits = "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s\n"
    assert (web.stdout, command.stdout) == (limits, "None\n")


@override_settings(SECURE_SSL_REDIRECT=True)
def test_machines_that_come_without_tls_are_refused_and_not_led_on() -> None:
    machine, reader = Client().get("/api/v1/me"), Client().get("/konto/anmelden/")

    assert (machine.status_code, machine.json()) == (403, {"detail": "HTTPS only"})
    assert (reader.status_code, reader["Location"]) == (301, "https://testserver/konto/anmelden/")
