"""Assess without storing, facts filled in beside the answer, sheets on paper, support, the check for anybody."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.eligibility import actions, queries
from wir.eligibility.models import Circumstances as StoredCircumstances
from wir.eligibility.rules import Activity
from wir.eligibility.rules.circumstances import CircumstanceProblem, Circumstances
from wir.eligibility.rules.vocabulary import CooperationBreach
from wir.eligibility.tests.test_pages import text_of
from wir.people.models import Person
from wir.privacy.models import AuditEntry

SignIn = Callable[[User], Client]


def at(name: str, person: Person, *more: str) -> str:
    return reverse(f"eligibility:{name}", args=[person.pk, *more])


def rows() -> dict[str, int]:
    """Count the rows of every table, as the acting user sees them."""
    counts = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select count(*) from "{table}"')
            counts[table] = cursor.fetchone()[0]
    return counts


def test_an_assumption_that_could_harm_is_answered_and_written_nowhere(
    amina: Person, ada: User, sign_in: SignIn, acting_as: AskAs, caplog: pytest.LogCaptureFixture
) -> None:
    browser = sign_in(ada)
    with acting_as(ada):
        before = rows()
    sent = {
        "activity": "employment_unskilled",
        "on": "2026-11-24",
        "own_conduct_obstacle": "deception",
        "own_conduct_causal": "True",
    }

    response = browser.post(at("trial", amina), sent)

    assert "Nein" in text_of(response.content)
    assert "Antwort, nicht gespeichert" in text_of(response.content)
    assert "no-store" in response.headers["Cache-Control"]
    with acting_as(ada) as actor:
        after = rows()
        line = AuditEntry.objects.get(kind="read")
        facts = queries.facts_of(actor, amina.pk, TODAY)
    # that the page was read stands in the trail, and nothing of what was assumed or answered
    assert after == before | {"privacy_auditentry": before["privacy_auditentry"] + 1}
    assert (line.verb, line.subject_id, line.detail) == (
        "people.file_read",
        amina.pk,
        {"page": "eligibility:trial"},
    )
    assert (facts.own_conduct_obstacle, facts.own_conduct_causal) == ("none", None)
    assert "deception" not in caplog.text
    assert "Ja, mit Erlaubnis" in text_of(browser.get(at("work", amina)).content)


def test_a_trial_with_a_day_that_cannot_be_is_explained(amina: Person, ada: User, sign_in: SignIn) -> None:
    response = sign_in(ada).post(at("trial", amina), {"activity": "employment_unskilled", "on": "31.02.2026"})

    assert response.status_code == 422
    assert "Diesen Tag gibt es nicht im Kalender" in text_of(response.content)


@pytest.mark.parametrize(
    "told",
    [
        Circumstances(cooperation_breach=CooperationBreach.SERIOUS_UNEXCUSED),
        Circumstances(own_conduct_causal=True),
    ],
)
def test_what_could_harm_is_kept_only_with_the_notice_of_an_authority(
    told: Circumstances, amina: Person, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(actions.CannotRecordCircumstances) as refusal:
            actions.record_circumstances(person=amina, told=told, today=TODAY, actor=actor)
        assert not StoredCircumstances.objects.exists()

    assert refusal.value.problems == [
        CircumstanceProblem.FINDING_WITHOUT_NOTICE,
        CircumstanceProblem.FINDING_WITHOUT_DAY,
    ]


def test_a_missing_fact_is_filled_in_beside_the_answer_and_the_rest_stays(
    omar: Person, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        told = Circumstances(refugee_background=True)
        actions.record_circumstances(person=omar, told=told, today=TODAY, actor=actor)
    browser = sign_in(ada)
    page = browser.get(at("work", omar)).content.decode()
    asked = re.findall(r'name="only" value="(\w+)"', page)

    sent = {"only": asked, "accelerated_procedure_ground": "none"}
    response = browser.post(at("circumstances", omar), sent)

    assert asked == ["accelerated_procedure_ground"]
    assert response.status_code == 302
    with acting_as(ada) as actor:
        kept = queries.circumstances_of(actor, omar.pk)
    assert (kept.refugee_background, kept.accelerated_procedure_ground) == (True, "none")


def test_support_and_dwelling_are_shown_with_statute_and_the_flag_to_apply_before(
    amina: Person, ada: User, sign_in: SignIn
) -> None:
    response = sign_in(ada).get(at("support", amina))
    page = text_of(response.content)

    assert "Berufsausbildungsbeihilfe (BAB) Offen unter Voraussetzungen" in page
    assert "Integrationskurs Nicht offen Antrag vor Beginn" in page
    assert "Eingliederungszuschuss (EGZ) § 88 SGB III – Antrag vor Beginn" in page
    assert "§ 4 Abs. 1 S. 2 Nr. 2 DeuFöV" in page
    assert "Ob eine Wohnsitzauflage besteht, ist nicht bekannt." in page
    assert 'href="https://www.gesetze-im-internet.de/sgb_3/__60.html"' in response.content.decode()


def test_the_next_days_stand_below_the_answer(amina: Person, ada: User, sign_in: SignIn) -> None:
    page = text_of(sign_in(ada).get(at("work", amina)).content)

    assert "05.03.2028 Vier Jahre Aufenthalt: Zustimmung der Bundesagentur entfällt" in page


def test_the_sheet_for_the_employer_says_only_what_the_employer_must_know(
    amina: Person, ada: User, sign_in: SignIn
) -> None:
    browser = sign_in(ada)

    employer = text_of(browser.get(at("sheet", amina, "arbeitgeber")).content)
    person = text_of(browser.get(at("sheet", amina, "person") + "?words=easy").content)

    assert "ersetzt nicht die Prüfung des Dokuments nach § 4a Abs. 5 AufenthG" in employer
    assert "Keine Rechtsberatung" in employer
    assert "Duldung" not in employer
    assert "Mit einer Duldung entscheidet die Ausländer-Behörde über die Arbeit." in person
    assert "Rechtsstand: 19.08.2026." in person


@pytest.mark.parametrize("audience", ["person", "arbeitgeber"])
def test_a_sheet_is_one_page_of_pdf_whose_name_tells_nothing_of_the_person(
    audience: str, amina: Person, ada: User, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[int] = []
    weasyprint = import_module("weasyprint")
    render = weasyprint.HTML.render

    def counted(*told: object, **options: object) -> object:
        document = render(*told, **options)
        pages.append(len(document.pages))
        return document

    monkeypatch.setattr(weasyprint.HTML, "render", counted)

    response = sign_in(ada).get(at("sheet", amina, audience) + "?format=pdf")

    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")
    assert "Malik" not in response.headers["Content-Disposition"]
    assert pages == [1]


def test_without_pango_the_page_itself_is_to_be_printed(
    amina: Person, ada: User, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise OSError(f"cannot load library for {name}")

    monkeypatch.setattr("wir.kit.paper.import_module", missing)

    response = sign_in(ada).get(at("sheet", amina, "person") + "?format=pdf")

    assert response.headers["Content-Type"].startswith("text/html")
    assert "Dieser Rechner kann kein PDF erzeugen" in text_of(response.content)


def test_strangers_find_no_sheet_no_support_and_no_trial(
    amina: Person, bela: User, cem: User, sign_in: SignIn
) -> None:
    for user in (bela, cem):
        browser = sign_in(user)
        for address in (at("support", amina), at("trial", amina), at("sheet", amina, "person")):
            assert browser.get(address).status_code == 404


def test_an_unknown_sheet_is_not_found(amina: Person, ada: User, sign_in: SignIn) -> None:
    assert sign_in(ada).get(at("sheet", amina, "nachbar")).status_code == 404
    assert sign_in(ada).get(at("sheet", amina, "person") + "?on=never").status_code == 404


def test_pages_beside_the_answer_keep_to_the_budget(
    amina: Person, ada: User, sign_in: SignIn, acting_as: AskAs, queries_stay_flat: Callable[..., None]
) -> None:
    browser = sign_in(ada)

    def keep() -> None:
        with acting_as(ada) as actor:
            actions.assess_person(person=amina, activity=Activity.EMPLOYMENT_UNSKILLED, on=TODAY, actor=actor)

    for name in ("work", "support", "trial", "circumstances"):
        address = at(name, amina)
        # one beyond the budget of twelve: which sentences are released in the person's language
        queries_stay_flat(lambda address=address: browser.get(address), keep, at_most=12)
