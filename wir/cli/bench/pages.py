"""Which pages are measured, as whom, and what SQL each of them runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psycopg
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from wir.cli.server import HOST

OK, NOT_FOUND = 200, 404
PAGE_GOAL, SEARCH_GOAL, QUERIES_GOAL = 30.0, 80.0, 12.0
_AROUND = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody of the large database."""

    name: str
    email: str


ADVISOR = Role("advisor", "beratung-1-1@bench.example")
COORDINATOR = Role("coordinator", "koordination-1@bench.example")
OFFICE = Role("programme office", "programm@bench.example")
ROLES = (ADVISOR, COORDINATOR, OFFICE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as somebody opens it; ``word`` names its recorded statements."""

    area: str
    name: str
    role: Role
    path: str
    status: int = OK
    goal: float = PAGE_GOAL

    @property
    def word(self) -> str:
        """Name for the recorded statements of this page."""
        return f"{self.name}-{self.role.name}".replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Recorded:
    """The statements of one request, in order, as the database got them."""

    statements: tuple[str, ...]

    @property
    def queries(self) -> int:
        """How many there are without those around a transaction."""
        return sum(not one.startswith(_AROUND) for one in self.statements)


def cases_of_advisor(owner_url: str, most: int = 60) -> list[str]:
    """Return ids of running cases of the measured advisor."""
    with psycopg.connect(owner_url) as owner:
        found = owner.execute(
            "select person_id from counselling_stay join accounts_user as u on u.id = advisor_id"
            " where exited_on is null and email = %s order by person_id limit %s",
            [ADVISOR.email, most],
        )
        return [str(person_id) for (person_id,) in found]


def misspelt_name(owner_url: str, person_id: str) -> str:
    """Return the person's family name as somebody writes it who has only heard it."""
    with psycopg.connect(owner_url) as owner:
        found = owner.execute(
            "select family_names from people_personidentity where person_id = %s", [person_id]
        ).fetchone()
    name = str(found[0]) if found else ""
    letters = str.maketrans({"a": "e", "i": "y", "k": "c", "z": "s", "w": "v"})
    return name[:1] + name[1:].replace(" ", "").translate(letters)


def pages(case: str, found: Mapping[Role, str]) -> list[Page]:
    """Return every page for every role; ``found`` is where each gets the answer to a search.

    A case file is closed to those who do not work in it.
    """
    listed = []
    for role in ROLES:
        closed = OK if role is ADVISOR else NOT_FOUND
        listed += [
            Page("desk", "my day", role, "/"),
            Page("desk", "caseload", role, "/faelle/"),
            Page("people", "search", role, found[role], goal=SEARCH_GOAL),
            Page("desk", "case file", role, f"/faelle/{case}/", status=closed),
            Page("monitoring", "indicator report", role, "/bericht/"),
        ]
    return listed


class Recorder:
    """Opens pages in this process, as the app role, and notes what the database is asked."""

    def __init__(self) -> None:
        self._clients = {role: _signed_in(role) for role in ROLES}

    def client(self, role: Role) -> Client:
        """Return the browser of somebody of that role."""
        return self._clients[role]

    def found_at(self, role: Role, words: str) -> str:
        """Return the address of the answer to a search."""
        return str(self._clients[role].post("/suche/", {"q": words})["Location"])

    def get(self, page: Page) -> Recorded:
        """Record the second opening of the page: the first fills what is cached for the process."""
        client = self._clients[page.role]
        client.get(page.path)
        with CaptureQueriesContext(connection) as captured:
            client.get(page.path)
        return Recorded(tuple(one["sql"] for one in captured.captured_queries))

    def post(self, role: Role, path: str, fields: dict[str, Any]) -> Recorded:
        """Record the sending of a form."""
        client = self._clients[role]
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            client.post(path, fields)
        return Recorded(tuple(one["sql"] for one in captured.captured_queries))


def _signed_in(role: Role) -> Client:
    client = Client(SERVER_NAME=HOST)
    user = get_user_model()._default_manager.get(email=role.email)
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client
