from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from tests.cast import AskAs
from wir.accounts.models import User
from wir.kit.acting import Actor
from wir.kit.ids import new_id
from wir.tasks import queries
from wir.tasks.models import Task
from wir.tasks.rules import TaskReason
from wir.tasks.tests.make import make_task

SignIn = Callable[[User], Client]
Flat = Callable[[Callable[[], object], Callable[[], object]], None]
Where = tuple[UUID, UUID]
PAGE = "/aufgaben/"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def hafen_place(request: pytest.FixtureRequest) -> Where:
    hafen = request.getfixturevalue("hafen")
    return hafen.network_id, hafen.pk


@pytest.fixture
def browser(ada: User, sign_in: SignIn) -> Client:
    return sign_in(ada)


def text(browser: Client, address: str = PAGE) -> str:
    response = browser.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_shows_own_open_tasks_overdue_first(ada: User, browser: Client, hafen_place: Where) -> None:
    make_task(ada, place=hafen_place, title="Later", due_on=date(2026, 12, 1))
    make_task(ada, place=hafen_place, title="Today", due_on=date(2026, 11, 24))
    make_task(ada, place=hafen_place, title="Long ago", due_on=date(2026, 11, 1))
    make_task(ada, place=hafen_place, title="Somebody", shared=True)

    body = text(browser)

    assert body.index("Long ago") < body.index("überfällig") < body.index("Today") < body.index("heute")
    assert body.index("heute") < body.index("Later")
    assert "Somebody" not in body
    assert "Somebody" in text(browser, f"{PAGE}?show=all")


def test_a_machine_s_reason_has_german_words_and_leads_to_its_page(
    ada: User, browser: Client, hafen_place: Where
) -> None:
    make_task(ada, place=hafen_place, reason=TaskReason.FOUR_WEEKS, title="", link="/faelle/x/nachbetreuung/")

    body = text(browser)

    assert "Nachfrage nach vier Wochen" in body
    assert 'href="/faelle/x/nachbetreuung/"' in body
    assert "Erfassen" in body
    assert "/erledigt/" not in body


def test_a_person_is_named_where_an_app_above_knows_the_name(
    ada: User, browser: Client, hafen_place: Where, monkeypatch: pytest.MonkeyPatch
) -> None:
    subject = new_id()
    make_task(ada, place=hafen_place, subject_id=subject)

    def names(actor: Actor, wanted: object) -> Mapping[UUID, str]:
        return {subject: "Demir, Yusuf"} if actor.id == ada.pk else {}

    monkeypatch.setattr(queries, "_name_sources", [names])

    assert "Demir, Yusuf" in text(browser)


def test_a_task_is_finished_and_taken_back_without_javascript(
    ada: User, browser: Client, hafen_place: Where, acting_as: AskAs
) -> None:
    task = make_task(ada, place=hafen_place)

    finished = browser.post(f"{PAGE}{task.pk}/erledigt/", {"show": "all"})
    with acting_as(ada):
        assert Task.objects.get().done_on == date(2026, 11, 24)
    assert (finished.status_code, finished.headers["Location"]) == (302, f"{PAGE}?show=all")
    assert "Call the school" not in text(browser)
    assert "Call the school" in text(browser, f"{PAGE}?show=done")

    browser.post(f"{PAGE}{task.pk}/offen/")
    with acting_as(ada):
        assert Task.objects.get().done_on is None


def test_with_htmx_only_the_row_comes_back(ada: User, browser: Client, hafen_place: Where) -> None:
    task = make_task(ada, place=hafen_place)

    response = browser.post(f"{PAGE}{task.pk}/erledigt/", headers=HTMX)

    body = response.content.decode().strip()
    assert response.status_code == 200
    assert body.startswith('<tr><td colspan="5">')
    assert "Rückgängig" in body
    assert "<html" not in body

    again = browser.post(f"{PAGE}{task.pk}/offen/", headers=HTMX).content.decode()
    assert again.startswith("<tr><th")
    assert f"{PAGE}{task.pk}/erledigt/" in again
    undone = browser.post(f"{PAGE}{task.pk}/offen/", {"show": "day"}, headers=HTMX)
    assert undone.headers["HX-Redirect"] == "/"


def test_a_task_of_one_s_own_is_added(
    ada: User, browser: Client, hafen_place: Where, acting_as: AskAs
) -> None:
    response = browser.post(PAGE, {"title": "Book the room", "due_on": "2026-11-30"})

    assert (response.status_code, response.headers["Location"]) == (302, PAGE)
    with acting_as(ada):
        task = Task.objects.get()
    assert (task.title, task.reason, task.due_on) == ("Book the room", "own", date(2026, 11, 30))
    assert (task.assignee_id, task.network_id, task.project_id) == (ada.pk, *hafen_place)


def test_a_task_for_anyone_has_no_assignee(ada: User, browser: Client, acting_as: AskAs) -> None:
    browser.post(PAGE, {"title": "Book the room", "due_on": "2026-11-30", "shared": "on"})

    with acting_as(ada):
        assert Task.objects.get().assignee_id is None


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"title": "", "due_on": "2026-11-30"}, "was zu tun ist"),
        ({"title": "Book", "due_on": "2026-11-23"}, "23.11.2026 ist vorbei"),
        ({"title": "Book", "due_on": "31.11.2026"}, "Diesen Tag gibt es nicht"),
    ],
)
def test_a_refused_task_says_what_to_mend_and_is_not_written(
    ada: User, browser: Client, acting_as: AskAs, sent: dict[str, str], said: str
) -> None:
    response = browser.post(PAGE, sent, headers=HTMX)

    assert response.status_code == 422
    assert said in response.content.decode()
    with acting_as(ada):
        assert not Task.objects.exists()


@pytest.mark.parametrize("who", ["bela", "cem", "dora", "emil"])
def test_others_neither_see_nor_finish_it(
    ada: User, hafen_place: Where, who: str, request: pytest.FixtureRequest, acting_as: AskAs
) -> None:
    task = make_task(ada, place=hafen_place)
    sign_in: SignIn = request.getfixturevalue("sign_in")
    stranger = sign_in(request.getfixturevalue(who))

    assert "Call the school" not in text(stranger, f"{PAGE}?show=all")
    assert stranger.post(f"{PAGE}{task.pk}/erledigt/").status_code == 404
    assert stranger.post(f"{PAGE}{task.pk}/offen/").status_code == 404
    assert stranger.get(f"{PAGE}{task.pk}/").status_code == 404
    assert stranger.post(f"{PAGE}{task.pk}/spaeter/").status_code == 404
    with acting_as(ada):
        assert Task.objects.get().done_on is None


def test_who_works_in_no_sub_project_gets_no_form(dora: User, sign_in: SignIn) -> None:
    assert 'name="due_on"' not in text(sign_in(dora))


def test_the_page_costs_the_same_however_many_tasks(
    ada: User, browser: Client, hafen_place: Where, queries_stay_flat: Flat
) -> None:
    queries_stay_flat(
        lambda: browser.get(f"{PAGE}?show=all"),
        lambda: make_task(ada, place=hafen_place, subject_id=new_id()),
    )


def test_the_list_is_filtered_and_sorted_by_its_address(
    ada: User, browser: Client, hafen_place: Where
) -> None:
    make_task(ada, place=hafen_place, title="Soon", due_on=date(2026, 11, 30))
    make_task(ada, place=hafen_place, title="Late", due_on=date(2026, 11, 2))
    make_task(ada, place=hafen_place, reason=TaskReason.SIX_MONTHS, title="", due_on=date(2026, 11, 1))

    overdue = text(browser, f"{PAGE}?show=overdue")
    assert ("Late" in overdue, "Soon" in overdue) == (True, False)
    kinds = text(browser, f"{PAGE}?kind=six_months")
    assert "Late" not in kinds
    assert "Nachfrage nach sechs Monaten</th>" in kinds
    turned = text(browser, f"{PAGE}?sort=-due&kind=own")
    assert turned.index("Soon") < turned.index("Late")
    assert text(browser, f"{PAGE}?kind=<b>&sort=x").count("<b>") == 0


def test_a_long_list_goes_on_after_its_last_row_even_when_that_is_done_meanwhile(
    ada: User, browser: Client, hafen_place: Where, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wir.tasks.views.lists.PER_PAGE", 2)
    made = [
        make_task(ada, place=hafen_place, title=f"No {day}", due_on=date(2026, 12, day)) for day in (1, 2, 3)
    ]

    assert f"?after={made[1].pk}" in text(browser)
    browser.post(f"{PAGE}{made[1].pk}/erledigt/")
    rest = text(browser, f"{PAGE}?after={made[1].pk}")

    assert ("No 1" in rest, "No 3" in rest) == (False, True)
    assert "No 1" in text(browser, f"{PAGE}?after=nonsense")


def test_a_task_is_given_to_a_colleague_moved_repeated_and_commented_on(
    ada: User, hanna: User, browser: Client, hafen_place: Where, acting_as: AskAs
) -> None:
    task = make_task(ada, place=hafen_place)
    sent = {"title": "Call again", "due_on": "2026-12-05", "repeats": "monthly", "comment": "by phone"}

    stranger = browser.post(f"{PAGE}{task.pk}/", sent | {"assignee": str(new_id())})
    assert stranger.status_code == 422
    given = browser.post(f"{PAGE}{task.pk}/", sent | {"assignee": str(hanna.pk), "show": "mine"})

    assert (given.status_code, given.headers["Location"]) == (302, f"{PAGE}?show=mine")
    with acting_as(ada):
        task.refresh_from_db()
    assert (task.title, task.due_on, task.assignee_id) == ("Call again", date(2026, 12, 5), hanna.pk)
    assert (task.repeats, task.comment) == ("monthly", "by phone")


def test_a_machine_s_task_keeps_its_words_and_its_day(ada: User, browser: Client, hafen_place: Where) -> None:
    task = make_task(ada, place=hafen_place, reason=TaskReason.LEGAL_DATE, title="")

    body = text(browser, f"{PAGE}{task.pk}/")

    assert 'name="comment"' in body
    assert 'name="due_on"' not in body


def test_what_is_put_off_says_why_and_stands_in_its_list(
    ada: User, browser: Client, hafen_place: Where, acting_as: AskAs
) -> None:
    task = make_task(ada, place=hafen_place, title="Ask the office", due_on=date(2026, 11, 24))

    refused = browser.post(f"{PAGE}{task.pk}/spaeter/", {"until": "2026-11-24", "why": "waiting"})
    assert refused.status_code == 422
    assert "nach heute" in refused.content.decode()
    done = browser.post(
        f"{PAGE}{task.pk}/spaeter/", {"until": "2026-12-08", "why": "letter under way", "show": "day"}
    )

    assert (done.status_code, done.headers["Location"]) == (302, "/")
    assert "wieder am 08.12.2026: letter under way" in text(browser, f"{PAGE}?show=later")
    with acting_as(ada) as actor:
        assert list(queries.due_tasks(actor, ada.pk, date(2026, 12, 7))) == []
        assert list(queries.due_tasks(actor, ada.pk, date(2026, 12, 8))) == [task]
