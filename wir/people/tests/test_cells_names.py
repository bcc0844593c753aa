"""Names of people, in parts and whole."""

import pytest

from wir.people.rules import cells
from wir.people.rules.cells import WholeName
from wir.people.rules.raw import Cell, as_text
from wir.people.rules.readings import ProblemCode, Reading


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("AL-HASSAN", "Al-Hassan"),
        ("O'NEILL", "O'Neill"),
        ("VON DER LEYEN", "von der Leyen"),
        ("İBRAHİM", "İbrahim"),
        ("MÜLLER", "Müller"),
        ("STRAßER", "Straßer"),
        ("Al-Hassan", "Al-Hassan"),
        ("  Ali   Reza ", "Ali Reza"),
        ("Nguyễn", "Nguyễn"),
        ("Ş̌ahin", "Ş̌ahin"),
        ("D’Arc", "D’Arc"),
        ("Abu Bakr", "Abu Bakr"),
        ("McDonald", "McDonald"),
        ("Mu\u0308ller", "M\u00fcller"),
        ("ALI REZA", "Ali Reza"),
    ],
)
def test_names_keep_their_letters_and_lose_only_capitals(cell: str, expected: str) -> None:
    assert cells.read_name(cell) == Reading(expected, original=cell.strip())


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Ali2", ProblemCode.NAME_HAS_DIGITS),
        (12.0, ProblemCode.NAME_HAS_DIGITS),
        ("علي", ProblemCode.NAME_NOT_LATIN),
        ("Шевченко", ProblemCode.NAME_NOT_LATIN),
        ("Ali?", ProblemCode.NAME_HAS_OTHER_SIGNS),
        ("<b>Ali</b>", ProblemCode.NAME_HAS_OTHER_SIGNS),
        ("=Ali", ProblemCode.FORMULA),
    ],
)
def test_a_name_that_is_none_says_why(cell: Cell, code: ProblemCode) -> None:
    assert cells.read_name(cell) == Reading(None, code, as_text(cell))


@pytest.mark.parametrize("cell", ["-", "N.N.", "unbekannt", "---"])
def test_a_stand_in_for_a_name_is_no_name(cell: str) -> None:
    assert cells.read_name(cell) == Reading(None, original=cell)


@pytest.mark.parametrize(
    ("cell", "family_first", "given", "family", "code"),
    [
        ("Hassan, Ahmad", None, "Ahmad", "Hassan", None),
        ("HASSAN, AHMAD", None, "Ahmad", "Hassan", None),
        ("AL-HASSAN Ahmad", None, "Ahmad", "Al-Hassan", None),
        ("Ahmad AL HASSAN", None, "Ahmad", "Al Hassan", None),
        ("Ahmad Hassan", False, "Ahmad", "Hassan", None),
        ("Hassan Ahmad", True, "Ahmad", "Hassan", None),
        ("Ahmad", None, "", "Ahmad", None),
        ("Ahmad Hassan", None, "Ahmad", "Hassan", ProblemCode.NAME_ORDER_GUESSED),
        ("Ahmad Ali Hassan", False, "Ahmad Ali", "Hassan", ProblemCode.NAME_ORDER_GUESSED),
        ("Hassan Ahmad Ali", True, "Ahmad Ali", "Hassan", ProblemCode.NAME_ORDER_GUESSED),
    ],
)
def test_a_whole_name_is_parted(
    cell: str, family_first: bool | None, given: str, family: str, code: ProblemCode | None
) -> None:
    reading = cells.read_whole_name(cell, family_first=family_first)

    assert reading == Reading(WholeName(given, family), code, cell)
