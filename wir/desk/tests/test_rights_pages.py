"""Roles and rights on screen, releases and deputies by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.test import Client

from tests.cast import TODAY, AskAs, make_member
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.network.models import Grant, Membership, Project
from wir.network.rules import Role
from wir.people.models import Person
from wir.people.tests.make import clock_stands

SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with clock_stands():
        yield


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    person = make_person(hafen)
    make_stay(person, ada)
    return person


def test_the_page_of_roles_is_the_table_of_rights(sign_in: SignIn, emil: User) -> None:
    body = sign_in(emil).get("/netz/rollen/").content.decode()

    assert "Rollen und Rechte" in body
    assert "Akten des eigenen Teilprojekts lesen und führen" in body
    assert body.count(">ja<") == 36
    assert "Datenschutzbeauftragte Person" in body


def test_my_rights_name_role_place_and_case_teams(sign_in: SignIn, yusuf: Person, ada: User) -> None:
    body = sign_in(ada).get("/netz/rechte/").content.decode()

    assert "Träger Hafen" in body
    assert "01.10.2022" in body
    assert "Fallteam von 1 Person" in body
    assert "Ihnen wurde nichts freigegeben" in body


def test_ada_releases_the_file_on_its_page_and_bela_reads_why(
    sign_in: SignIn, yusuf: Person, ada: User, bela: User
) -> None:
    here = f"/faelle/{yusuf.pk}/zugriff/"
    form = {"grantee": str(bela.pk), "from_on": "2026-11-24", "last_day": "2026-12-03", "agreed": "on"}

    answer = sign_in(ada).post(here, form)

    assert (answer.status_code, answer["Location"]) == (302, here)
    body = sign_in(bela).get(here).content.decode()
    assert "Freigabe, Akte ohne Gesprächsnotizen" in body
    assert "Letzter Tag: 03.12.2026." in body
    assert 'name="grantee"' not in body
    listed = sign_in(bela).get("/netz/rechte/").content.decode()
    assert "Demir, Yusuf" in listed
    assert "03.12.2026" in listed


def test_without_the_persons_agreement_nothing_is_released(
    sign_in: SignIn, yusuf: Person, ada: User, bela: User, acting_as: AskAs
) -> None:
    form = {"grantee": str(bela.pk), "from_on": "2026-11-24", "last_day": "2026-12-03"}

    assert sign_in(ada).post(f"/faelle/{yusuf.pk}/zugriff/", form).status_code == 422
    with acting_as(ada):
        assert not Grant.objects.filter(cause="release").exists()


def test_ada_names_a_deputy_and_ends_it_on_the_list(
    sign_in: SignIn, yusuf: Person, hafen: Project, ada: User, acting_as: AskAs
) -> None:
    ali = make_member("Ali", Role.ADVISOR, project=hafen)
    browser = sign_in(ada)
    form = {
        "project": str(hafen.pk),
        "absent": str(ada.pk),
        "deputy": str(ali.pk),
        "from_on": "2026-11-24",
        "last_day": "2026-12-03",
    }

    answer = browser.post("/netz/freigaben/vertretung/", form, follow=True)

    body = answer.content.decode()
    assert "1 Fall steht der Vertretung offen." in body
    assert "Demir, Yusuf" in body
    with acting_as(ada):
        grant = Grant.objects.get(cause="deputy")
    assert grant.until_on == TODAY + timedelta(days=10)
    assert browser.post(f"/netz/freigaben/{grant.pk}/ende/")["Location"] == "/netz/freigaben/"
    with acting_as(ada):
        assert not Grant.objects.filter(cause="deputy").exists()


def test_a_deputy_who_works_elsewhere_is_refused_at_the_field(
    sign_in: SignIn, yusuf: Person, hafen: Project, ada: User
) -> None:
    form = {
        "project": str(hafen.pk),
        "absent": str(ada.pk),
        "deputy": str(ada.pk),
        "from_on": "2026-11-24",
        "last_day": "2026-12-03",
    }

    answer = sign_in(ada).post("/netz/freigaben/vertretung/", form)

    assert answer.status_code == 422
    assert "Niemand vertritt sich selbst" in answer.content.decode()


def test_dora_changes_a_role_but_reads_no_name_of_a_participant(
    sign_in: SignIn, yusuf: Person, ada: User, dora: User, acting_as: AskAs
) -> None:
    browser = sign_in(dora)
    body = browser.get("/netz/freigaben/").content.decode()
    assert "Ada" in body
    assert "Demir" not in body
    with acting_as(dora):
        held = Membership.objects.get(user=ada)

    answer = browser.post(f"/netz/freigaben/rollen/{held.pk}/", {"role": "project_lead"})

    assert (answer.status_code, answer["Location"]) == (302, "/netz/freigaben/")
    refused = browser.post(f"/netz/freigaben/rollen/{held.pk}/", {"role": "coordinator"})
    assert refused.status_code == 404  # the old role is over


def test_the_list_of_releases_costs_the_same_however_many_there_are(
    *,
    sign_in: SignIn,
    yusuf: Person,
    hafen: Project,
    turm: Project,
    ada: User,
    acting_as: AskAs,
    queries_stay_flat: Callable[[Callable[[], object], Callable[[], object]], None],
) -> None:
    browser, names = sign_in(ada), iter(["Ben", "Bea", "Bob", "Bis", "Bud"])

    def release() -> None:
        other = make_member(next(names), Role.ADVISOR, project=turm)
        form = {"grantee": str(other.pk), "from_on": "2026-11-24", "last_day": "2026-12-03", "agreed": "on"}
        assert browser.post(f"/faelle/{yusuf.pk}/zugriff/", form).status_code == 302

    queries_stay_flat(lambda: browser.get("/netz/freigaben/"), release)
