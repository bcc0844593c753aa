"""The meaning of column headings, in any order and spelling."""

import pytest

from wir.people.rules.column_names import HEADINGS
from wir.people.rules.columns import Column, ColumnFinding, Match, match_heading, recognise_columns
from wir.people.rules.spelling import plain


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Vorname", Column.GIVEN_NAMES),
        ("VORNAME(N)", Column.GIVEN_NAMES),
        ("Familienname", Column.FAMILY_NAME),
        ("Name, Vorname", Column.FAMILY_NAME_FIRST),
        ("Vor- und Nachname", Column.GIVEN_NAME_FIRST),
        ("Teilnehmer/in", Column.FULL_NAME),
        ("Geb.-Datum", Column.BIRTH_DATE),
        ("geb. am", Column.BIRTH_DATE),
        ("Geburtsdatum (TT.MM.JJJJ)", Column.BIRTH_DATE),
        ("Geschlecht (m/w/d)", Column.GENDER),
        ("m/w/d", Column.GENDER),
        ("Staatsangehörigkeit(en)", Column.NATIONALITY),
        ("Staatsangehoerigkeit", Column.NATIONALITY),
        ("Nationalität *", Column.NATIONALITY),
        ("Aufenthaltsstatus", Column.STATUS),
        ("§ AufenthG", Column.LEGAL_BASIS),
        ("gültig bis", Column.STATUS_VALID_UNTIL),
        ("Einreisedatum", Column.ENTERED_ON),
        ("Eintritt", Column.JOINED_ON),
        ("arbeitslos gemeldet seit", Column.REGISTERED_ON),
        ("Sprachkenntnisse", Column.LANGUAGES),
        ("Muttersprache", Column.NATIVE_LANGUAGE),
        ("Deutschniveau", Column.GERMAN_LEVEL),
        ("Handy-Nr.", Column.PHONE),
        ("Tel.", Column.PHONE),
        ("E-Mail", Column.EMAIL),
        ("Straße, Hausnummer", Column.STREET),
        ("Hausnr.", Column.HOUSE_NUMBER),
        ("PLZ", Column.POSTCODE),
        ("PLZ / Ort", Column.POSTCODE_AND_PLACE),
        ("Wohnort", Column.PLACE),
        ("Anschrift", Column.ADDRESS),
        ("Schulabschluss", Column.SCHOOLING),
        ("Beruf", Column.TRAINING),
        ("Fallnummer", Column.CASE_NUMBER),
        ("lfd. Nr.", Column.LINE_NUMBER),
        ("Bemerkungen", Column.NOTE),
        ("Grund", Column.REASON),
    ],
)
def test_a_known_heading_is_recognised_whatever_its_punctuation(heading: str, column: Column) -> None:
    assert match_heading(heading) == (column, Match.EXACT, ())


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Gebutsdatum", Column.BIRTH_DATE),
        ("Staatsangehörigkiet", Column.NATIONALITY),
        ("Aufenthaltstatus", Column.STATUS),
        ("Telefonummer", Column.PHONE),
    ],
)
def test_a_misspelt_heading_is_recognised_as_similar(heading: str, column: Column) -> None:
    assert match_heading(heading) == (column, Match.SIMILAR, ())


@pytest.mark.parametrize(
    "heading",
    [
        "Schuhgröße",
        "",
        "X",
        "42",
        "Kinder",
        "Name des Arbeitgebers",
        "Familienname der Mutter",
        "Ausreisedatum",
        "Austrittsdatum",
        "Ende der Teilnahme",
        "Faxnummer",
    ],
)
def test_an_unknown_heading_is_not_guessed(heading: str) -> None:
    assert match_heading(heading) == (None, Match.UNKNOWN, ())


def test_a_heading_between_two_meanings_is_unclear() -> None:
    assert match_heading("Teilnehmern") == (None, Match.UNCLEAR, (Column.CASE_NUMBER, Column.FULL_NAME))


def test_name_alone_is_the_whole_name_and_beside_vorname_the_family_name() -> None:
    assert [finding.column for finding in recognise_columns(["Name", "PLZ"])] == [
        Column.FULL_NAME,
        Column.POSTCODE,
    ]
    assert recognise_columns(["Vorname", "Name", "Schuhgröße"]) == (
        ColumnFinding(0, "Vorname", Column.GIVEN_NAMES, Match.EXACT),
        ColumnFinding(1, "Name", Column.FAMILY_NAME, Match.EXACT),
        ColumnFinding(2, "Schuhgröße", None, Match.UNKNOWN),
    )


def test_every_heading_of_the_table_stands_in_the_form_it_is_looked_up_in() -> None:
    assert [heading for heading in HEADINGS if plain(heading) != heading] == []
