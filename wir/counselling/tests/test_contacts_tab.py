from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.models import Contact, ContactDraft, ContactNote, Stay
from wir.counselling.tests.make import make_contact
from wir.counselling.views.unsent import KEPT
from wir.network.models import Project
from wir.people.models import Person
from wir.tasks.models import Task

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


def test_that_somebody_did_not_come_is_put_down_without_minutes_and_what_follows_becomes_a_task(
    stay: Stay, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    typed = {"on": "2026-11-24", "minutes": "30", "mode": "accompanying", "missed": "on"}
    follows = {"follow_up": "Neuen Termin anbieten", "follow_up_on": "2026-11-27"}

    refused = sign_in(ada).post(tab(stay.person), typed | {"follow_up": "Anrufen"})
    saved = sign_in(ada).post(tab(stay.person), typed | follows)

    assert refused.status_code == 422
    assert "bis wann das zu tun ist" in refused.content.decode()
    assert saved.status_code == 302
    with acting_as(ada):
        contact, task = Contact.objects.get(), Task.objects.get(title="Neuen Termin anbieten")
        assert (contact.came, contact.minutes, contact.mode) == (False, 0, "accompanying")
        assert (task.due_on, task.assignee_id, task.subject_id) == (
            date(2026, 11, 27),
            ada.pk,
            stay.person_id,
        )
    body = sign_in(ada).get(tab(stay.person)).content.decode()
    assert "nicht erschienen" in body
    assert 'accesskey="k"' in body


def test_what_is_being_typed_is_kept_for_whoever_types_until_it_is_saved(
    stay: Stay, ada: User, colleague: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    browser, draft = sign_in(ada), reverse("counselling:contact_draft", args=[stay.person_id])
    typed = {"on": "24.11.", "minutes": "75", "mode": "phone", "topics": ["family"], "note": SECRET}

    kept = browser.post(draft, typed, headers={"HX-Request": "true"})
    mine, theirs = (one.get(tab(stay.person)).content.decode() for one in (browser, sign_in(colleague)))
    browser.post(tab(stay.person), typed | {"on": "2026-11-24", "draft": "kept"})
    after = browser.get(tab(stay.person)).content.decode()

    assert (kept.status_code, kept.headers["HX-Retarget"]) == (202, "#draft")
    assert "Entwurf gespeichert" in kept.content.decode()
    assert all(words in mine for words in (SECRET, 'value="75"', 'value="24.11."', "Entwurf gespeichert"))
    assert SECRET not in theirs
    assert "Entwurf gespeichert" not in after
    with acting_as(ada):
        assert not ContactDraft.objects.exists()
        assert Contact.objects.get().readable_note() == SECRET


def test_what_is_sent_after_the_session_has_ended_stands_in_the_form_again_after_the_sign_in(
    stay: Stay, ada: User, client: Client, sign_in: SignIn, acting_as: AskAs
) -> None:
    sent = client.post(tab(stay.person), {"on": "2026-11-24", "minutes": "45", "note": SECRET})
    kept = client.session[KEPT]
    browser = sign_in(ada)
    session = browser.session
    session[KEPT] = kept  # a sign-in takes over what the session of nobody held
    session.save()
    first, second = (browser.get(tab(stay.person)).content.decode() for _ in range(2))

    assert sent.status_code == 302
    assert SECRET not in kept
    assert SECRET in first
    assert "Es ist noch nicht gespeichert" in first
    assert SECRET not in second
    with acting_as(ada):
        assert not Contact.objects.exists()
