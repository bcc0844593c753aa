"""Whoever is shown a page of somebody's file leaves a line; whoever is not, does not."""

from __future__ import annotations

import logging
from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.kit import registry
from wir.kit.acting import acting
from wir.kit.tracing import RequestIdFilter, tracing
from wir.network.actions import as_job_at
from wir.network.models import Project
from wir.people.models import Person
from wir.privacy.models import AuditEntry

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    person = make_person(hafen)
    make_stay(person, ada)
    return person


def readings(person: Person) -> list[AuditEntry]:
    with acting(as_job_at(person.place())):
        return list(AuditEntry.objects.filter(kind="read", subject_id=person.pk).order_by("id"))


def test_every_tab_of_a_file_leaves_one_line_with_function_purpose_and_request(
    yusuf: Person, ada: User, sign_in: SignIn
) -> None:
    browser = sign_in(ada)
    pages = [tab.url_name for tab in registry.tabs()]

    answers = [browser.get(reverse(page, args=[yusuf.pk])) for page in pages]

    lines = readings(yusuf)
    assert [line.detail for line in lines] == [{"page": page} for page in pages]
    assert [str(line.request_id) for line in lines] == [answer["X-Request-ID"] for answer in answers]
    assert {
        (line.verb, line.actor_id, line.role, line.purpose, line.network_id, line.carrier_id)
        for line in lines
    } == {("people.file_read", ada.pk, "advisor", "counselling", yusuf.network_id, yusuf.carrier_id)}


def test_the_file_page_needs_at_most_twelve_queries_with_its_line(
    yusuf: Person,
    ada: User,
    sign_in: SignIn,
    queries_stay_flat: Callable[[Callable[[], object], Callable[[], object]], None],
) -> None:
    browser = sign_in(ada)

    queries_stay_flat(lambda: browser.get(reverse("desk:case", args=[yusuf.pk])), lambda: None)


def test_strangers_and_those_who_are_not_signed_in_read_nothing_and_leave_nothing(
    yusuf: Person, cem: User, bela: User, dora: User, sign_in: SignIn
) -> None:
    for browser in (sign_in(cem), sign_in(bela), sign_in(dora), Client()):
        assert browser.get(reverse("desk:case", args=[yusuf.pk])).status_code in {302, 404}

    assert readings(yusuf) == []


def test_a_refused_form_shows_the_page_and_counts_as_reading_a_saved_one_does_not(
    yusuf: Person, ada: User, sign_in: SignIn
) -> None:
    browser, url = sign_in(ada), reverse("counselling:contacts", args=[yusuf.pk])

    assert browser.post(url, {"minutes": "0"}).status_code == 422
    assert [line.detail["page"] for line in readings(yusuf)] == ["counselling:contacts"]

    contact = {"on": "2026-03-03", "minutes": "30", "mode": "phone", "language": "ar", "topics": "job_search"}
    assert browser.post(url, contact).status_code == 302
    assert len(readings(yusuf)) == 1


def test_a_page_that_fails_has_neither_shown_nor_noted_anything(
    yusuf: Person, ada: User, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = sign_in(ada)
    browser.raise_request_exception = False

    def fail(*_: object) -> None:
        raise RuntimeError("the page breaks")

    monkeypatch.setattr("wir.desk.queries.case_overview", fail)

    assert browser.get(reverse("desk:case", args=[yusuf.pk])).status_code == 500
    assert readings(yusuf) == []


def test_the_case_team_reads_the_log_in_plain_words_without_names_of_staff(
    yusuf: Person, ada: User, hanna: User, sign_in: SignIn
) -> None:
    sign_in(hanna).get(reverse("people:residence", args=[yusuf.pk]))
    browser = sign_in(ada)
    for _ in range(2):
        browser.get(reverse("counselling:contacts", args=[yusuf.pk]))

    page = browser.get(reverse("desk:log", args=[yusuf.pk])).content.decode()

    main = page[page.index("Was getan wurde") :]
    assert "Die Akte wurde gelesen: „Kontakte“." in main
    assert "Die Akte wurde gelesen: „Aufenthalt“." in main
    assert "Leitung des Teilprojekts" in main
    assert "Der Eintritt in das Teilprojekt wurde festgehalten." in main
    assert "Hanna" not in main
    assert "Ada" not in main


def test_who_is_not_of_the_case_team_reads_no_log(
    yusuf: Person, ada: User, hanna: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    page = sign_in(hanna).get(reverse("desk:log", args=[yusuf.pk]))

    assert page.status_code == 200
    assert "Das Protokoll sieht das Fallteam" in page.content.decode()
    assert "Beratung" not in page.content.decode().partition("Das Protokoll sieht")[2]
    with acting_as(hanna):
        assert set(AuditEntry.objects.values_list("actor_id", flat=True)) <= {hanna.pk}


def test_the_log_costs_the_same_however_much_happened(
    yusuf: Person,
    ada: User,
    sign_in: SignIn,
    queries_stay_flat: Callable[[Callable[[], object], Callable[[], object]], None],
) -> None:
    browser = sign_in(ada)

    queries_stay_flat(
        lambda: browser.get(reverse("desk:log", args=[yusuf.pk])),
        lambda: browser.get(reverse("counselling:plan", args=[yusuf.pk])),
    )


def test_the_request_stands_in_the_lines_of_the_log_too() -> None:
    record = logging.LogRecord("wir", logging.WARNING, "", 0, "", None, None)

    with tracing() as request_id:
        RequestIdFilter().filter(record)
    assert UUID(vars(record)["request_id"]) == request_id

    RequestIdFilter().filter(record)
    assert vars(record)["request_id"] == "-"


def test_the_line_about_a_page_that_does_not_exist_bears_the_id_of_its_answer(
    ada: User, sign_in: SignIn, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.handler.addFilter(RequestIdFilter())

    answer = sign_in(ada).get("/nichts/")

    assert [vars(record)["request_id"] for record in caplog.records] == [answer["X-Request-ID"]]


def test_what_a_caller_sends_as_an_id_is_not_taken_over(ada: User, sign_in: SignIn) -> None:
    sent = "01890000-0000-7000-8000-000000000000"

    assert sign_in(ada).get("/", headers={"X-Request-ID": sent})["X-Request-ID"] != sent
