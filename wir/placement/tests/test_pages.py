from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.kit.acting import acting
from wir.kit.registry import timeline_of
from wir.network.models import Project
from wir.network.queries import actor_for
from wir.people.models import Person
from wir.people.rules.facts import ResidenceStatus
from wir.people.rules.persons import Paper
from wir.placement.models import Application, Opportunity, Spell
from wir.placement.rules import OpportunityKind
from wir.placement.tests.make import BORN, make_application, make_opportunity, make_spell

SignIn = Callable[[User], Client]
Flat = Callable[[Callable[[], object], Callable[[], object]], None]
HTMX = {"HX-Request": "true"}


def at(name: str, *args: object) -> str:
    return reverse(f"placement:{name}", args=args)


@pytest.mark.usefixtures("stay")
def test_the_way_from_a_suggestion_to_an_end(
    yusuf: Person, kitchen: Opportunity, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    browser = sign_in(ada)

    browser.post(at("case", yusuf.pk), {"opportunity": str(kitchen.pk)})
    with acting_as(ada):
        application = Application.objects.get()
    step = {"state": "offered", "on": "2026-11-24"}
    browser.post(at("application", yusuf.pk, application.pk), step)
    page = browser.get(at("start", yusuf.pk, application.pk)).content.decode()
    assert "Darf beginnen" in page
    start = {"starts_on": "2026-12-01", "last_day": "2027-05-31", "probation_months": "3", "insured": "yes"}
    response = browser.post(at("start", yusuf.pk, application.pk), start)

    assert (response.status_code, response.headers["Location"]) == (302, at("case", yusuf.pk))
    with acting_as(ada):
        spell = Spell.objects.get()
        assert (spell.starts_on, spell.ends_on) == (date(2026, 12, 1), date(2027, 6, 1))
        assert spell.insured is True
    browser.post(at("end", yusuf.pk, spell.pk), {"last_day": "2027-01-31", "reason": "own_wish"})
    with acting_as(ada):
        ended = Spell.objects.get()
        assert (ended.ends_on, ended.end_reason) == (date(2027, 2, 1), "own_wish")
    assert "eigener Wunsch" in browser.get(at("case", yusuf.pk)).content.decode()


def test_the_answer_follows_the_first_day_chosen(
    hafen: Project, kitchen: Opportunity, ada: User, sign_in: SignIn
) -> None:
    paper = Paper(
        status=ResidenceStatus.AUFENTHALTSERLAUBNIS,
        legal_basis="AufenthG:25:2",
        from_on=date(2026, 1, 1),
        valid_until=date(2026, 12, 31),
    )
    person = make_person(hafen, paper=paper, nationalities=("SYR",), birth_date=BORN)
    application = make_application(person, kitchen, ada)
    browser = sign_in(ada)

    def asked(day: str) -> str:
        url = at("start", person.pk, application.pk)
        return browser.get(url, {"starts_on": day}, headers=HTMX).content.decode()

    assert "Am 31.12.2026: Darf beginnen" in asked("2026-12-31")
    assert "permission_confirmed" not in asked("2026-12-31")
    assert "Am 01.01.2027: Nicht entschieden" in asked("2027-01-01")
    assert 'name="permission_confirmed"' in asked("2027-01-01")
    assert "Am 24.11.2026" in asked("no day")


def test_a_refused_start_is_explained_with_the_day_typed(
    application: Application, yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    url = at("start", yusuf.pk, application.pk)

    response = sign_in(ada).post(url, {"starts_on": "2026-03-01", "probation_months": "7"}, headers=HTMX)

    body = response.content.decode()
    assert response.status_code == 422
    assert "01.03.2026 liegt vor dem Eintritt" in body
    assert "6 Monate" in body
    assert 'role="alert"' in body
    assert "<html" not in body
    with acting_as(ada):
        assert not Spell.objects.exists()


def test_a_refused_step_and_a_refused_end_are_explained(
    application: Application, yusuf: Person, ada: User, sign_in: SignIn
) -> None:
    browser = sign_in(ada)
    step = {"state": "sent", "on": "2026-11-25"}
    refused = browser.post(at("application", yusuf.pk, application.pk), step).content.decode()
    assert "25.11.2026 liegt in der Zukunft" in refused
    spell = make_spell(application, ada)

    end = browser.post(at("end", yusuf.pk, spell.pk), {"last_day": "2026-03-31", "reason": "other"})

    assert end.status_code == 422
    assert "31.03.2026 liegt vor dem ersten Tag" in end.content.decode()


def test_an_opportunity_under_way_is_not_suggested_twice(
    application: Application, yusuf: Person, kitchen: Opportunity, ada: User, sign_in: SignIn
) -> None:
    response = sign_in(ada).post(at("case", yusuf.pk), {"opportunity": str(kitchen.pk)}, headers=HTMX)

    assert response.status_code == 422
    assert "läuft bereits eine Bewerbung" in response.content.decode()


@pytest.mark.parametrize("who", ["bela", "cem", "dora", "emil"])
def test_strangers_do_not_learn_that_it_exists(
    request: pytest.FixtureRequest, who: str, application: Application, ada: User, sign_in: SignIn
) -> None:
    yusuf: Person = request.getfixturevalue("yusuf")
    welder = make_opportunity(yusuf.network_id, ada, title="Welder")
    spell = make_spell(make_application(yusuf, welder, ada), ada)
    browser = sign_in(request.getfixturevalue(who))

    answers = [
        browser.get(at("case", yusuf.pk)),
        browser.post(at("case", yusuf.pk), {"opportunity": str(welder.pk)}),
        browser.post(at("application", yusuf.pk, application.pk), {"state": "sent", "on": "2026-11-24"}),
        browser.post(at("start", yusuf.pk, application.pk), {"starts_on": "2026-12-01"}),
        browser.post(at("end", yusuf.pk, spell.pk), {"last_day": "2026-12-01", "reason": "other"}),
    ]

    assert [answer.status_code for answer in answers] == [404] * 5
    with acting(actor_for(ada.pk, TODAY)):
        assert Application.objects.get(pk=application.pk).state == "suggested"
        assert Application.objects.count() == 2
        assert not Spell.objects.get().end_reason


def test_somebody_else_application_is_not_reached_through_another_person(
    application: Application, hafen: Project, ada: User, sign_in: SignIn
) -> None:
    other = make_person(hafen, given_names="Selam", family_names="Tesfay")

    assert sign_in(ada).get(at("application", other.pk, application.pk)).status_code == 404


def test_the_timeline_tells_of_applications_and_spells(
    application: Application, yusuf: Person, ada: User, acting_as: AskAs
) -> None:
    make_spell(make_application(yusuf, make_opportunity(yusuf.network_id, ada, title="Welder"), ada), ada)

    with acting_as(ada) as actor:
        told = {
            (item.on, str(item.title)) for item in timeline_of(actor, yusuf.pk) if "vermittlung" in item.url
        }

    assert told == {
        (date(2026, 3, 10), "Bewerbung: vorgeschlagen"),
        (date(2026, 4, 1), "Arbeitsstelle: Beginn"),
    }


@pytest.mark.usefixtures("stay")
def test_the_tab_costs_the_same_however_many_applications_and_spells(
    yusuf: Person, ada: User, sign_in: SignIn, queries_stay_flat: Flat
) -> None:
    browser = sign_in(ada)

    def add_row() -> None:
        make_application(yusuf, make_opportunity(yusuf.network_id, ada), ada)
        course = make_opportunity(yusuf.network_id, ada, kind=OpportunityKind.COURSE)
        make_spell(make_application(yusuf, course, ada), ada)
        make_opportunity(yusuf.network_id, ada)

    queries_stay_flat(lambda: browser.get(at("case", yusuf.pk)), add_row)


def test_the_other_pages_stay_below_twelve_queries(
    application: Application,
    yusuf: Person,
    ada: User,
    sign_in: SignIn,
    queries_stay_flat: Flat,
) -> None:
    browser = sign_in(ada)
    spell = make_spell(
        make_application(yusuf, make_opportunity(yusuf.network_id, ada, kind=OpportunityKind.COURSE), ada),
        ada,
    )
    for url in (
        at("application", yusuf.pk, application.pk),
        at("start", yusuf.pk, application.pk),
        at("end", yusuf.pk, spell.pk),
        at("add_opportunity"),
    ):
        queries_stay_flat(partial(browser.get, url), lambda: None)
