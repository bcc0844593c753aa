"""Days as people and spreadsheets write them."""

from datetime import date, datetime, time

import pytest

from wir.people.rules import cells
from wir.people.rules.raw import Cell, as_text
from wir.people.rules.readings import ProblemCode, Reading

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("case", "cell", "expected"),
    [
        ("short German form", "1.2.1990", date(1990, 2, 1)),
        ("two digits in the last century", "01.02.90", date(1990, 2, 1)),
        ("two digits in this century", "01.02.08", date(2008, 2, 1)),
        ("two digits, today is not ahead", "24.11.26", date(2026, 11, 24)),
        ("two digits, tomorrow would be ahead", "25.11.26", date(1926, 11, 25)),
        ("29 February of 2000", "29.2.00", date(2000, 2, 29)),
        ("ISO", "1990-02-01", date(1990, 2, 1)),
        ("ISO with time", "1990-02-01T00:00:00", date(1990, 2, 1)),
        ("slashes in German order", "1/2/1990", date(1990, 2, 1)),
        ("hyphens", "01-02-1990", date(1990, 2, 1)),
        ("blanks around", "  01. 02. 1990 ", date(1990, 2, 1)),
        ("month as word", "1. Februar 1990", date(1990, 2, 1)),
        ("month as word with umlaut", "3. März 1990", date(1990, 3, 3)),
        ("month shortened", "1. Feb. 90", date(1990, 2, 1)),
        ("eight digits", "01021990", date(1990, 2, 1)),
        ("eight digits, year first", "19900201", date(1990, 2, 1)),
        ("Excel's own day", date(1990, 2, 1), date(1990, 2, 1)),
        ("Excel's day with time", datetime.combine(date(1990, 2, 1), time(10, 30)), date(1990, 2, 1)),
        ("Excel's serial number", 32905.0, date(1990, 2, 1)),
        ("Excel's serial number with time", 32905.5, date(1990, 2, 1)),
        ("Excel's serial number as text", "32905", date(1990, 2, 1)),
        ("wide digits", "０１.０２.１９９０", date(1990, 2, 1)),
    ],
)
def test_a_birth_date_is_read_as_people_write_it(case: str, cell: Cell, expected: date) -> None:
    assert cells.read_birth_date(cell, today=TODAY) == Reading(expected, original=as_text(cell)), case


@pytest.mark.parametrize(
    ("case", "cell", "code", "params"),
    [
        ("year only", "1990", ProblemCode.YEAR_ONLY, (("year", "1990"),)),
        ("year only as number", 1990.0, ProblemCode.YEAR_ONLY, (("year", "1990"),)),
        ("about a year", "ca. 1990", ProblemCode.YEAR_ONLY, (("year", "1990"),)),
        ("register form of an unknown day", "00.00.1990", ProblemCode.YEAR_ONLY, (("year", "1990"),)),
        ("register form of an unknown month", "1990-00-00", ProblemCode.YEAR_ONLY, (("year", "1990"),)),
        ("month and year", "05/1990", ProblemCode.YEAR_ONLY, (("year", "1990"),)),
        ("ahead", "25.11.2026", ProblemCode.BIRTH_DATE_IN_FUTURE, ()),
        ("ahead as Excel's day", date(2027, 1, 1), ProblemCode.BIRTH_DATE_IN_FUTURE, ()),
        ("year ahead", "2027", ProblemCode.BIRTH_DATE_IN_FUTURE, ()),
        ("American order is not guessed", "2/13/1990", ProblemCode.NO_SUCH_DAY, ()),
        ("no such day", "31.02.1990", ProblemCode.NO_SUCH_DAY, ()),
        ("older than anybody", "01.01.1900", ProblemCode.DATE_IMPLAUSIBLE, ()),
        ("word", "unbekannt", ProblemCode.NOT_A_DATE, ()),
        ("clock time", time(10, 0), ProblemCode.NOT_A_DATE, ()),
        ("tick", True, ProblemCode.NOT_A_DATE, ()),
        ("small number", 12.0, ProblemCode.NOT_A_DATE, ()),
        ("formula", "=HEUTE()", ProblemCode.FORMULA, ()),
    ],
)
def test_a_birth_date_that_cannot_be_taken_says_why(
    case: str, cell: Cell, code: ProblemCode, params: tuple[tuple[str, str], ...]
) -> None:
    reading = cells.read_birth_date(cell, today=TODAY)

    assert reading == Reading(None, code, as_text(cell), params), case


def test_a_day_of_validity_may_lie_ahead_and_an_entry_may_not() -> None:
    assert cells.read_day("31.12.27", today=TODAY).value == date(2027, 12, 31)
    assert cells.read_day("31.12.99", today=TODAY).value == date(1999, 12, 31)
    assert cells.read_past_day("31.12.2027", today=TODAY).doubt is ProblemCode.DATE_IN_FUTURE
    assert cells.read_past_day("05.10.15", today=TODAY).value == date(2015, 10, 5)
