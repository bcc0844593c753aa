"""The check for anybody: one simple question at a time, nothing kept."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client

from wir.eligibility.tests.test_more_pages import rows
from wir.eligibility.tests.test_pages import text_of

SELF = "/selbstcheck/"
TOLERATED = {
    "activity": "employment_unskilled",
    "paper": "duldung",
    "age": "yes",
    "country": "other",
    "centre": "no",
    "stay": "under48",
    "identity": "no",
    "note": "unsure",
}


@pytest.mark.django_db
def test_the_self_check_asks_one_question_at_a_time_and_keeps_nothing() -> None:
    browser = Client(enforce_csrf_checks=True)
    asked: list[str] = []
    sent: dict[str, str] = {}
    before = rows()

    response = browser.get(SELF)
    while match := re.search(r'name="asked" value="(\w+)"', response.content.decode()):
        asked.append(match[1])
        sent[match[1]] = TOLERATED[match[1]]
        response = browser.post(SELF, sent)

    assert asked == list(TOLERATED)
    assert len(asked) <= 10
    page = text_of(response.content)
    assert "Ja, mit Erlaubnis Zuerst muss die Ausländer-Behörde genau diese Arbeit erlauben." in page
    assert "§ 60a Abs. 5b S. 1 AufenthG" in page
    assert "Fragen Sie eine Beratungs-Stelle" in page
    assert (dict(response.cookies), dict(browser.cookies)) == ({}, {})
    # the limit of requests keeps one moment for the address, as a keyed hash, whatever was answered
    assert rows() == before | {"kit_rate": 1}
    with connection.cursor() as cursor:
        cursor.execute("select * from kit_rate")
        columns = [one.name for one in cursor.description]
        ((key, _paid_at),) = cursor.fetchall()
    assert columns == ["key", "paid_at"]
    assert re.fullmatch("[0-9a-f]{32}", key)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({}, "Ja, mit Erlaubnis"),
        ({"identity": "yes"}, "Nein"),
        ({"identity": "unsure"}, "Noch nicht zu entscheiden"),
        ({"stay": "under3"}, "Nein"),
        ({"stay": "unsure"}, "Noch nicht zu entscheiden"),
        ({"centre": "unsure"}, "Noch nicht zu entscheiden"),
        ({"country": "SRB"}, "Noch nicht zu entscheiden"),
        ({"country": "union"}, "Noch nicht zu entscheiden"),
        ({"age": "no"}, "Nein"),
        ({"activity": "job_shadowing"}, "Ja"),
        ({"paper": "unsure"}, "Noch nicht zu entscheiden"),
        ({"paper": "aufenthaltserlaubnis", "basis": "AufenthG:25:3"}, "Ja"),
        ({"paper": "aufenthaltserlaubnis", "basis": "unsure"}, "Noch nicht zu entscheiden"),
        ({"paper": "niederlassungserlaubnis"}, "Ja"),
        ({"paper": "aufenthaltsgestattung", "fast": "no"}, "Ja, mit Erlaubnis"),
        ({"paper": "aufenthaltsgestattung", "fast": "yes"}, "Noch nicht zu entscheiden"),
        ({"paper": "aufenthaltsgestattung", "fast": "no", "country": "GEO"}, "Noch nicht zu entscheiden"),
        ({"paper": "fiktionsbescheinigung", "note": "erwerbstaetigkeit_erlaubt"}, "Ja"),
    ],
)
def test_the_self_check_answers_and_never_guesses(changes: dict[str, str], answer: str) -> None:
    page = text_of(Client().post(SELF, TOLERATED | changes).content)

    assert f"Die Antwort {answer} " in page


@pytest.mark.django_db
def test_the_self_check_speaks_english_and_goes_back() -> None:
    english = Client().post(SELF, {"language": "en", "activity": "employment_unskilled"})
    wrong = Client().post(SELF, {"asked": "activity"})

    assert english.headers["Content-Language"] == "en"
    assert "Which paper do you have?" in text_of(english.content)
    assert (wrong.status_code, "Bitte wählen Sie eine der Antworten." in text_of(wrong.content)) == (
        422,
        True,
    )
