"""People are found however their names are spelt, by those who may see them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.cast import TODAY, AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.network.models import Project
from wir.people import queries
from wir.people.models import Person

Flat = Callable[..., None]
PEOPLE = [
    ("Mohammed", "Al-Hassan", date(1990, 2, 1)),
    ("Yusuf", "Demir", date(1985, 5, 5)),
    ("Fatima", "Sheikh", date(1999, 9, 8)),
    ("Oleksandr", "Kowalenko", None),
    ("Zoë", "O'Brien-Müller", date(1991, 3, 4)),
    ("Tesfay", "Gebremedhin", date(1994, 1, 1)),
]


@pytest.fixture
def people(hafen: Project, turm: Project, tal: Project) -> list[Person]:
    """Six in Ada's sub-project; a namesake of the first in each of the others."""
    for place in (turm, tal):
        make_person(place, given_names="Mohammed", family_names="Al-Hassan", birth_date=date(1990, 2, 1))
    return [
        make_person(hafen, given_names=given, family_names=family, birth_date=born)
        for given, family, born in PEOPLE
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Muhamad Alhasan", "Al-Hassan, Mohammed"),
        ("al hassan, mohamed", "Al-Hassan, Mohammed"),
        ("Jussuf Demir", "Demir, Yusuf"),
        ("Yousef", "Demir, Yusuf"),
        ("Fatma Schaich", "Sheikh, Fatima"),
        ("Kovalenko", "Kowalenko, Oleksandr"),
        ("Obrien Mueller", "O'Brien-Müller, Zoë"),
        ("Zoe Muller", "O'Brien-Müller, Zoë"),
        ("Gebremedin Tesfai", "Gebremedhin, Tesfay"),
        ("gebremed", "Gebremedhin, Tesfay"),
        ("NORD-00003", "Demir, Yusuf"),
        (" nord-00003 ", "Demir, Yusuf"),
    ],
)
def test_a_name_is_found_in_another_spelling_and_a_case_by_its_number(
    people: list[Person], ada: User, acting_as: AskAs, words: str, name: str
) -> None:
    with acting_as(ada) as actor:
        found = queries.search(actor, words, today=TODAY)

    assert found[0].name == name
    assert found[0].project_name == "Hafen"


@pytest.mark.parametrize("words", ["", " ", "x", "%", "Wandschneider", "CEM-99999", "'; drop table x; --"])
def test_what_is_like_nobody_finds_nobody(
    people: list[Person], ada: User, acting_as: AskAs, words: str
) -> None:
    with acting_as(ada) as actor:
        assert queries.search(actor, words, today=TODAY) == []


def test_nobody_finds_the_people_of_others(
    people: list[Person], *, ada: User, bela: User, cem: User, emil: User, acting_as: AskAs
) -> None:
    found = {}
    for user in (ada, bela, cem, emil):
        with acting_as(user) as actor:
            found[user.name] = [
                one.project_name for one in queries.search(actor, "Mohamed Al Hasan", today=TODAY)
            ]

    assert found == {"Ada": ["Hafen"], "Bela": ["Turm"], "Cem": ["Tal"], "Emil": []}


def test_no_more_are_found_than_asked_for(hafen: Project, ada: User, acting_as: AskAs) -> None:
    for _ in range(5):
        make_person(hafen)

    with acting_as(ada) as actor:
        assert len(queries.search(actor, "Demir", limit=3, today=TODAY)) == 3


@pytest.mark.parametrize(
    ("given", "family", "born", "names"),
    [
        ("Muhammad", "Alhassan", None, ["Al-Hassan, Mohammed"]),
        ("Mohamed", "El Hassan", date(1970, 1, 1), ["Al-Hassan, Mohammed"]),
        ("Mohammed", "Hasani", date(1990, 2, 1), ["Al-Hassan, Mohammed"]),
        ("Mohammed", "Karimi", date(1970, 1, 1), []),
        ("Demir", "Jusuf", None, ["Demir, Yusuf"]),
        ("Selam", "Kidane", date(1994, 1, 1), []),
        ("Nobody", "Atall", date(1990, 2, 1), []),
    ],
)
def test_who_may_be_the_same_person_is_shown_before_somebody_is_added(
    people: list[Person],
    *,
    ada: User,
    acting_as: AskAs,
    given: str,
    family: str,
    born: date | None,
    names: list[str],
) -> None:
    with acting_as(ada) as actor:
        found = queries.likely_same(actor, given=given, family=family, birth_date=born)

    assert [one.name for one in found] == names


def test_a_search_costs_the_same_however_many_are_found(
    hafen: Project, ada: User, acting_as: AskAs, queries_stay_flat: Flat
) -> None:
    def search() -> None:
        with acting_as(ada) as actor:
            queries.search(actor, "Demir", today=TODAY)

    queries_stay_flat(search, lambda: make_person(hafen), at_most=6)


@pytest.mark.parametrize(
    ("words", "name", "reasons"),
    [
        ("محمد الحسن", "Al-Hassan, Mohammed", ["other_spelling"]),
        ("Мохаммед", "Al-Hassan, Mohammed", ["other_spelling"]),
        ("Олександр Коваленко", "Kowalenko, Oleksandr", ["other_spelling"]),
        ("ተስፋይ ገብረመድህን", "Gebremedhin, Tesfay", ["other_spelling"]),
        ("Demir Yusuf", "Demir, Yusuf", ["same_name"]),
        ("5.5.1985", "Demir, Yusuf", ["same_birth_date"]),
        ("1985-05-05 Jussuf", "Demir, Yusuf", ["same_birth_date", "other_spelling"]),
        ("0170 / 12 34 567", "Rahmani, Navid", ["same_phone"]),
        ("+49 170 1234567", "Rahmani, Navid", ["same_phone"]),
        ("1234567", "Rahmani, Navid", ["same_phone"]),
        ("nord 9", "Rahmani, Navid", ["case_number"]),
        ("9", "Rahmani, Navid", ["case_number"]),
    ],
)
def test_one_field_finds_by_any_script_day_number_and_says_why(
    people: list[Person],
    hafen: Project,
    *,
    ada: User,
    acting_as: AskAs,
    words: str,
    name: str,
    reasons: list[str],
) -> None:
    make_person(hafen, given_names="Adna", family_names="Zukić")
    make_person(hafen, given_names="Navid", family_names="Rahmani", phone="0170 1234567")

    with acting_as(ada) as actor:
        found = queries.search(actor, words, today=TODAY)

    assert (found[0].name, list(found[0].reasons)) == (name, reasons)


def test_a_telephone_number_or_swapped_birth_date_is_a_reason_to_ask_before_a_file_is_opened(
    hafen: Project, turm: Project, ada: User, acting_as: AskAs
) -> None:
    for project in (hafen, turm):
        make_person(
            project,
            given_names="Navid",
            family_names="Rahmani",
            phone="0170 1234567",
            birth_date=date(1990, 2, 1),
        )

    def ask(
        given: str, family: str, born: date | None = None, phone: str = ""
    ) -> list[tuple[str, list[str]]]:
        with acting_as(ada) as actor:
            found = queries.likely_same(actor, given=given, family=family, birth_date=born, phone=phone)
        return [(one.project_name, list(one.reasons)) for one in found]

    assert ask("Nawid", "Rahmany", date(1990, 1, 2)) == [
        ("Hafen", ["day_and_month_swapped", "same_name"]),
    ]
    assert ask("Selam", "Kidane", phone="0049170 1234567") == [("Hafen", ["same_phone"])]
    assert ask("Selam", "Kidane", date(1990, 2, 1)) == []


def test_a_corrected_name_and_one_in_the_original_script_are_found_and_the_old_one_is_not(
    hafen: Project, ada: User, acting_as: AskAs
) -> None:
    person = make_person(hafen)

    with acting_as(ada) as actor:
        identity = person.identity
        identity.given_names, identity.family_names, identity.original_name = "Selam", "Tekle", "ሰላም ተክለ"
        identity.other_names = ["Selamawit Hagos"]
        identity.save()
        found = [
            [one.name for one in queries.search(actor, words, today=TODAY)]
            for words in ("ተክለ", "Selamavit", "ሓጎስ", "Demir")
        ]

    assert found == [["Tekle, Selam"], ["Tekle, Selam"], ["Tekle, Selam"], []]
