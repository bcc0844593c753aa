"""From rows to persons: what is taken, what is unclear, what is refused."""

from datetime import date
from typing import Any

import pytest

from wir.people.rules.cells import LanguageSkill
from wir.people.rules.columns import Column, Match
from wir.people.rules.facts import Gender, Level, ResidenceStatus
from wir.people.rules.lists import ListReading, PersonValues, Problem, ProblemCode, RowReading, understand
from wir.people.rules.raw import Cell, RawList, RawRow

TODAY = date(2026, 11, 24)
FIRST = 2  # row number of the first row below the header


def read(header: list[str], *rows: list[Cell]) -> ListReading:
    """Return the reading of a list whose header stands in row 1."""
    raw = RawList(1, tuple(header), tuple(RawRow(at, tuple(row)) for at, row in enumerate(rows, start=FIRST)))
    return understand(raw, today=TODAY)


def only(header: list[str], row: list[Cell]) -> RowReading:
    """Return the reading of a list of one row."""
    (reading,) = read(header, row).rows
    return reading


def test_a_full_row_becomes_a_person() -> None:
    row: dict[str, Cell] = {
        "Nr.": 1.0,
        "Fallnummer": "WIR-0042",
        "Name": "AL-HASSAN",
        "Vorname": "Ahmad",
        "Geburtsdatum": date(1990, 2, 1),
        "Geburtsort": "Aleppo",
        "Geschlecht": "m",
        "Staatsangehörigkeit": "syrisch",
        "Aufenthaltsstatus": "AE § 25 Abs. 2",
        "gültig bis": "31.12.2027",
        "Einreise": "05.10.2015",
        "Projekteintritt": "01.12.2026",
        "arbeitslos seit": "01.09.2026",
        "Muttersprache": "Arabisch",
        "Deutschniveau": "B1",
        "Sprachen": "Englisch A2",
        "Telefon": "030 23125123",
        "Handy": 1713920012.0,
        "E-Mail": "ahmad@example.org",
        "Straße": "Musterweg",
        "Hausnr.": 5.0,
        "PLZ": 1067.0,
        "Ort": "Dresden",
        "Schulabschluss": "12 Jahre",
        "Beruf": "Schneider",
        "Bemerkungen": "sucht Arbeit",
        "Schuhgröße": 43.0,
    }

    reading = only(list(row), list(row.values()))

    assert reading == RowReading(
        FIRST,
        PersonValues(
            case_number="WIR-0042",
            given_names="Ahmad",
            family_name="Al-Hassan",
            birth_date=date(1990, 2, 1),
            birth_place="Aleppo",
            gender=Gender.MALE,
            nationalities=("SYR",),
            status=ResidenceStatus.AUFENTHALTSERLAUBNIS,
            legal_basis="AufenthG:25:2",
            status_valid_until=date(2027, 12, 31),
            entered_on=date(2015, 10, 5),
            joined_on=date(2026, 12, 1),
            registered_on=date(2026, 9, 1),
            languages=(
                LanguageSkill("ar", Level.NATIVE),
                LanguageSkill("de", Level.B1),
                LanguageSkill("en", Level.A2),
            ),
            phones=("+493023125123", "+491713920012"),
            email="ahmad@example.org",
            street="Musterweg 5",
            postcode="01067",
            place="Dresden",
            schooling="12 Jahre",
            training="Schneider",
            note="sucht Arbeit",
            other=(("Schuhgröße", "43"),),
        ),
    )


def test_columns_without_a_meaning_are_reported_and_their_cells_kept() -> None:
    reading = read(["Name", "Schuhgröße"], ["Hassan, Ahmad", "43"])

    assert [(finding.column, finding.match) for finding in reading.columns] == [
        (Column.FULL_NAME, Match.EXACT),
        (None, Match.UNKNOWN),
    ]
    assert reading.rows[0].values.other == (("Schuhgröße", "43"),)


def test_the_reason_of_an_earlier_refusal_and_the_line_number_are_ignored() -> None:
    reading = only(["Nr.", "Name", "Geburtsdatum", "Grund"], ["7", "Hassan, Ali", "1.2.1990", "zu alt"])

    assert reading == RowReading(
        FIRST, PersonValues(given_names="Ali", family_name="Hassan", birth_date=date(1990, 2, 1))
    )


def test_a_row_without_any_name_is_refused() -> None:
    reading = only(["Name", "Vorname", "Geburtsdatum"], [None, "-", "1.2.1990"])

    assert reading.refused == (Problem(FIRST, None, "", "", ProblemCode.NAME_MISSING),)
    assert reading.is_refused


def test_one_name_is_enough() -> None:
    assert only(["Name", "Vorname", "Geb."], [None, "Ahmad", "1.2.1990"]).refused == ()


def test_a_name_that_cannot_be_read_is_refused_once_and_named() -> None:
    assert only(["Name", "Geb."], ["Ali2", "1.2.1990"]).refused == (
        Problem(FIRST, Column.FULL_NAME, "Name", "Ali2", ProblemCode.NAME_HAS_DIGITS),
    )


@pytest.mark.parametrize("nothing", [None, "-", "?"])
def test_a_missing_birth_date_is_unclear_but_not_refused(nothing: Cell) -> None:
    reading = only(["Name", "Geb.-Datum"], ["Hassan, Ali", nothing])

    assert reading.refused == ()
    assert reading.unclear == (
        Problem(FIRST, Column.BIRTH_DATE, "Geb.-Datum", "", ProblemCode.BIRTH_DATE_MISSING),
    )


def test_a_year_of_birth_is_kept_and_unclear() -> None:
    reading = only(["Name", "Jahrgang"], ["Hassan, Ali", 1990.0])

    assert (reading.values.birth_date, reading.values.birth_year) == (None, 1990)
    assert reading.unclear == (
        Problem(FIRST, Column.BIRTH_DATE, "Jahrgang", "1990", ProblemCode.YEAR_ONLY, (("year", "1990"),)),
    )


def test_a_birth_date_ahead_is_refused() -> None:
    assert only(["Name", "Geb."], ["Hassan, Ali", "25.11.2026"]).refused == (
        Problem(FIRST, Column.BIRTH_DATE, "Geb.", "25.11.2026", ProblemCode.BIRTH_DATE_IN_FUTURE),
    )


def test_columns_that_contradict_each_other_about_who_is_meant_are_refused() -> None:
    header = ["Name, Vorname", "Nachname", "Vorname", "Geb.", "Geburtsdatum", "Geschlecht", "Anrede"]

    reading = only(header, ["Hassan, Ali", "Omar", "Ali", "1.2.1990", "2.2.1990", "m", "Frau"])

    assert [(problem.column, problem.text, problem.code) for problem in reading.refused] == [
        (Column.FAMILY_NAME_FIRST, "Hassan, Ali", ProblemCode.CONTRADICTION),
        (Column.BIRTH_DATE, "1.2.1990 | 2.2.1990", ProblemCode.CONTRADICTION),
        (Column.GENDER, "m | Frau", ProblemCode.CONTRADICTION),
    ]


def test_columns_that_say_the_same_do_not_contradict() -> None:
    header = ["Name, Vorname", "Nachname", "Vorname", "Geb.", "Geschlecht", "Anrede"]

    assert only(header, ["HASSAN, Ali", "Hassan", "Ali", "1.2.1990", "w", "Frau"]).refused == ()


def test_a_contradiction_about_less_is_only_unclear_and_neither_is_taken() -> None:
    reading = only(["Name", "Geb.", "Ort", "Wohnort"], ["Hassan, Ali", "1.2.1990", "Berlin", "Köln"])

    assert reading.refused == ()
    assert reading.values.place == ""
    assert reading.unclear == (
        Problem(FIRST, Column.PLACE, "Ort", "Berlin | Köln", ProblemCode.CONTRADICTION),
    )


def test_a_second_person_of_the_same_name_and_birth_date_is_refused_with_the_first_row() -> None:
    reading = read(
        ["Name", "Vorname", "Geb."],
        ["AL-HASSAN", "Ahmad", "1.2.1990"],
        ["Al-Hassan", "Ahmad", "2.2.1990"],
        ["Al Hassan", " ahmad ", date(1990, 2, 1)],
    )

    assert [row.is_refused for row in reading.rows] == [False, False, True]
    assert reading.rows[2].refused == (
        Problem(4, None, "", "Al Hassan, ahmad", ProblemCode.DUPLICATE_IN_LIST, (("first_row", str(FIRST)),)),
    )


def test_the_same_name_without_a_birth_date_is_only_unclear() -> None:
    reading = read(["Name", "Geb."], ["Hassan, Ali", "1.2.1990"], ["Hassan, Ali", None])

    assert [problem.code for problem in reading.rows[1].unclear] == [
        ProblemCode.BIRTH_DATE_MISSING,
        ProblemCode.PERHAPS_DUPLICATE_IN_LIST,
    ]
    assert reading.rows[1].unclear[1].params == (("first_row", str(FIRST)),)


def test_a_row_refused_anyway_keeps_only_its_own_reason() -> None:
    header: list[str] = ["Name", "Geb.", "Geschlecht", "Anrede"]

    rows = read(header, ["Hassan, Ali", "1.2.90", "m", "Herr"], ["Hassan, Ali", "1.2.90", "m", "Frau"]).rows

    assert [problem.code for problem in rows[1].refused] == [ProblemCode.CONTRADICTION]


def test_a_refused_row_does_not_stand_in_the_way_of_its_corrected_twin() -> None:
    reading = read(
        ["Name", "Geb.", "Geschlecht", "Anrede"],
        ["Hassan, Ali", "1.2.1990", "m", "Frau"],
        ["Hassan, Ali", "1.2.1990", "m", "Herr"],
    )

    assert [row.is_refused for row in reading.rows] == [True, False]


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (["Status", "§"], ["AE", "25 III"], ("aufenthaltserlaubnis", None)),
        (["Status", "Paragraf"], ["AE", "25 III"], ("aufenthaltserlaubnis", "AufenthG:25:3")),
        (["Status", "Paragraf"], ["AE § 25 III", "§ 25 III"], ("aufenthaltserlaubnis", "AufenthG:25:3")),
        (["Rechtsgrundlage"], [24.0], ("aufenthaltserlaubnis", "AufenthG:24")),
    ],
)
def test_status_and_section_in_two_columns_are_one_citation(
    header: list[str], row: list[Any], expected: tuple[str, str | None]
) -> None:
    values = only(["Name", *header], ["Hassan, Ali", *row]).values

    assert (values.status, values.legal_basis) == expected


def test_a_title_without_end_has_no_last_day_and_raises_no_doubt() -> None:
    reading = only(["Name", "Geb.", "Status", "Titel bis"], ["Hassan, Ali", "1.2.1990", "NE", "unbefristet"])

    assert (reading.values.status, reading.values.status_valid_until) == (
        ResidenceStatus.NIEDERLASSUNGSERLAUBNIS,
        None,
    )
    assert reading.unclear == ()


def test_two_last_days_that_differ_are_unclear() -> None:
    reading = only(
        ["Name", "Geb.", "Status", "gültig bis"],
        ["Hassan, Ali", "1.2.1990", "Duldung bis 1.2.2027", "2.2.2027"],
    )

    assert reading.values.status_valid_until is None
    assert reading.unclear == (
        Problem(FIRST, Column.STATUS_VALID_UNTIL, "gültig bis", "2.2.2027", ProblemCode.CONTRADICTION),
    )


def test_an_address_in_one_cell_fills_street_postcode_and_place() -> None:
    values = only(["Name", "Anschrift"], ["Hassan, Ali", "Musterweg 5, 10115 Berlin"]).values

    assert (values.street, values.postcode, values.place) == ("Musterweg 5", "10115", "Berlin")


def test_a_house_number_that_became_a_date_is_unclear() -> None:
    reading = only(
        ["Name", "Geb.", "Straße", "Hausnr."], ["Hassan, Ali", "1.2.1990", "Weg", date(2026, 5, 3)]
    )

    assert reading.values.street == "Weg"
    assert [problem.code for problem in reading.unclear] == [ProblemCode.HOUSE_NUMBER_IS_A_DATE]


def test_nobody_enters_before_birth() -> None:
    reading = only(["Name", "Geb.", "Einreise"], ["Hassan, Ali", "1.2.1990", "31.1.1990"])

    assert reading.values.entered_on is None
    assert reading.unclear == (
        Problem(FIRST, Column.ENTERED_ON, "Einreise", "31.01.1990", ProblemCode.DATES_OUT_OF_ORDER),
    )


def test_a_formula_is_unclear_in_every_column_and_refused_as_a_name() -> None:
    reading = only(["Name", "Geb.", "Ort", "Status"], ["=A1", "=B1", "=C1", "=D1"])

    assert [(problem.column, problem.text) for problem in reading.refused] == [(Column.FULL_NAME, "=A1")]
    assert {problem.code for problem in (*reading.refused, *reading.unclear)} == {ProblemCode.FORMULA}
    assert [problem.column for problem in reading.unclear] == [
        Column.BIRTH_DATE,
        Column.STATUS,
        Column.PLACE,
    ]


def test_the_first_day_of_the_paper_comes_from_the_list() -> None:
    raw = RawList(
        1, ("Name", "Status", "ausgestellt am"), (RawRow(2, ("Demir", "Duldung § 60a", "3.2.2025")),)
    )

    (row,) = understand(raw, today=date(2026, 11, 24)).rows

    assert row.values.status_since == date(2025, 2, 3)
    assert row.refused == ()
