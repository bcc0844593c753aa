"""Days as people write them, in German order; Excel's own days and serial numbers too."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta

from wir.people.rules.raw import Cell, as_text
from wir.people.rules.readings import ProblemCode, Reading, doubted, unreadable
from wir.people.rules.spelling import plain

# ECMA-376 part 1, 18.17.4.1: day 1 is 1 January 1900, and 1900 wrongly counts as a leap year,
# so from 1 March 1900 on the count starts at 30 December 1899.
SERIAL_ZERO = date(1899, 12, 30)
FIRST_YEAR, LAST_YEAR = 1900, 2100  # four digits in this range are a year, five are a serial number
OLDEST_AGE = 120  # years
CENTURY_TURNS_AT = 70  # 69 is 2069, 70 is 1970, for days that may lie ahead

_SEPARATOR = r"\s*[./\-–]\s*"
_GERMAN = re.compile(
    rf"(\d{{1,2}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d{{4}}|\d{{2}})(?:[ t]+\d{{1,2}}:[\d:]+)?"
)
_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[t ]\d{1,2}:[\d:.]+z?)?")
_MONTH_NAME = re.compile(r"(\d{1,2})\s*\.?\s*([^\W\d_]+)\.?,?\s*(\d{4}|\d{2})")
_YEAR = re.compile(
    r"(?:(?:ca|circa|um|etwa|jahrgang|jg|jahr)\.?\s*)?"
    r"(?:(?:00|xx?|\?\??|\d{1,2})\s*[./\-]\s*){0,2}(\d{4})(?:-00){0,2}"
)
_EIGHT_DIGITS = 8
_FAR_OFF = 10**9  # days
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jaenner jan january",
            "februar feb february",
            "maerz mrz mar march",
            "april apr",
            "mai may",
            "juni jun june",
            "juli jul july",
            "august aug",
            "september sep sept",
            "oktober okt oct october",
            "november nov",
            "dezember dez dec december",
        ),
        start=1,
    )
    for name in names.split()
}


def read_day(cell: Cell, *, today: date) -> Reading[date]:
    """Return a day that may lie ahead, such as the last day of validity."""
    return _read(cell, _near)


def read_past_day(cell: Cell, *, today: date) -> Reading[date]:
    """Return a day that must have come already, such as the entry into Germany."""
    reading = _read(cell, lambda year, month, day: _not_after(year, month, day, today))
    if reading.value is not None and reading.value > today:
        return doubted(ProblemCode.DATE_IN_FUTURE, cell)
    return reading


def read_birth_date(cell: Cell, *, today: date) -> Reading[date]:
    """Return a birth date; a bare year gives no day, only YEAR_ONLY with the year as parameter.

    Two digits mean this century unless the day would lie ahead, then the last one.
    """
    reading = _read(cell, lambda year, month, day: _not_after(year, month, day, today))
    if dict(reading.params).get("year", "") > str(today.year):
        return doubted(ProblemCode.BIRTH_DATE_IN_FUTURE, cell)
    if reading.value is None:
        return reading
    if reading.value > today:
        return doubted(ProblemCode.BIRTH_DATE_IN_FUTURE, cell)
    if today.year - reading.value.year > OLDEST_AGE:
        return doubted(ProblemCode.DATE_IMPLAUSIBLE, cell)
    return reading


Century = Callable[[int, int, int], date]


def _read(cell: Cell, of_two_digits: Century) -> Reading[date]:
    if (stop := unreadable(cell)) is not None:
        return stop
    if isinstance(cell, datetime):
        return _plausible(cell.date(), cell)
    if isinstance(cell, date):
        return _plausible(cell, cell)
    text = unicodedata.normalize("NFKC", as_text(cell)).strip().casefold()
    number = _number(cell, text)
    return _of_number(number, cell) if number is not None else _of_text(text, cell, of_two_digits)


def _number(cell: Cell, text: str) -> float | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        within = min(max(cell, -_FAR_OFF), _FAR_OFF)  # a whole number may be too large for a float
        return None if len(text) == _EIGHT_DIGITS and text.isdecimal() else float(within)
    return float(text) if text.isdecimal() and len(text) in (4, 5) else None


def _of_number(number: float, cell: Cell) -> Reading[date]:
    if FIRST_YEAR <= number <= LAST_YEAR and number.is_integer():
        return doubted(ProblemCode.YEAR_ONLY, cell, year=str(int(number)))
    if not LAST_YEAR < number < (date(LAST_YEAR, 12, 31) - SERIAL_ZERO).days:
        return doubted(ProblemCode.NOT_A_DATE, cell)
    return Reading(SERIAL_ZERO + timedelta(days=int(number)), original=as_text(cell))


def _of_text(text: str, cell: Cell, of_two_digits: Century) -> Reading[date]:
    try:
        day = _day_of(text, of_two_digits)
    except ValueError:
        return _year_or(ProblemCode.NO_SUCH_DAY, text, cell)
    if day is None:
        return _year_or(ProblemCode.NOT_A_DATE, text, cell)
    return _plausible(day, cell)


def _day_of(text: str, of_two_digits: Century) -> date | None:
    """Return the day; None where the text has no form of a day, ValueError where no such day exists."""
    if text.isdecimal() and len(text) == _EIGHT_DIGITS:
        return _of_eight_digits(text)
    if iso := _ISO.fullmatch(text):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if german := _GERMAN.fullmatch(text):
        return _dated(german[3], int(german[2]), int(german[1]), of_two_digits)
    named = _MONTH_NAME.fullmatch(text)
    if named and (month := _MONTHS.get(plain(named[2]))):
        return _dated(named[3], month, int(named[1]), of_two_digits)
    return None


def _of_eight_digits(text: str) -> date | None:
    readings = set()
    for year, month, day in ((text[4:], text[2:4], text[:2]), (text[:4], text[4:6], text[6:])):
        try:
            readings.add(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    plausible = {day for day in readings if FIRST_YEAR <= day.year <= LAST_YEAR}
    return plausible.pop() if len(plausible) == 1 else None


def _dated(year: str, month: int, day: int, of_two_digits: Century) -> date:
    return of_two_digits(int(year), month, day) if len(year) == len("90") else date(int(year), month, day)


def _near(year: int, month: int, day: int) -> date:
    return date((2000 if year < CENTURY_TURNS_AT else 1900) + year, month, day)


def _not_after(year: int, month: int, day: int, today: date) -> date:
    try:
        this_century = date(2000 + year, month, day)
    except ValueError:
        return date(1900 + year, month, day)
    return this_century if this_century <= today else date(1900 + year, month, day)


def _plausible(day: date, cell: Cell) -> Reading[date]:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return doubted(ProblemCode.DATE_IMPLAUSIBLE, cell)
    return Reading(day, original=as_text(cell))


def _year_or(code: ProblemCode, text: str, cell: Cell) -> Reading[date]:
    """A month or day of 00, as registers write it for unknown, still tells the year."""
    year = _YEAR.fullmatch(text)
    if year is None or not FIRST_YEAR <= int(year[1]) <= LAST_YEAR:
        return doubted(code, cell)
    blank_parts = code is ProblemCode.NOT_A_DATE or re.search(r"(?<!\d)00(?!\d)", text)
    return doubted(ProblemCode.YEAR_ONLY, cell, year=year[1]) if blank_parts else doubted(code, cell)
