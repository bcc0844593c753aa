"""Letters to authorities: which fit, what stands in them, and that nothing is typed again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from django.test import Client

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling import actions, queries
from wir.counselling.models import Matter, Stay
from wir.counselling.rules.letters import BLANK, Letter, LetterFacts, letters_for, write
from wir.counselling.rules.matters import Decision, Remedy
from wir.counselling.tests.make import make_matter, make_notice
from wir.people.models import PersonIdentity
from wir.privacy.models import AuditEntry

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
FACTS = LetterFacts(
    name="Yusuf Demir",
    born_on=date(1995, 5, 5),
    street="Neue Straße 1",
    postcode="20457",
    place="Hamburg",
    authority="Jobcenter Hamburg",
    authority_town="20095 Hamburg",
    file_number="123 BG 456",
    subject="Fahrtkosten",
    filed_on=date(2026, 10, 1),
    receipt_on=None,
    dated_on=None,
    received_on=None,
    objection_until=None,
)
ALWAYS = [Letter.DOCUMENTS, Letter.ACCESS, Letter.BLANK]
DECIDED = {"dated_on": date(2026, 11, 2), "received_on": date(2026, 11, 5)}


@pytest.mark.parametrize(
    ("changes", "letters"),
    [
        ({}, [Letter.PROGRESS, Letter.RECEIPT, *ALWAYS]),
        ({"receipt_on": date(2026, 10, 2)}, [Letter.PROGRESS, *ALWAYS]),
        ({"filed_on": None}, ALWAYS),
        (DECIDED, ALWAYS),
        (DECIDED | {"objection_until": TODAY}, [Letter.OBJECTION, *ALWAYS]),
        (DECIDED | {"objection_until": date(2026, 11, 23)}, [*ALWAYS, Letter.OBJECTION]),
    ],
)
def test_only_letters_that_fit_are_offered(changes: dict[str, Any], letters: list[Letter]) -> None:
    assert letters_for(replace(FACTS, **changes), TODAY) == letters


def test_a_letter_holds_what_the_file_knows() -> None:
    letter = write(Letter.PROGRESS, FACTS, TODAY)

    assert letter.sender == ("Yusuf Demir", "Neue Straße 1", "20457 Hamburg")
    assert letter.receiver == ("Jobcenter Hamburg", "20095 Hamburg")
    assert letter.place_and_day == "Hamburg, 24.11.2026"
    assert letter.subject == "Bitte um Sachstand: Fahrtkosten"
    assert letter.references == ("Ihr Zeichen: 123 BG 456", "Yusuf Demir, geboren am 05.05.1995")
    assert letter.paragraphs[0] == "am 01.10.2026 habe ich bei Ihnen einen Antrag gestellt: Fahrtkosten."


def test_a_place_of_several_words_stays_whole_without_its_postcode() -> None:
    letter = write(Letter.BLANK, replace(FACTS, postcode="", place="Frankfurt am Main"), TODAY)

    assert letter.place_and_day == "Frankfurt am Main, 24.11.2026"
    assert letter.sender[2] == "Frankfurt am Main"


def test_what_is_not_known_is_a_line_to_fill_in() -> None:
    bare = replace(
        FACTS, street="", postcode="", place="", file_number="", born_on=None, authority="", authority_town=""
    )

    letter = write(Letter.BLANK, bare, TODAY)

    assert (letter.sender, letter.receiver) == (("Yusuf Demir", BLANK, BLANK), (BLANK,))
    assert letter.place_and_day == "24.11.2026"
    assert letter.references == (f"Ihr Zeichen: {BLANK}", f"Yusuf Demir, geboren am {BLANK}")


@pytest.mark.parametrize("letter", list(Letter))
def test_no_letter_leaves_a_placeholder(letter: Letter) -> None:
    words = write(letter, replace(FACTS, subject="{x} & <b>"), TODAY)

    assert "{subject}" not in " ".join((words.subject, *words.paragraphs))
    assert words.paragraphs


@pytest.fixture
def matter(stay: Stay, ada: User, acting_as: AskAs) -> Matter:
    """Asked for on 1 October, at no authority yet."""
    with acting_as(ada):
        PersonIdentity.objects.filter(pk=stay.person_id).update(street="Neue Straße 1", postcode="20457")
    return make_matter(stay.person, ada, subject="Fahrtkosten & <Kurs>")


def page_of(matter: Matter, below: str = "") -> str:
    return f"/faelle/{matter.person_id}/behoerden/{matter.pk}/{below}"


def test_a_text_document_opens_with_the_facts_in_it(
    sign_in: SignIn, matter: Matter, ada: User, acting_as: AskAs
) -> None:
    answer = sign_in(ada).post(page_of(matter, "brief/"), {"letter": "documents", "as": "odt"})

    with ZipFile(BytesIO(answer.content)) as parts:
        first = parts.infolist()[0]
        content = ElementTree.fromstring(parts.read("content.xml"))  # noqa: S314 we wrote it ourselves
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert parts.read("mimetype").decode() == answer["Content-Type"]
    text = "\n".join("".join(one.itertext()) for one in content.iter() if one.tag.endswith("}p"))
    assert answer["Content-Disposition"] == 'attachment; filename="brief-NORD-00001.odt"'
    assert "zu meinem Antrag (Fahrtkosten & <Kurs>) übersende ich" in text
    with acting_as(ada):
        line = AuditEntry.objects.get(verb="counselling.letter_written")
        assert (line.subject_id, line.detail) == (matter.person_id, {"letter": "documents"})


def test_the_same_letter_comes_as_a_page_to_print(sign_in: SignIn, matter: Matter, ada: User) -> None:
    page = page_of(matter, "brief/") + "?form=html"

    words = sign_in(ada).post(page, {"letter": "access", "as": "pdf"}).content.decode()

    assert "Bitte um Akteneinsicht: Fahrtkosten &amp; &lt;Kurs&gt;" in words


def test_an_objection_is_offered_while_a_notice_can_be_contested_by_one(
    sign_in: SignIn, matter: Matter, ada: User, acting_as: AskAs
) -> None:
    client = sign_in(ada)
    before = client.post(page_of(matter, "brief/"), {"letter": "objection", "as": "odt"}, follow=True)
    make_notice(matter, ada, decision=Decision.REFUSED, remedy=Remedy.OBJECTION)

    page = client.get(page_of(matter)).content.decode()
    after = client.post(page_of(matter, "brief/"), {"letter": "objection", "as": "odt"})

    assert "passt nicht zu dem Stand" in before.content.decode()
    assert "Ein Widerspruch muss" in page
    assert after["Content-Type"] == "application/vnd.oasis.opendocument.text"
    with acting_as(ada):
        assert AuditEntry.objects.filter(verb="counselling.letter_written").count() == 1


def test_of_two_notices_the_objection_is_against_the_one_that_becomes_final_first(
    matter: Matter, ada: User, acting_as: AskAs
) -> None:
    older = make_notice(
        matter,
        ada,
        remedy=Remedy.OBJECTION,
        dated_on=date(2026, 11, 2),
        posted_on=None,
        received_on=date(2026, 11, 4),
    )
    make_notice(
        matter,
        ada,
        remedy=Remedy.OBJECTION,
        dated_on=date(2026, 11, 9),
        posted_on=None,
        received_on=date(2026, 11, 11),
    )
    make_notice(
        matter,
        ada,
        decision=Decision.GRANTED,
        dated_on=date(2026, 11, 16),
        posted_on=None,
        received_on=date(2026, 11, 18),
    )
    with acting_as(ada) as actor:
        found = queries.matter_or_none(actor, matter.person_id, matter.pk)
        assert found is not None
        facts = queries.letter_facts(found, TODAY)
        once = queries.letter_facts(found, date(2027, 3, 1))

    assert (facts.dated_on, facts.objection_until) == (date(2026, 11, 2), older.period().safe.last_day)
    assert once.dated_on == date(2026, 11, 9)


def test_a_letter_that_does_not_fit_is_refused_by_the_action(
    matter: Matter, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(actions.CannotWrite):
            actions.write_letter(matter=matter, letter=Letter.OBJECTION, today=TODAY, actor=actor)

        assert not AuditEntry.objects.filter(verb="counselling.letter_written").exists()
