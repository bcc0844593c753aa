from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.models import Contact, ContactNote, Stay
from wir.counselling.tests.make import make_contact
from wir.network.models import Project
from wir.people.models import Person

SignIn = Callable[[User], Client]
Flat = Callable[[Callable[[], object], Callable[[], object]], None]
SECRET = "Fears for the brother."


def tab(person: Person) -> str:
    return reverse("counselling:contacts", args=[person.pk])


def test_the_tab_shows_the_note_to_the_case_team_and_that_there_is_one_to_colleagues(
    stay: Stay, ada: User, colleague: User, sign_in: SignIn
) -> None:
    make_contact(stay.person, ada, note=SECRET)

    mine = sign_in(ada).get(tab(stay.person)).content.decode()
    theirs = sign_in(colleague).get(tab(stay.person)).content.decode()

    assert SECRET in mine
    assert 'name="note"' in mine
    assert SECRET not in theirs
    assert "Es gibt eine Notiz" in theirs
    assert 'name="note"' not in theirs


def test_the_form_proposes_today_and_what_is_known_of_the_person(
    hafen: Project, ada: User, sign_in: SignIn
) -> None:
    person = make_person(hafen, contact_language="ti", interpreter_needed=True)
    make_stay(person, ada)

    body = sign_in(ada).get(tab(person)).content.decode()

    assert 'value="2026-11-24"' in body
    assert '<option value="ti" selected>' in body
    assert 'name="interpreter"' in body
    assert "<html" in body


def test_a_contact_is_recorded_without_javascript(
    stay: Stay, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    response = sign_in(ada).post(
        tab(stay.person),
        {
            "on": "2026-11-23",
            "minutes": "50",
            "mode": "at_authority",
            "language": "tr",
            "topics": ["residence", "family"],
            "note": SECRET,
        },
    )

    assert (response.status_code, response.headers["Location"]) == (302, tab(stay.person))
    with acting_as(ada):
        contact = Contact.objects.get()
        assert (contact.on, contact.minutes, contact.mode) == (date(2026, 11, 23), 50, "at_authority")
        assert (contact.topics, contact.readable_note()) == (["family", "residence"], SECRET)


def test_a_refusal_is_explained_at_its_field_with_value_and_remedy(
    stay: Stay, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    response = sign_in(ada).post(
        tab(stay.person),
        {"on": "2026-11-25", "minutes": "900", "mode": "phone", "note": SECRET},
        headers={"HX-Request": "true"},
    )

    body = response.content.decode()
    assert response.status_code == 422
    assert "25.11.2026 liegt in der Zukunft" in body
    assert "900 Minuten" in body
    assert SECRET in body
    assert "<html" not in body
    with acting_as(ada):
        assert not Contact.objects.exists()


def test_a_note_sent_past_the_form_by_a_colleague_is_not_written(
    stay: Stay, colleague: User, sign_in: SignIn, ada: User, acting_as: AskAs
) -> None:
    sign_in(colleague).post(
        tab(stay.person), {"on": "2026-11-23", "minutes": "50", "mode": "phone", "note": SECRET}
    )

    with acting_as(ada):
        assert Contact.objects.get().has_note is False
        assert not ContactNote.objects.exists()


@pytest.mark.parametrize("who", ["bela", "cem", "dora", "emil"])
def test_strangers_do_not_learn_that_the_person_exists(
    stay: Stay, who: str, request: pytest.FixtureRequest, sign_in: SignIn, acting_as: AskAs
) -> None:
    browser = sign_in(request.getfixturevalue(who))

    seen = browser.get(tab(stay.person))
    written = browser.post(tab(stay.person), {"on": "2026-11-23", "minutes": "50", "mode": "phone"})

    assert (seen.status_code, written.status_code) == (404, 404)
    with acting_as(stay.advisor):
        assert not Contact.objects.exists()


def test_without_a_session_one_is_led_to_the_sign_in_and_back(stay: Stay, client: Client) -> None:
    response = client.get(tab(stay.person))

    assert response.status_code == 302
    assert response.headers["Location"].endswith(f"?next={tab(stay.person)}")


def test_the_tab_costs_the_same_however_many_contacts(
    stay: Stay, ada: User, sign_in: SignIn, queries_stay_flat: Flat
) -> None:
    browser = sign_in(ada)

    queries_stay_flat(
        lambda: browser.get(tab(stay.person)), lambda: make_contact(stay.person, ada, note=SECRET)
    )
