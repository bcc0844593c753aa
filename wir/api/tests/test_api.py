"""The interface for machines: the same walls as the pages, described by itself, and no input breaks it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, override_settings
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.network.models import Project

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
PATHS = ["/api/v1/cases", "/api/v1/me", "/api/v1/report/indicators"]


@pytest.fixture
def stay(hafen: Project, ada: User) -> Stay:
    return make_stay(make_person(hafen), ada)


def test_me_says_who_asks_and_how_far_they_reach(stay: Stay, ada: User, sign_in: SignIn) -> None:
    assert sign_in(ada).get("/api/v1/me").json() == {
        "id": str(ada.pk),
        "roles": ["advisor"],
        "networks": 1,
        "overseen": 0,
        "projects": 1,
        "team": 1,
    }


def test_an_advisor_reads_the_stays_of_the_sub_project_and_nobody_else_does(
    stay: Stay, *, ada: User, bela: User, cem: User, dora: User, sign_in: SignIn
) -> None:
    seen = {
        user.name: [one["case_number"] for one in sign_in(user).get("/api/v1/cases").json()["cases"]]
        for user in (ada, bela, cem, dora)
    }

    number = "NORD-00001"
    assert seen == {"Ada": [number], "Bela": [], "Cem": [], "Dora": [number]}


def test_a_line_holds_days_and_numbers_but_no_name(stay: Stay, ada: User, sign_in: SignIn) -> None:
    answer = sign_in(ada).get("/api/v1/cases").json()

    assert answer == {
        "page": 1,
        "has_next": False,
        "cases": [
            {
                "person_id": str(stay.person_id),
                "case_number": "NORD-00001",
                "project": "Hafen",
                "entered_on": "2026-03-02",
                "exited_on": None,
            }
        ],
    }


def test_ended_stays_are_asked_for_apart(stay: Stay, ada: User, sign_in: SignIn) -> None:
    assert sign_in(ada).get("/api/v1/cases?ended=true").json()["cases"] == []


def test_indicators_are_those_of_the_report(stay: Stay, dora: User, sign_in: SignIn) -> None:
    answer = sign_in(dora).get("/api/v1/report/indicators?day=2026-11-24").json()

    assert answer["day"] == "2026-11-24"
    assert {one["code"] for one in answer["indicators"]} >= {"EECO01", "EECR04"}
    assert all(
        one["total"] == one["female"] + one["male"] + one["non_binary"] for one in answer["indicators"]
    )


@pytest.mark.parametrize("path", PATHS)
def test_without_sign_in_a_machine_gets_a_problem_and_nothing_else(stay: Stay, path: str) -> None:
    answer = Client().get(path)

    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert json.loads(answer.content) == {
        "type": "about:blank",
        "title": "Unauthorized",
        "status": 401,
        "detail": "Melden Sie sich zuerst an, wie auf den Seiten.",
        "errors": [],
    }


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("cases?page=0", "page"),
        ("cases?page=zwei", "page"),
        ("cases?page=9999999999999999999999", "page"),
        ("report/indicators?day=31.02.2026", "day"),
        ("report/indicators?day=2026-11-25", "2026-11-25 liegt in der Zukunft"),
    ],
)
def test_what_cannot_be_read_is_named(query: str, words: str, ada: User, sign_in: SignIn) -> None:
    answer = sign_in(ada).get(f"/api/v1/{query}")

    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert words in answer.content.decode()


def test_the_page_for_programmers_lists_every_address_without_a_foreign_script(
    ada: User, sign_in: SignIn
) -> None:
    browser = sign_in(ada)
    page = browser.get("/api/v1/docs/").content.decode()
    document = browser.get("/api/v1/openapi.json").json()

    assert set(PATHS) < set(document["paths"])
    assert all(f"<code>{path}</code>" in page for path in document["paths"])
    assert 'src="http' not in page


@pytest.mark.parametrize("path", PATHS)
def test_the_number_of_queries_does_not_grow(
    path: str,
    ada: User,
    hafen: Project,
    sign_in: SignIn,
    queries_stay_flat: Callable[[Callable[[], object], Callable[[], object]], None],
) -> None:
    browser = sign_in(ada)

    queries_stay_flat(lambda: browser.get(path), lambda: make_stay(make_person(hafen), ada))


@pytest.mark.parametrize("path", PATHS)
def test_no_request_that_the_description_allows_or_forbids_breaks_it(
    path: str, stay: Stay, ada: User, sign_in: SignIn, site: WSGIHandler
) -> None:
    cookie = sign_in(ada).cookies["sessionid"].value
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", site)
    operation = schema[path]["GET"]

    @settings(
        max_examples=40,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def ask(case: schemathesis.Case[Any]) -> None:
        answer = case.call(cookies={"sessionid": cookie})
        checks = [not_a_server_error, content_type_conformance, response_schema_conformance]
        case.validate_response(answer, checks=checks)

    with override_settings(RATE_LIMITS=False):
        ask()
