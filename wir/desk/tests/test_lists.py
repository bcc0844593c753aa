"""My day, the list of cases, the search: who sees what, and what it costs."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from tests.cast import TODAY, answer_to
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.counselling.tests.make import make_contact
from wir.desk.queries import cases
from wir.desk.tests.test_case import add_step
from wir.network.models import Project
from wir.people.models import Person
from wir.people.rules.facts import ResidenceStatus
from wir.people.rules.persons import Paper

SignIn = Callable[[User], Client]
Flat = Callable[[Callable[[], object], Callable[[], object]], None]


def rows(client: Client, query: str = "") -> list[cases.CaseRow]:
    found: cases.Caseload = client.get(f"/faelle/?{query}").context["found"]
    return found.rows


def found_by(client: Client, words: str) -> list[cases.CaseRow]:
    found: cases.Caseload = client.get(answer_to(client, words, "/faelle/")).context["found"]
    return found.rows


def test_my_day_begins_with_whom_to_call(sign_in: SignIn, ada: User, stay: Stay) -> None:
    add_step(stay.person, ada, "Wegen der Schicht anrufen")

    response = sign_in(ada).get("/")

    body = response.content.decode()
    assert "Wegen der Schicht anrufen" in body
    assert "Demir, Yusuf" in body
    assert (len(response.context["day"].todos), response.context["day"].overdue) == (1, 0)
    assert "von Hand notiert" in body
    assert response.context["day"].open_cases == 1


def test_my_day_shows_papers_that_run_out_within_sixty_days(
    sign_in: SignIn, ada: User, hafen: Project
) -> None:
    for name, days in (("Bald", 60), ("Vorbei", -3), ("Später", 61)):
        paper = Paper(
            status=ResidenceStatus.DULDUNG,
            from_on=date(2026, 1, 1),
            valid_until=TODAY + timedelta(days=days),
        )
        make_stay(make_person(hafen, family_names=name, paper=paper), ada)

    papers = sign_in(ada).get("/").context["day"].papers

    assert [(paper.name, paper.has_ended) for paper in papers] == [
        ("Vorbei, Yusuf", True),
        ("Bald, Yusuf", False),
    ]


def test_my_day_says_kindly_that_nothing_is_due(sign_in: SignIn, ada: User) -> None:
    assert "Heute ist nichts fällig" in sign_in(ada).get("/").content.decode()


def test_the_coordinator_sees_figures_and_no_name(
    sign_in: SignIn, dora: User, stay: Stay, turm: Project, bela: User
) -> None:
    make_stay(make_person(turm, family_names="Okafor"), bela, entered_on=date(2026, 11, 2))

    response = sign_in(dora).get("/")

    assert response.context["sum"] == (2, 1, 0)
    assert [(row.project, row.open, row.entered) for row in response.context["figures"]] == [
        ("Hafen", 1, 0),
        ("Turm", 1, 1),
    ]
    assert "Demir" not in response.content.decode()
    assert "Okafor" not in response.content.decode()


def test_the_programme_office_is_led_to_the_report(sign_in: SignIn, emil: User, stay: Stay) -> None:
    body = sign_in(emil).get("/").content.decode()

    assert "Das ganze Programm in Zahlen" in body
    assert "Demir" not in body


def test_my_day_costs_the_same_however_full_it_is(
    sign_in: SignIn, ada: User, hafen: Project, queries_stay_flat: Flat
) -> None:
    client = sign_in(ada)

    def add_row() -> None:
        paper = Paper(
            status=ResidenceStatus.DULDUNG, from_on=date(2026, 1, 1), valid_until=TODAY + timedelta(days=9)
        )
        person = make_person(hafen, paper=paper)
        make_stay(person, ada)
        add_step(person, ada)
        make_contact(person, ada)

    queries_stay_flat(lambda: client.get("/"), add_row)


def test_the_list_shows_paper_last_contact_and_next_task(sign_in: SignIn, ada: User, hafen: Project) -> None:
    paper = Paper(status=ResidenceStatus.DULDUNG, from_on=date(2026, 1, 1), valid_until=date(2027, 1, 31))
    person = make_person(hafen, paper=paper)
    make_stay(person, ada)
    make_contact(person, ada, on=date(2026, 4, 1))
    make_contact(person, ada, on=date(2026, 5, 1))
    add_step(person, ada)

    (row,) = rows(sign_in(ada))

    assert row == cases.CaseRow(
        person_id=person.pk,
        name="Demir, Yusuf",
        case_number="NORD-00001",
        project_id=hafen.pk,
        project="Hafen",
        advisor="Ada",
        since=date(2026, 3, 2),
        until=None,
        status="duldung",
        valid_until=date(2027, 1, 31),
        last_contact=date(2026, 5, 1),
        task_due=TODAY,
    )


def test_the_list_is_sorted_as_germans_sort_names(sign_in: SignIn, ada: User, hafen: Project) -> None:
    for family in ("Zand", "Özil", "Al-Hasan", "Omar"):
        make_stay(make_person(hafen, family_names=family), ada)

    names = [row.name.split(",")[0] for row in rows(sign_in(ada))]

    assert names == ["Al-Hasan", "Omar", "Özil", "Zand"]


def test_filters_tell_mine_from_others_and_open_from_ended_and_waiting(
    sign_in: SignIn, ada: User, bela: User, hafen: Project, turm: Project
) -> None:
    make_stay(make_person(hafen, family_names="Offen"), ada)
    make_person(hafen, family_names="Wartend")
    make_stay(make_person(turm, family_names="Fremd"), bela)
    client = sign_in(ada)

    assert [row.name for row in rows(client)] == ["Offen, Yusuf"]
    assert [row.name for row in rows(client, "whose=all")] == ["Offen, Yusuf"]
    assert [row.name for row in rows(client, "state=waiting")] == ["Wartend, Yusuf"]
    assert rows(client, "state=ended") == []
    assert [row.name for row in rows(client, f"whose={hafen.pk}")] == ["Offen, Yusuf"]
    assert [row.name for row in rows(client, f"whose={turm.pk}&state=nonsense")] == ["Offen, Yusuf"]


def test_a_misspelt_name_or_a_case_number_filters_the_list(
    sign_in: SignIn, ada: User, hafen: Project
) -> None:
    make_stay(make_person(hafen, given_names="Yusuf", family_names="Demir"), ada)
    make_stay(make_person(hafen, given_names="Selam", family_names="Tesfay"), ada)
    client = sign_in(ada)

    assert [row.name for row in found_by(client, "Yousef")] == ["Demir, Yusuf"]
    assert [row.name for row in found_by(client, "nord-00002")] == ["Tesfay, Selam"]
    assert found_by(client, "Nobody") == []


def test_the_coordinator_lists_case_numbers_without_names(sign_in: SignIn, dora: User, stay: Stay) -> None:
    client = sign_in(dora)

    (row,) = rows(client)
    assert (row.name, row.case_number, row.status, row.last_contact) == ("", "NORD-00001", "", None)
    assert [one.case_number for one in found_by(client, "NORD-00001")] == ["NORD-00001"]
    assert found_by(client, "Demir") == []
    assert "Demir" not in client.get("/faelle/").content.decode()


def test_others_see_nothing_of_it(sign_in: SignIn, bela: User, cem: User, emil: User, stay: Stay) -> None:
    for user in (bela, cem, emil):
        client = sign_in(user)
        assert rows(client, "whose=all") == []
        assert client.get(answer_to(client, "Demir")).context["found"] == []
        assert "Demir" not in client.get("/").content.decode()


def test_the_list_comes_in_pages_of_twenty_five(
    sign_in: SignIn, ada: User, hafen: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "PAGE", 2)
    monkeypatch.setattr("wir.desk.views.lists.PAGE", 2)
    for family in ("A", "B", "C"):
        make_stay(make_person(hafen, family_names=family), ada)
    client = sign_in(ada)

    assert [row.name for row in rows(client, "page=2")] == ["C, Yusuf"]
    assert [row.name for row in rows(client, "page=99")] == ["C, Yusuf"]
    assert [row.name for row in rows(client, "page=x")] == ["A, Yusuf", "B, Yusuf"]
    assert "1 bis 2 von 3" in client.get("/faelle/").content.decode()


def test_counting_stops_where_it_would_become_slow(
    sign_in: SignIn, ada: User, hafen: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "MOST", 2)
    for family in ("A", "B", "C"):
        make_stay(make_person(hafen, family_names=family), ada)

    found = sign_in(ada).get("/faelle/").context["found"]

    assert (found.count, found.is_cut) == (2, True)


def test_htmx_gets_the_list_alone(sign_in: SignIn, ada: User, stay: Stay) -> None:
    client = sign_in(ada)

    page = client.get("/faelle/")
    part = client.get(answer_to(client, "Demir", "/faelle/"), headers={"HX-Request": "true"})

    assert "<html" in page.content.decode()
    assert "HX-Request" in page["Vary"]
    assert "Demir, Yusuf" in part.content.decode()
    assert "<html" not in part.content.decode()


def test_the_list_costs_the_same_however_long(
    sign_in: SignIn, ada: User, hafen: Project, queries_stay_flat: Flat
) -> None:
    client = sign_in(ada)

    def add_row() -> None:
        person = make_person(hafen)
        make_stay(person, ada)
        make_contact(person, ada)

    answer = answer_to(client, "Demir", "/faelle/")
    queries_stay_flat(lambda: client.get(answer), add_row)


def test_the_search_finds_every_spelling_and_offers_to_take_somebody_on(
    sign_in: SignIn, ada: User, yusuf: Person
) -> None:
    client = sign_in(ada)

    found, nobody = (client.get(answer_to(client, words)) for words in ("Youssef Dimir", "Xylophon"))

    assert [one.person_id for one in found.context["found"]] == [yusuf.pk]
    for response in (found, nobody):
        assert "/faelle/neu/" in response.content.decode()
    assert "Niemand gefunden" in nobody.content.decode()


def test_the_search_costs_the_same_however_many_it_finds(
    sign_in: SignIn, ada: User, hafen: Project, queries_stay_flat: Flat
) -> None:
    client = sign_in(ada)

    answer = answer_to(client, "Demir")
    queries_stay_flat(lambda: client.get(answer), lambda: make_person(hafen))


def test_no_name_stands_in_an_address_and_the_answer_is_for_who_asked(
    sign_in: SignIn, ada: User, hanna: User, yusuf: Person
) -> None:
    client, colleague = sign_in(ada), sign_in(hanna)

    answer = answer_to(client, "Demir")
    filtered = answer_to(client, "Demir", "/faelle/", whose="all", state="ended")

    assert re.fullmatch(r"/suche/\?words=[\w-]{50,}", answer)
    assert filtered.startswith("/faelle/?whose=all&state=ended&words=")
    assert answer_to(client, "Demir") != answer
    assert client.get(answer).context["words"] == "Demir"
    assert client.get("/faelle/?q=Demir").context["form"]["q"].value() is None
    for wrong in (answer[:-4], f"{answer}x", "/suche/?words=%C3%A9", "/suche/?words="):
        assert client.get(wrong).context["words"] == ""
    assert colleague.get(answer).context["words"] == ""


def test_a_filter_without_words_has_an_address_of_its_own(sign_in: SignIn, ada: User) -> None:
    client = sign_in(ada)

    assert answer_to(client, "", "/faelle/", whose="all") == "/faelle/?whose=all"
    assert answer_to(client, "  ") == "/suche/"
