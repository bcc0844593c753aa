"""The papers of a person: what they held, what they hold, a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.kit.acting import acting
from wir.network.actions import as_job
from wir.network.models import Project
from wir.people import actions, queries
from wir.people.models import Person, Residence
from wir.people.rules.facts import ResidenceStatus, WorkNote
from wir.people.rules.persons import Paper
from wir.people.templatetags.case import facts_of
from wir.people.tests.make import clock_stands
from wir.privacy.models import AuditEntry

SignIn = Callable[[User], Client]
Flat = Callable[..., None]

DULDUNG = Paper(
    status=ResidenceStatus.DULDUNG,
    legal_basis="AufenthG:60a:2",
    from_on=date(2025, 1, 10),
    valid_until=date(2026, 12, 1),
)
NEW_PAPER = {
    "status": "aufenthaltserlaubnis",
    "legal_basis": "AufenthG:25:2",
    "work_note": WorkNote.ALL_WORK.value,
    "from_on": "2026-11-20",
    "valid_until": "2029-11-19",
}


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with clock_stands():
        yield


@pytest.fixture
def yusuf(hafen: Project) -> Person:
    return make_person(hafen, paper=DULDUNG, birth_date=date(1990, 2, 1))


@pytest.fixture
def browser(sign_in: SignIn, ada: User) -> Client:
    return sign_in(ada)


def at(person: Person) -> str:
    return reverse("people:residence", args=[person.pk])


def held(acting_as: AskAs, user: User, person: Person) -> list[tuple[str, date, date | None]]:
    with acting_as(user) as actor:
        papers = queries.residences_of(actor, person.pk)
    return [(paper.status, paper.from_on, paper.until_on) for paper in papers]


def test_a_new_paper_closes_the_one_before_on_its_first_day(
    browser: Client, ada: User, yusuf: Person, acting_as: AskAs
) -> None:
    page = browser.post(at(yusuf), NEW_PAPER, follow=True).content.decode()

    assert "Das Papier ist erfasst." in page
    assert "gültig bis 19.11.2029 · „Erwerbstätigkeit erlaubt“" in page
    assert held(acting_as, ada, yusuf) == [
        ("aufenthaltserlaubnis", date(2026, 11, 20), None),
        ("duldung", date(2025, 1, 10), date(2026, 11, 20)),
    ]
    with acting_as(ada):
        assert AuditEntry.objects.filter(verb="people.residence_changed", subject_id=yusuf.pk).count() == 1


def test_the_form_starts_from_the_paper_of_today(browser: Client, yusuf: Person) -> None:
    page = browser.get(at(yusuf)).content.decode()

    assert '<option value="duldung" selected>Duldung</option>' in page
    assert '<option value="AufenthG:60a:2" selected>§ 60a Abs. 2 AufenthG</option>' in page


def test_a_rare_legal_basis_can_be_kept_when_the_paper_is_prolonged(
    browser: Client, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    paper = Paper(
        status=ResidenceStatus.AUFENTHALTSERLAUBNIS, legal_basis="AufenthG:18a", from_on=date(2025, 1, 1)
    )
    person = make_person(hafen, paper=paper)

    assert "§ 18a AufenthG</option>" in browser.get(at(person)).content.decode()
    browser.post(at(person), NEW_PAPER | {"legal_basis": "AufenthG:18a"})

    with acting_as(ada) as actor:
        now = queries.residence_on(actor, person.pk, TODAY)
    assert now is not None
    assert (now.legal_basis, now.from_on) == ("AufenthG:18a", date(2026, 11, 20))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (
            {"from_on": "2026-11-25"},
            "„Gültig ab“ 25.11.2026 liegt in der Zukunft. Erfassen Sie das Papier, wenn es ausgestellt ist.",
        ),
        (
            {"from_on": "2025-01-10"},
            "„Gültig ab“ 10.01.2025 liegt nicht nach dem Beginn des vorigen Papiers. Prüfen Sie den Tag.",
        ),
        (
            {"valid_until": "2026-11-19"},
            "„Gültig bis“ 19.11.2026 liegt vor „Gültig ab“ 20.11.2026. Prüfen Sie beide Tage.",
        ),
        (
            {"from_on": "31.02.2026"},
            "Diesen Tag gibt es nicht",
        ),
        ({"from_on": ""}, "Bitte geben Sie einen Tag an"),
        ({"status": ""}, "Bitte wählen Sie den Status, der auf dem Papier steht."),
    ],
)
def test_a_paper_that_does_not_fit_is_refused_and_nothing_is_written(
    wrong: dict[str, str], sentence: str, *, browser: Client, ada: User, yusuf: Person, acting_as: AskAs
) -> None:
    response = browser.post(at(yusuf), NEW_PAPER | wrong)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert held(acting_as, ada, yusuf) == [("duldung", date(2025, 1, 10), None)]
    with acting_as(ada):
        assert not AuditEntry.objects.filter(verb="people.residence_changed").exists()


def test_every_reason_against_a_paper_is_told_at_once(browser: Client, yusuf: Person) -> None:
    page = browser.post(at(yusuf), NEW_PAPER | {"from_on": "2026-12-24", "valid_until": "2026-12-01"})

    assert "„Gültig ab“ 24.12.2026 liegt in der Zukunft." in page.content.decode()
    assert "„Gültig bis“ 01.12.2026 liegt vor „Gültig ab“ 24.12.2026." in page.content.decode()


@pytest.mark.parametrize("stranger", ["bela", "cem", "dora", "emil"])
def test_strangers_find_no_papers(
    stranger: str,
    *,
    sign_in: SignIn,
    ada: User,
    yusuf: Person,
    acting_as: AskAs,
    request: pytest.FixtureRequest,
) -> None:
    other = sign_in(request.getfixturevalue(stranger))

    assert other.get(at(yusuf)).status_code == 404
    assert other.post(at(yusuf), NEW_PAPER).status_code == 404
    assert held(acting_as, ada, yusuf) == [("duldung", date(2025, 1, 10), None)]


def test_a_person_without_a_paper_is_shown_as_such(browser: Client, hafen: Project) -> None:
    page = browser.get(at(make_person(hafen))).content.decode()

    assert "Kein Papier ist erfasst" in page
    assert '<option value="" selected>Bitte auswählen</option>' in page


def test_htmx_is_answered_with_the_form_alone(browser: Client, yusuf: Person) -> None:
    headers = {"HX-Request": "true"}

    refused = browser.post(at(yusuf), NEW_PAPER | {"from_on": ""}, headers=headers)
    taken = browser.post(at(yusuf), NEW_PAPER, headers=headers)

    assert refused.status_code == 422
    assert refused.content.decode().strip().startswith("<form")
    assert taken["HX-Redirect"] == at(yusuf)


def test_the_page_costs_the_same_however_many_papers(
    browser: Client, hafen: Project, yusuf: Person, queries_stay_flat: Flat
) -> None:
    days = iter(date(2025, 2, 1) + timedelta(days=30 * n) for n in range(10))

    def one_more() -> None:
        actor = as_job(hafen)
        with acting(actor):
            actions.change_residence(
                person=yusuf,
                status=ResidenceStatus.DULDUNG,
                legal_basis="",
                work_note=None,
                from_on=next(days),
                valid_until=None,
                today=TODAY,
                actor=actor,
            )

    queries_stay_flat(lambda: browser.get(at(yusuf)), one_more)


def test_the_header_names_what_one_always_needs(yusuf: Person, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        case = queries.case_header(actor, yusuf.pk)
    assert case is not None

    facts = [(fact.label, str(fact.value), fact.tone) for fact in facts_of(case, TODAY)]

    assert (case.name, case.case_number) == ("Demir, Yusuf", "NORD-00001")
    assert facts == [
        ("geboren", "01.02.1990", None),
        ("Teilprojekt", "Hafen", None),
        ("Status", "Duldung · § 60a Abs. 2 AufenthG", None),
        ("gültig bis", "01.12.2026", "warning"),
    ]


@pytest.mark.parametrize(
    ("today", "tone"),
    [
        (date(2026, 10, 1), None),
        (date(2026, 10, 2), "warning"),
        (date(2026, 12, 1), "warning"),
        (date(2026, 12, 2), "danger"),
    ],
)
def test_a_paper_that_ends_within_60_days_is_marked(
    yusuf: Person, ada: User, acting_as: AskAs, today: date, tone: str | None
) -> None:
    with acting_as(ada) as actor:
        case = queries.case_header(actor, yusuf.pk)
    assert case is not None

    assert facts_of(case, today)[-1].tone == tone


def test_a_header_without_a_paper_says_so_and_strangers_get_none(
    hafen: Project, ada: User, cem: User, acting_as: AskAs
) -> None:
    person = make_person(hafen)
    with acting_as(ada) as actor:
        case = queries.case_header(actor, person.pk)
    with acting_as(cem) as actor:
        assert queries.case_header(actor, person.pk) is None

    assert case is not None
    assert [(fact.label, fact.value, fact.tone) for fact in facts_of(case, TODAY)][-1] == (
        "Status",
        "nicht erfasst",
        "warning",
    )


def test_the_paper_of_a_day_is_the_one_held_then(
    yusuf: Person, ada: User, browser: Client, acting_as: AskAs
) -> None:
    browser.post(at(yusuf), NEW_PAPER)

    with acting_as(ada) as actor:
        papers: list[Residence | None] = [
            queries.residence_on(actor, yusuf.pk, day)
            for day in (date(2025, 1, 9), date(2026, 11, 19), date(2026, 11, 20))
        ]
    assert [paper and paper.status for paper in papers] == [None, "duldung", "aufenthaltserlaubnis"]
