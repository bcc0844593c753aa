"""Hostile input on every form of every address: never a fault, nothing half stored, an answer in words.

Addresses come from the URL resolver and fields from the forms on the pages and from all form classes, so that a page
that is added tomorrow is tested tomorrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time
from functools import cache
from typing import TYPE_CHECKING
from unittest.mock import patch
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django import forms
from django.db import connection, transaction
from django.test import Client, override_settings

from tests.cast import TODAY, make_member, make_network, make_project, signed_in_browser
from tests.walk import Route, live_through, routes
from wir.accounts.models import User
from wir.cli.browser import Form, Page, forms_of
from wir.kit.acting import acting
from wir.network.queries import actor_for
from wir.network.rules import Role

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

FORM = "application/x-www-form-urlencoded"
HOSTILE = {
    "null byte": "Sel\0am",
    "signs that mislead": "Selam \u202e mals \u2066x\u2069\u200f a\x01b\x1bc\x7fd\x85e\ufeff",
    "one megabyte": "x" * 1_000_000,
    "many words": "wort " * 3000,
    "heaped signs": "👩🏽‍🍳🏳️‍🌈" * 20 + "z" + "\u0301" * 300,
    "code of many languages": "=cmd|' /C calc'!A0'; drop table people_person; -- {{ 7|add:'x' }}{% load x %}${7*7}"
    "%(day)s %s <script>alert(1)</script>\"'><img src=x onerror=alert(1)>",
    "huge number": "9" * 30,
    "small number": "-2147483649",
    "number with exponent": "1e309",
    "not a number": "NaN",
    "decimals": "1.0000000000000000000000000000001",
    "digits of other scripts": "٣٤",
    "the first day": "0001-01-01",
    "the last day": "9999-12-31",
    "no day": "2026-02-30",
    "an id": "01890000-0000-7000-8000-000000000000",
    "a path": "../../../../etc/passwd\r\nSet-Cookie: a=b",
    "json": '{"$gt": ""}',
    "empty": "",
}
ASKED = (
    "q",
    "page",
    "day",
    "project",
    "network",
    "whose",
    "state",
    "gender",
    "name",
    "show",
    "lang",
    "next",
    "starts_on",
    "kind",
    "provider_place",
    "ends_on",
    "on",
    "id",
    "key",
    "opportunity",
    "since",
    "from",
    "until",
)
"""What pages read from their address."""
NOT_ALLOWED = 405
LEFT_OUT = {"account_logout"}
"""Signs out, which would make the rest of the walk one of strangers."""


Lived = tuple[dict[str, str], Client, User]


@pytest.fixture(scope="module")
def lived(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Lived]:
    """One life for all addresses, in a transaction taken back at the end: ids, a browser, and whose it is."""
    noon = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo("Europe/Berlin"))
    with (
        django_db_blocker.unblock(),
        time_machine.travel(noon, tick=False),
        override_settings(RATE_LIMITS=False),
        # the client would keep a copy of every context of every template
        patch("django.test.client.store_rendered_templates"),
        transaction.atomic(),
    ):
        hafen = make_project(make_network("Netzwerk Nord", "NORD"), "Hafen")
        ada = make_member("Ada", Role.ADVISOR, project=hafen)
        yield live_through(hafen, ada), signed_in_browser(ada), ada
        transaction.set_rollback(True)


@cache
def field_names() -> list[str]:
    """Return the field names of every form class of the house and of the sign-in library."""
    classes: set[type[forms.BaseForm]] = set()
    todo = [forms.BaseForm]
    while todo:
        found = set(todo.pop().__subclasses__()) - classes
        classes |= found
        todo += found
    ours = [one for one in classes if one.__module__.startswith(("wir.", "allauth."))]
    return sorted({name for one in ours for name in getattr(one, "base_fields", {})})


def forms_on(browser: Client, url: str) -> list[Form]:
    """Return the forms on the page that are sent to this very address, with what they hold."""
    answer = browser.get(url, follow=True)
    html = "" if answer.streaming else answer.content.decode(errors="replace")
    return [one for one in forms_of(Page(url, 200, html)) if one.method == "post" and one.action in {"", url}]


def rows() -> int:
    """Return how many rows the reader sees in all tables that are walls or hold what people wrote.

    Not counted is that a page of a file was read: this is written whether or not the form on it was refused.
    """
    with connection.cursor() as cursor:
        cursor.execute(_count())
        (number,) = cursor.fetchone()
    return int(number)


@cache
def _count() -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "select tablename from pg_tables where schemaname = 'public' and tablename like any"
            " (array['people_%', 'counselling_%', 'placement_%', 'aftercare_%', 'monitoring_%', 'tasks_%',"
            " 'privacy_%', 'network_%', 'directory_%'])"
        )
        counts = " + ".join(f'(select count(*) from "{name}")' for (name,) in cursor.fetchall())
    return f"select {counts} - (select count(*) from privacy_auditentry where kind = 'read')"


def faults_of(route: Route, browser: Client, known: dict[str, str], count: Callable[[], int]) -> list[str]:
    """Send every hostile value once to the form and, mixed, in the address; return what was wrong with the answers."""
    url, before = route.url(known), count()
    pages, found = forms_on(browser, url), []
    takes_forms = _takes_forms(browser, url)
    for turn, (kind, value) in enumerate(HOSTILE.items() if takes_forms else ()):
        body = urlencode(_body(pages, value, turn), doseq=True).encode()
        said = _sent(browser, url, body, before, count)
        found += [f"{route.name} <- {kind}: {said}"] if said else []
    values = [value[:1000] for value in HOSTILE.values()]
    for turn in range(0, len(values), 5):
        query = {name: values[(turn + at) % len(values)] for at, name in enumerate(ASKED)}
        said = _asked(browser, f"{url}?{urlencode(query)}")
        found += [f"{route.name} ?{query}: {said}"] if said else []
    return found


def _body(pages: list[Form], value: str, turn: int) -> dict[str, list[str]]:
    """Return a form as it stands with the value in all fields where something is typed, or in one: then what checks the
    whole form is reached, too. Every fourth time, and where there is no form, every field name of the house has it."""
    if turn % 4 == 0 or not pages:
        return {name: [value[:200]] for name in field_names()}
    form = pages[turn % len(pages)]
    names = sorted(form.typed) or sorted(form.names)
    chosen = [names[turn % len(names)]] if turn % 4 == 1 else names
    held = {name: form.values.get(name, []) for name in form.names}
    return held | {name: [value if len(chosen) == 1 else value[:2000]] for name in chosen}


def _takes_forms(browser: Client, url: str) -> bool:
    with transaction.atomic():
        taken = browser.post(url, {}).status_code != NOT_ALLOWED
        transaction.set_rollback(True)
    return taken


def _sent(browser: Client, url: str, body: bytes, before: int, count: Callable[[], int]) -> str:
    """Send and undo; return what is wrong with the answer, or nothing."""
    with transaction.atomic():
        try:
            answer = browser.generic("POST", url, body, content_type=FORM)
            after = count() if answer.status_code >= 400 else before
        except Exception as error:  # whatever a page lets through is what is sought here
            return f"{type(error).__name__}: {str(error)[:200]}"
        finally:
            transaction.set_rollback(True)
    if answer.status_code >= 500:
        return str(answer.status_code)
    if answer.status_code >= 400 and after != before:
        return f"refused with {answer.status_code}, but {after - before} rows were written"
    return ""


def _asked(browser: Client, url: str) -> str:
    try:
        with transaction.atomic():
            answer = browser.get(url)
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:200]}"
    return str(answer.status_code) if answer.status_code >= 500 else ""


def _reader(user: User) -> Callable[[], int]:
    def count() -> int:
        with acting(actor_for(user.pk, TODAY)):
            return rows()

    return count


@pytest.mark.parametrize(
    "route", [one for one in routes() if one.name not in LEFT_OUT], ids=lambda one: one.name
)
def test_no_hostile_value_breaks_an_address_or_leaves_half_a_record(route: Route, lived: Lived) -> None:
    known, browser, ada = lived
    with transaction.atomic():
        found = faults_of(route, browser, known, _reader(ada))
        transaction.set_rollback(True)

    assert found == []
