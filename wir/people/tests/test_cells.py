"""One kind of cell after the other; no database, no clock."""

from collections.abc import Callable
from datetime import date

import pytest

from wir.people.rules import cells
from wir.people.rules.cells import LanguageSkill
from wir.people.rules.facts import Gender, Level
from wir.people.rules.raw import Cell
from wir.people.rules.readings import ProblemCode, Reading

TODAY = date(2026, 11, 24)


READERS: list[Callable[[Cell], Reading[object]]] = [
    lambda cell: cells.read_birth_date(cell, today=TODAY),
    lambda cell: cells.read_status(cell, today=TODAY),
    cells.read_name,
    cells.read_gender,
    cells.read_nationalities,
    cells.read_languages,
    cells.read_german_level,
    cells.read_phones,
    cells.read_email,
    cells.read_postcode,
    cells.read_address,
]


@pytest.mark.parametrize("read", READERS)
def test_empty_cells_formulas_and_prose_are_not_looked_into(read: Callable[[Cell], Reading[object]]) -> None:
    prose = "a" * 501

    assert [read(cell) for cell in (None, "", "  ")] == [Reading(), Reading(), Reading()]
    assert [read(cell) for cell in ("-", "/", "?")] == [Reading(original=sign) for sign in "-/?"]
    assert read(" =1+1") == Reading(None, ProblemCode.FORMULA, "=1+1")
    assert read(prose) == Reading(None, ProblemCode.TOO_LONG, prose)


def test_free_text_may_be_long_but_is_no_formula_either() -> None:
    assert cells.read_text(" a \n\x00 b " + "c" * 9000).value == "a b " + "c" * 9000
    assert cells.read_text("=1+1") == Reading(None, ProblemCode.FORMULA, "=1+1")


@pytest.mark.parametrize(
    ("gender", "words"),
    [
        (Gender.FEMALE, ["w", "W", "weiblich", "Frau", "Fr.", "f", "female"]),
        (Gender.MALE, ["m", "M.", "männlich", "Männlich", "maennlich", "Herr", "Hr.", "male"]),
        (Gender.NON_BINARY, ["d", "divers", "x", "nicht-binär"]),
    ],
)
def test_gender_is_read_from_word_letter_or_form_of_address(gender: Gender, words: list[str]) -> None:
    assert [cells.read_gender(word) for word in words] == [Reading(gender, original=word) for word in words]


def test_an_unknown_gender_is_doubted_and_no_answer_is_no_doubt() -> None:
    assert cells.read_gender("1") == Reading(None, ProblemCode.GENDER_UNKNOWN, "1")
    assert cells.read_gender("k. A.") == Reading(None, original="k. A.")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Syrien", ("SYR",)),
        ("syrisch", ("SYR",)),
        ("SYRISCH", ("SYR",)),
        ("Syrerin", ("SYR",)),
        ("SYR", ("SYR",)),
        ("SY", ("SYR",)),
        ("Arabische Republik Syrien", ("SYR",)),
        ("Syrian", ("SYR",)),
        ("afghanisch", ("AFG",)),
        ("AFG", ("AFG",)),
        ("Afghanistan", ("AFG",)),
        ("eritreische", ("ERI",)),
        ("äthiopisch", ("ETH",)),
        ("Iran, Islamische Republik", ("IRN",)),
        ("Türkei", ("TUR",)),
        ("Türkin", ("TUR",)),
        ("Turkey", ("TUR",)),
        ("Elfenbeinküste", ("CIV",)),
        ("DR Kongo", ("COD",)),
        ("WAN", ("NGA",)),
        ("RKS", ("XKX",)),
        ("Kosovo", ("XKX",)),
        ("Niger", ("NER",)),
        ("nigerianisch", ("NGA",)),
        ("Guinea-Bissau", ("GNB",)),
        ("Bosnien und Herzegowina", ("BIH",)),
        ("staatenlos", ("XXA",)),
        ("ungeklärt", ("XXX",)),
        ("syrisch/türkisch", ("SYR", "TUR")),
        ("Syrien, Türkei", ("SYR", "TUR")),
        ("irakisch und iranisch", ("IRQ", "IRN")),
        ("Bosnien und Herzegowina / Serbien", ("BIH", "SRB")),
    ],
)
def test_nationalities_are_read_from_names_adjectives_and_codes(cell: str, expected: tuple[str, ...]) -> None:
    assert cells.read_nationalities(cell) == Reading(expected, original=cell)


@pytest.mark.parametrize(
    ("cell", "expected", "code", "params"),
    [
        ("ET", None, ProblemCode.NATIONALITY_AMBIGUOUS, (("choice", "EGY ETH"), ("rest", "ET"))),
        ("Kongo", None, ProblemCode.NATIONALITY_AMBIGUOUS, (("choice", "COD COG"), ("rest", "Kongo"))),
        ("Nigera", None, ProblemCode.NATIONALITY_AMBIGUOUS, (("choice", "NER NGA"), ("rest", "Nigera"))),
        ("Kurde", None, ProblemCode.NATIONALITY_UNKNOWN, (("rest", "Kurde"),)),
        ("Syrien (Kurde)", ("SYR",), ProblemCode.NATIONALITY_UNKNOWN, (("rest", "Kurde"),)),
        (
            "Afganistan",
            ("AFG",),
            ProblemCode.NATIONALITY_GUESSED,
            (("choice", "AFG"), ("rest", "Afganistan")),
        ),
        (
            "staatenlos (Palästina)",
            ("XXA", "PSE"),
            ProblemCode.NATIONALITY_AMBIGUOUS,
            (("choice", "XXA PSE"), ("rest", "staatenlos (Palästina)")),
        ),
        ("=A1", None, ProblemCode.FORMULA, ()),
    ],
)
def test_a_nationality_in_doubt_keeps_what_was_understood(
    cell: str, expected: tuple[str, ...] | None, code: ProblemCode, params: tuple[tuple[str, str], ...]
) -> None:
    assert cells.read_nationalities(cell) == Reading(expected, code, cell, params)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (
            "Arabisch Muttersprache, Deutsch B1, Englisch gut",
            [("ar", Level.NATIVE), ("de", Level.B1), ("en", None)],
        ),
        ("Arabisch (MS); Kurmanci; dt. A2", [("ar", Level.NATIVE), ("kmr", None), ("de", Level.A2)]),
        ("Paschtu, Dari / Farsi", [("ps", None), ("prs", None), ("fa", None)]),
        ("Tigrinya: Muttersprache\nSomali", [("ti", Level.NATIVE), ("so", None)]),
        ("Persisch (Dari)", [("prs", None)]),
        ("Deutsch, B1, Englisch", [("de", Level.B1), ("en", None)]),
        ("ar, de, uk", [("ar", None), ("de", None), ("uk", None)]),
        ("Französisch fließend und Wolof", [("fr", None), ("wo", None)]),
        ("Türkisch C2", [("tr", Level.C2)]),
    ],
)
def test_languages_are_read_with_their_levels(cell: str, expected: list[tuple[str, Level | None]]) -> None:
    skills = tuple(LanguageSkill(code, level) for code, level in expected)

    assert cells.read_languages(cell) == Reading(skills, original=cell)


def test_languages_in_doubt_keep_what_was_understood() -> None:
    assert cells.read_languages("Kurdisch, Deutsch A1") == Reading(
        (LanguageSkill("de", Level.A1),),
        ProblemCode.LANGUAGE_AMBIGUOUS,
        "Kurdisch, Deutsch A1",
        (("choice", "ckb kmr"), ("rest", "Kurdisch")),
    )
    assert cells.read_languages("Deutsch B1/B2") == Reading(
        (LanguageSkill("de", Level.B1),),
        ProblemCode.LANGUAGE_LEVEL_UNCLEAR,
        "Deutsch B1/B2",
        (("rest", "B1/B2"),),
    )
    assert cells.read_languages("Arabish") == Reading(
        (LanguageSkill("ar"),),
        ProblemCode.LANGUAGE_GUESSED,
        "Arabish",
        (("choice", "ar"), ("rest", "Arabish")),
    )
    assert cells.read_languages("Deutsch B1, Qwrtz").doubt is ProblemCode.LANGUAGE_UNKNOWN


def test_a_column_of_german_levels_needs_no_word_for_german() -> None:
    assert cells.read_german_level("B1").value == (LanguageSkill("de", Level.B1),)
    assert cells.read_german_level("telc B2 (2024)").value == (LanguageSkill("de", Level.B2),)
    assert cells.read_german_level("keine").value == (LanguageSkill("de", Level.A0),)
    assert cells.read_german_level("gut") == Reading(None, ProblemCode.LANGUAGE_LEVEL_UNCLEAR, "gut")
