"""Opening a closed file over HTTP: after signing in anew, by case number, without telling whether there is a file."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.kit.acting import acting
from wir.network.actions import as_job_at
from wir.network.models import BreakGlass, Project
from wir.people.models import Person

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
OPEN = "/faelle/oeffnen/"
REASON = "Anruf der Polizei: die Person ist in Gefahr"


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    person = make_person(hafen)
    make_stay(person, ada)
    return person


@pytest.fixture
def signed_in_anew(sign_in: SignIn) -> SignIn:
    """A browser whose user has just confirmed the password."""

    def open_browser(user: User) -> Client:
        client = sign_in(user)
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "password", "at": time.time(), "reauthenticated": True}
        ]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()
        return client

    return open_browser


def openings(person: Person) -> int:
    with acting(as_job_at(person.place())):
        return BreakGlass.objects.count()


def test_a_file_of_another_sub_project_opens_by_its_case_number(
    yusuf: Person, bela: User, signed_in_anew: SignIn
) -> None:
    browser = signed_in_anew(bela)
    case_url = reverse("desk:case", args=[yusuf.pk])
    assert browser.get(case_url).status_code == 404

    answer = browser.post(OPEN, {"case_number": " nord-00001 ", "reason": REASON})

    assert (answer.status_code, answer["Location"]) == (302, case_url)
    page = browser.get(case_url).content.decode()
    assert "Die Akte steht Ihnen für eine Stunde offen. Das Fallteam wurde benachrichtigt." in page
    assert "Demir, Yusuf" in page


def test_the_password_is_asked_first_and_what_was_sent_is_not_kept(
    yusuf: Person, bela: User, sign_in: SignIn
) -> None:
    browser = sign_in(bela)

    shown = browser.get(OPEN)
    sent = browser.post(OPEN, {"case_number": "NORD-00001", "reason": REASON})

    to_password = f"/konto/bestaetigen/?next={OPEN.replace('/', '%2F')}"
    assert (shown["Location"], sent["Location"]) == (to_password, to_password)
    assert REASON not in str(dict(browser.session))
    assert openings(yusuf) == 0


def test_after_the_password_the_form_is_there(bela: User, sign_in: SignIn) -> None:
    bela.set_password("a long enough sentence")
    bela.save()
    browser = sign_in(bela)

    browser.post("/konto/bestaetigen/", {"password": "a long enough sentence", "next": OPEN})

    assert browser.get(OPEN).status_code == 200


@pytest.mark.parametrize("number", ["NORD-00001", "NORD-99999", "SUED-00001"])
def test_the_answer_is_the_same_for_one_s_own_file_none_and_one_of_another_network(
    number: str, yusuf: Person, ada: User, tal: Project, signed_in_anew: SignIn
) -> None:
    make_person(tal, given_names="Omar")

    answer = signed_in_anew(ada).post(OPEN, {"case_number": number, "reason": REASON})

    assert answer.status_code == 422
    assert f"Zu „{number}“ gibt es keine Akte, die für Sie geschlossen ist." in answer.content.decode()
    assert openings(yusuf) == 0


def test_a_short_reason_is_refused_with_its_value(yusuf: Person, bela: User, signed_in_anew: SignIn) -> None:
    answer = signed_in_anew(bela).post(OPEN, {"case_number": "NORD-00001", "reason": "eilig"})

    assert answer.status_code == 422
    assert (
        "„eilig“ ist zu kurz. Bitte geben Sie den Grund mit mindestens 20 Zeichen an."
        in answer.content.decode()
    )
    assert openings(yusuf) == 0


def test_who_works_in_no_file_finds_no_such_page(
    yusuf: Person, dora: User, fatma: User, signed_in_anew: SignIn
) -> None:
    for user in (dora, fatma):
        browser = signed_in_anew(user)
        assert browser.get(OPEN).status_code == 404
        assert browser.post(OPEN, {"case_number": "NORD-00001", "reason": REASON}).status_code == 404
    assert openings(yusuf) == 0


def test_the_head_opens_the_notes_and_a_stranger_learns_nothing(
    yusuf: Person, hanna: User, cem: User, signed_in_anew: SignIn
) -> None:
    url, contacts = (
        reverse("desk:open_notes", args=[yusuf.pk]),
        reverse("counselling:contacts", args=[yusuf.pk]),
    )
    browser = signed_in_anew(hanna)
    assert url in browser.get(contacts).content.decode()

    answer = browser.post(url, {"reason": REASON})

    assert (answer.status_code, answer["Location"]) == (302, contacts)
    assert "Die Notizen stehen Ihnen für eine Stunde offen." in browser.get(contacts).content.decode()
    assert signed_in_anew(cem).post(url, {"reason": REASON}).status_code == 404
    assert openings(yusuf) == 1


def test_the_case_team_needs_no_opening(yusuf: Person, ada: User, signed_in_anew: SignIn) -> None:
    answer = signed_in_anew(ada).post(reverse("desk:open_notes", args=[yusuf.pk]), {"reason": REASON})

    assert answer.status_code == 422
    assert "Das steht Ihnen bereits offen." in answer.content.decode()
    assert openings(yusuf) == 0


def test_the_person_finds_the_opening_in_the_log(
    yusuf: Person, ada: User, bela: User, signed_in_anew: SignIn
) -> None:
    signed_in_anew(bela).post(OPEN, {"case_number": "NORD-00001", "reason": REASON})

    page = signed_in_anew(ada).get(reverse("desk:log", args=[yusuf.pk])).content.decode()

    assert (
        "Jemand hat die geschlossene Akte für eine Stunde geöffnet und dafür einen Grund angegeben." in page
    )
    assert REASON not in page
