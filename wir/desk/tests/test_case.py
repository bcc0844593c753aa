"""A case at a glance, taking on somebody known, and leaving."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.counselling.tests.make import make_contact
from wir.desk.tests.make import typed
from wir.kit.acting import acting
from wir.monitoring.models import EntryRecord, ExitRecord, LaterStatus
from wir.network.actions import as_job
from wir.network.models import Project
from wir.network.queries import actor_for
from wir.people.models import Person, Residence
from wir.people.rules.facts import ResidenceStatus
from wir.people.rules.persons import Paper
from wir.tasks.actions import add_task
from wir.tasks.rules import TaskReason

SignIn = Callable[[User], Client]
Flat = Callable[..., None]

LEAVING = {
    "left_on": "2026-11-20",
    "reason": "work",
    "status_after": "employed",
    "education_in_window": "no",
    "qualification_on": "2026-10-01",
    "qualification_certified": "yes",
}


def add_step(person: Person, user: User, title: str = "Bewerbung schreiben") -> None:
    with acting(actor_for(user.pk, TODAY)) as actor:
        add_task(
            place=(person.network_id, person.project_id),
            subject_id=person.pk,
            assignee_id=user.pk,
            reason=TaskReason.OWN,
            title=title,
            due_on=TODAY,
            link="",
            actor=actor,
        )


def test_the_overview_shows_what_is_next_and_who_looks_after_the_person(
    sign_in: SignIn, ada: User, stay: Stay
) -> None:
    add_step(stay.person, ada)

    body = sign_in(ada).get(f"/faelle/{stay.person_id}/").content.decode()

    assert "Bewerbung schreiben" in body
    assert "02.03.2026" in body
    assert reverse("desk:leaving", args=[stay.person_id]) in body
    assert reverse("desk:admission", args=[stay.person_id]) not in body
    assert "<title>NORD-00001" in body


def test_a_file_without_a_stay_offers_to_take_the_person_on(
    sign_in: SignIn, ada: User, yusuf: Person
) -> None:
    body = sign_in(ada).get(f"/faelle/{yusuf.pk}/").content.decode()

    assert reverse("desk:admission", args=[yusuf.pk]) in body
    assert reverse("desk:leaving", args=[yusuf.pk]) not in body


@pytest.mark.parametrize("page", ["", "verlauf/", "aufnahme/", "austritt/"])
def test_strangers_do_not_learn_that_a_file_exists(
    sign_in: SignIn, strangers: list[User], stay: Stay, page: str
) -> None:
    for user in strangers:
        assert sign_in(user).get(f"/faelle/{stay.person_id}/{page}").status_code == 404


@pytest.mark.parametrize("page", ["", "suche/?words=x", "faelle/", "faelle/neu/", "netzwerk/"])
def test_who_is_not_signed_in_comes_back_to_where_they_were(db: None, page: str) -> None:
    response = Client().get(f"/{page}")

    assert response.status_code == 302
    assert response["Location"].startswith("/konto/anmelden/?next=/")
    assert page.split("?", maxsplit=1)[0] in response["Location"]


def test_the_history_is_a_page_and_a_part_of_one(sign_in: SignIn, ada: User, stay: Stay) -> None:
    make_contact(stay.person, ada, on=date(2026, 4, 1))
    client, url = sign_in(ada), f"/faelle/{stay.person_id}/verlauf/"

    page, part = client.get(url), client.get(url, headers={"HX-Request": "true"})

    assert "<html" in page.content.decode()
    assert "<html" not in part.content.decode()
    for response in (page, part):
        days = [item.on for item in response.context["items"]]
        assert days == [date(2026, 4, 1), date(2026, 3, 2)]


def test_the_overview_costs_the_same_however_much_is_in_it(
    sign_in: SignIn, ada: User, stay: Stay, queries_stay_flat: Flat
) -> None:
    client, url = sign_in(ada), f"/faelle/{stay.person_id}/"

    queries_stay_flat(lambda: client.get(url), lambda: add_step(stay.person, ada))


def test_the_history_costs_the_same_however_long_it_is(
    sign_in: SignIn, ada: User, stay: Stay, queries_stay_flat: Flat
) -> None:
    client, url = sign_in(ada), f"/faelle/{stay.person_id}/verlauf/"

    # one of the fourteen is the suite's own: in its transaction the actor of before is told again; one is the line of
    # reading, written with the page
    queries_stay_flat(
        lambda: client.get(url, headers={"HX-Request": "true"}),
        lambda: make_contact(stay.person, ada),
        at_most=14,
    )


def test_somebody_from_a_list_is_taken_on_with_paper_consent_and_entry_data(
    sign_in: SignIn, ada: User, yusuf: Person, hafen: Project, acting_as: AskAs
) -> None:
    response = sign_in(ada).post(f"/faelle/{yusuf.pk}/aufnahme/", typed(hafen, ada, entry_isced="3"))

    assert (response.status_code, response["Location"]) == (302, f"/faelle/{yusuf.pk}/")
    with acting_as(ada):
        assert Stay.objects.get().person_id == yusuf.pk
        assert Residence.objects.get().legal_basis == "AufenthG:25:2"
        assert EntryRecord.objects.get().isced == 3


def test_the_paper_is_not_asked_for_twice(
    sign_in: SignIn, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    duldung = Paper(status=ResidenceStatus.DULDUNG, from_on=date(2025, 1, 1))
    person = make_person(hafen, paper=duldung)
    client, url = sign_in(ada), f"/faelle/{person.pk}/aufnahme/"

    assert "status" not in client.get(url).context["form"].fields
    assert client.post(url, typed(hafen, ada)).status_code == 302
    with acting_as(ada):
        assert Residence.objects.get().status == "duldung"


def test_nobody_is_taken_on_twice(sign_in: SignIn, ada: User, stay: Stay, hafen: Project) -> None:
    response = sign_in(ada).post(f"/faelle/{stay.person_id}/aufnahme/", typed(hafen, ada, status=""))

    assert response.status_code == 422
    with acting(as_job(hafen)):
        assert Stay.objects.count() == 1
        assert not EntryRecord.objects.exists()


def test_leaving_ends_the_stay_and_answers_esf(
    sign_in: SignIn, ada: User, stay: Stay, acting_as: AskAs
) -> None:
    response = sign_in(ada).post(f"/faelle/{stay.person_id}/austritt/", LEAVING)

    assert (response.status_code, response["Location"]) == (302, f"/faelle/{stay.person_id}/")
    with acting_as(ada):
        stay.refresh_from_db()
        assert (stay.exited_on, stay.exit_reason) == (date(2026, 11, 20), "work")
        record = ExitRecord.objects.get()
        assert (record.education_in_window, record.qualification_on, record.qualification_certified) == (
            False,
            date(2026, 10, 1),
            True,
        )
        status = LaterStatus.objects.get()
        assert (status.on, status.status) == (date(2026, 11, 20), "employed")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"left_on": "2026-01-01"}, "Der letzte Tag liegt vor dem Eintritt"),
        ({"left_on": "2027-01-01"}, "01.01.2027 liegt in der Zukunft"),
        ({"left_on": ""}, "Bitte geben Sie einen Tag an"),
        ({"reason": ""}, "Bitte wählen Sie, warum die Person geht"),
    ],
)
def test_a_refused_exit_leaves_the_stay_open(
    sign_in: SignIn, ada: User, stay: Stay, change: dict[str, str], sentence: str
) -> None:
    response = sign_in(ada).post(f"/faelle/{stay.person_id}/austritt/", LEAVING | change)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    with acting(actor_for(ada.pk, TODAY)):
        stay.refresh_from_db()
        assert stay.exited_on is None
        assert not ExitRecord.objects.exists()


def test_when_the_last_answer_fails_the_stay_stays_open(
    sign_in: SignIn, ada: User, stay: Stay, acting_as: AskAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(**_: object) -> None:
        raise RuntimeError("sabotage")

    monkeypatch.setattr("wir.monitoring.actions.record_status", breaks)
    client = sign_in(ada)
    client.raise_request_exception = False

    assert client.post(f"/faelle/{stay.person_id}/austritt/", LEAVING).status_code == 500
    with acting_as(ada):
        stay.refresh_from_db()
        assert stay.exited_on is None
        assert not ExitRecord.objects.exists()


def test_nobody_leaves_twice(sign_in: SignIn, ada: User, yusuf: Person) -> None:
    assert sign_in(ada).get(f"/faelle/{yusuf.pk}/austritt/").status_code == 404


def test_leaving_begins_with_today(sign_in: SignIn, ada: User, stay: Stay) -> None:
    form = sign_in(ada).get(f"/faelle/{stay.person_id}/austritt/").context["form"]

    assert form["left_on"].value() == TODAY
    assert TODAY - timedelta(days=1) > stay.entered_on
