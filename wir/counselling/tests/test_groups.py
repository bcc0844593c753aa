"""Several people are spoken with at once: each has a contact of their own, all of them or none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling import actions, queries
from wir.counselling.models import Contact, GroupSession, Stay
from wir.counselling.rules import ContactMode, Topic
from wir.counselling.rules.groups import GroupProblem, obstacles_to_group
from wir.kit.ids import new_id
from wir.network.models import Project
from wir.people.models import Person

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
Flat = Callable[[Callable[[], object], Callable[[], object]], None]


@pytest.fixture
def selam(hafen: Project, ada: User) -> Person:
    """In Ada's case team too."""
    person = make_person(hafen, given_names="Selam", family_names="Tesfay")
    make_stay(person, ada)
    return person


def gathering(*came: Person, missed: tuple[Person, ...] = (), **said: Any) -> actions.Gathering:
    values: dict[str, Any] = {
        "title": "Bewerbungsworkshop",
        "on": date(2026, 11, 20),
        "minutes": 90,
        "mode": ContactMode.IN_PERSON,
        "language": "de",
        "interpreter": False,
        "topics": [Topic.APPLICATION],
        "came": came,
        "missed": missed,
    }
    return actions.Gathering(**{**values, **said})


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"title": ""}, GroupProblem.TITLE_MISSING),
        ({"came": []}, GroupProblem.NOBODY_CAME),
        ({"at_work": False}, GroupProblem.NOT_HERE),
    ],
)
def test_each_reason_against_it_is_named(changes: dict[str, object], problem: GroupProblem) -> None:
    one = new_id()
    said: dict[str, Any] = {
        "title": "Workshop",
        "on": TODAY,
        "minutes": 60,
        "came": [one],
        "missed": [new_id()],
        "at_work": True,
        "today": TODAY,
    }

    assert obstacles_to_group(**{**said, **changes}) == [problem]
    assert obstacles_to_group(**{**said, "missed": [one]}) == [GroupProblem.CAME_AND_MISSED]


def test_everybody_gets_a_contact_and_who_did_not_come_no_minutes(
    stay: Stay, selam: Person, hafen: Project, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        session = actions.hold_group(
            project=hafen, gathering=gathering(stay.person, missed=(selam,)), today=TODAY, actor=actor
        )

        rows = {one.person_id: one for one in Contact.objects.filter(session=session)}
        shown = queries.group_or_none(actor, session.pk)
    yusuf = rows[stay.person_id]
    assert (yusuf.minutes, yusuf.came, yusuf.topics, yusuf.stay_id) == (90, True, ["application"], stay.pk)
    assert (rows[selam.pk].minutes, rows[selam.pk].came) == (0, False)
    assert (vars(shown)["number_came"], vars(shown)["number_missed"]) == (1, 1)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"on": date(2026, 11, 25)}, GroupProblem.IN_FUTURE),
        ({"minutes": 40_000}, GroupProblem.MINUTES_OUT_OF_RANGE),
        ({"minutes": -5}, GroupProblem.MINUTES_OUT_OF_RANGE),
    ],
)
def test_what_one_contact_forbids_leaves_nothing_in_any_file(
    stay: Stay,
    selam: Person,
    ada: User,
    acting_as: AskAs,
    *,
    said: dict[str, Any],
    problem: GroupProblem,
) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(actions.CannotHold) as refusal:
            actions.hold_group(
                project=stay.project,
                gathering=gathering(stay.person, selam, **said),
                today=TODAY,
                actor=actor,
            )

        assert refusal.value.problems == [problem]
        assert (Contact.objects.count(), GroupSession.objects.count()) == (0, 0)


def test_of_who_took_the_consent_back_only_the_evidence_is_kept(
    stay: Stay, selam: Person, ada: User, acting_as: AskAs, *, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "is_stopped", lambda person, today: person == selam)
    with acting_as(ada) as actor:
        actions.hold_group(
            project=stay.project, gathering=gathering(stay.person, selam), today=TODAY, actor=actor
        )

        topics = dict(Contact.objects.values_list("person_id", "topics"))
    assert topics == {stay.person_id: ["application"], selam.pk: []}


def test_the_page_keeps_the_ticks_of_a_refused_form_and_saves_for_all(
    sign_in: SignIn, stay: Stay, selam: Person, ada: User, acting_as: AskAs
) -> None:
    client = sign_in(ada)
    typed = {
        "on": "2026-11-20",
        "minutes": "90",
        "mode": "in_person",
        "came": [str(stay.person_id)],
        "missed": [str(selam.pk)],
    }

    refused = client.post("/gruppen/", typed)
    saved = client.post("/gruppen/", typed | {"title": "Familie"}, follow=True)

    rows = {row["one"].person.pk: (row["came"], row["missed"]) for row in refused.context["form"].rows()}
    assert refused.status_code == 422
    assert rows == {stay.person_id: (True, False), selam.pk: (False, True)}
    assert "Es steht in den Akten von 2 Personen." in saved.content.decode()
    with acting_as(ada):
        assert Contact.objects.count() == 2


def test_the_same_people_are_proposed_once_more_and_each_leads_to_their_file(
    sign_in: SignIn, stay: Stay, selam: Person, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        session = actions.hold_group(
            project=stay.project, gathering=gathering(stay.person, missed=(selam,)), today=TODAY, actor=actor
        )
    client = sign_in(ada)

    again = client.get(f"/gruppen/?wie={session.pk}").context["form"]
    begun = client.get(f"/gruppen/?mit={selam.pk}").context["form"]
    page = client.get(f"/gruppen/{session.pk}/").content.decode()
    tab = client.get(f"/faelle/{selam.pk}/kontakte/").content.decode()

    assert (again["title"].value(), again["minutes"].value()) == ("Bewerbungsworkshop", 90)
    assert [(row["came"], row["missed"]) for row in again.rows()] == [(True, False), (False, True)]
    assert (again.left_out(), begun.left_out()) == (0, 0)
    assert [row["one"].name for row in begun.rows() if row["came"]] == ["Tesfay, Selam"]
    assert all(f"/faelle/{one}/kontakte/" in page for one in (stay.person_id, selam.pk))
    assert "mit mehreren" in tab
    assert "Demir" not in tab


def test_whom_the_list_does_not_hold_is_said(sign_in: SignIn, ada: User, stay: Stay, hafen: Project) -> None:
    waiting = make_person(hafen)

    page = sign_in(ada).get(f"/gruppen/?mit={waiting.pk}")

    assert page.context["form"].left_out() == 1
    assert "nimmt heute nicht an diesem Teilprojekt teil" in page.content.decode()


def test_the_page_costs_the_same_however_many_there_are(
    sign_in: SignIn, stay: Stay, hafen: Project, ada: User, acting_as: AskAs, *, queries_stay_flat: Flat
) -> None:
    client = sign_in(ada)

    def add_row() -> None:
        person = make_person(hafen)
        make_stay(person, ada)
        with acting_as(ada) as actor:
            actions.hold_group(project=hafen, gathering=gathering(person), today=TODAY, actor=actor)

    queries_stay_flat(lambda: client.get("/gruppen/"), add_row)
