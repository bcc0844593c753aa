"""The check between networks in the intake and in the case file: optional, by consent, forgotten at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.cast import AskAs
from wir.accounts.models import User
from wir.desk.tests.make import typed
from wir.network.models import DuplicateBasis, Network, Project
from wir.network.tests.make import decide
from wir.people.models import DuplicateMark, Person, PersonIdentity
from wir.people.tests.make import make_marks_quick
from wir.privacy.models import AuditEntry, Consent

SignIn = Callable[[User], Client]
ASK = "/faelle/neu/anderswo/"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    make_marks_quick(monkeypatch)


@pytest.fixture
def both(north: Network, south: Network) -> None:
    """Both networks take part."""
    decide(north)
    decide(south)


@pytest.mark.django_db
def test_while_the_check_is_off_the_intake_does_not_mention_it_and_keeps_no_mark(
    sign_in: SignIn, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    browser = sign_in(ada)
    page = browser.get("/faelle/neu/").content.decode()
    browser.post("/faelle/neu/", typed(hafen, ada, between_networks="on"))

    assert "between_networks" not in page
    with acting_as(ada):
        assert PersonIdentity.objects.count() == 1
        assert (DuplicateMark.objects.count(), Consent.objects.count()) == (0, 1)


@pytest.mark.django_db
@pytest.mark.usefixtures("both")
def test_who_agreed_in_one_network_is_possible_in_another(
    sign_in: SignIn, ada: User, cem: User, hafen: Project, tal: Project
) -> None:
    taken_on = sign_in(ada).post("/faelle/neu/", typed(hafen, ada, between_networks="on"))
    asked = typed(tal, cem, given_names="Sälam", between_networks="on")
    answer = sign_in(cem).post(ASK, asked, headers={"HX-Request": "true"}).content.decode()

    assert taken_on.status_code == 302
    assert "Möglich: bitte die Person fragen" in answer
    for word in ("Hafen", "Nord", "NORD-", "Ada", str(hafen.network_id)):
        assert word not in answer


@pytest.mark.django_db
@pytest.mark.usefixtures("both")
def test_who_did_not_agree_is_neither_asked_about_nor_found(
    sign_in: SignIn, ada: User, cem: User, hafen: Project, tal: Project
) -> None:
    sign_in(ada).post("/faelle/neu/", typed(hafen, ada))
    part = {"HX-Request": "true"}
    unasked = sign_in(cem).post(ASK, typed(tal, cem), headers=part).content.decode()
    asked = sign_in(cem).post(ASK, typed(tal, cem, between_networks="on"), headers=part).content.decode()

    assert "Zuerst muss die Person einwilligen" in unasked
    assert "Nichts gefunden" in asked


@pytest.mark.django_db
@pytest.mark.usefixtures("both")
def test_asking_keeps_nothing_of_the_form_and_works_without_javascript(
    sign_in: SignIn, cem: User, tal: Project, acting_as: AskAs
) -> None:
    answer = sign_in(cem).post(ASK, {"given_names": "Selam", "between_networks": "on"})
    body = answer.content.decode()

    assert answer.status_code == 200
    assert "braucht Vorname, Familienname und Geburtsdatum" in body
    assert 'value="Selam"' in body
    assert "Bitte prüfen Sie Ihre Angaben" not in body
    with acting_as(cem):
        assert Person.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.usefixtures("both")
def test_consent_is_given_and_taken_back_in_the_case_file(
    sign_in: SignIn, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    browser = sign_in(ada)
    browser.post("/faelle/neu/", typed(hafen, ada))
    with acting_as(ada):
        person_id = Person.objects.get().pk
    url = f"/faelle/{person_id}/abgleich/"
    counts = []
    for address, values in [
        (url, {"agreed": "on", "way": "paper", "language": "ti"}),
        (f"{url}beenden/", {}),
    ]:
        assert browser.post(address, values)["Location"] == url
        with acting_as(ada):
            counts.append(DuplicateMark.objects.count())

    assert [bool(count) for count in counts] == [True, False]
    with acting_as(ada):
        verbs = AuditEntry.objects.filter(verb__startswith="privacy.consent").values_list("verb", flat=True)
        assert list(verbs.order_by("at"))[-1] == "privacy.consent_withdrawn"


@pytest.mark.django_db
def test_strangers_find_no_such_page(sign_in: SignIn, yusuf: Person, strangers: list[User]) -> None:
    for stranger in strangers:
        assert sign_in(stranger).get(f"/faelle/{yusuf.pk}/abgleich/").status_code == 404
        assert sign_in(stranger).post(f"/faelle/{yusuf.pk}/abgleich/beenden/").status_code == 404


@pytest.mark.django_db
def test_only_coordinators_decide_and_end(
    sign_in: SignIn, ada: User, dora: User, cem: User, acting_as: AskAs
) -> None:
    url = "/datenschutz/abgleich/"
    with acting_as(dora) as actor:
        [home] = actor.overseen
    values = {
        "network": str(home),
        "decided_by": "Steuerungsgruppe",
        "legal_basis": "Art. 6 DSGVO",
        "from_on": "2026-11-24",
    }
    assert [sign_in(user).post(url, values).status_code for user in (ada, cem, dora)] == [404, 404, 302]
    assert "gilt schon eine Entscheidung" in sign_in(dora).post(url, values).content.decode()
    with acting_as(dora):
        basis = DuplicateBasis.objects.get()
    end = f"{url}{basis.pk}/beenden/"
    assert [sign_in(user).post(end).status_code for user in (ada, cem, dora)] == [404, 404, 302]
    with acting_as(dora):
        assert DuplicateBasis.objects.filter(until_on=None).count() == 0
