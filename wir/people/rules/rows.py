"""One row of a list becomes the values of one person."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypedDict, TypeVar

from wir.people.rules import cells
from wir.people.rules.columns import Column, ColumnFinding
from wir.people.rules.drafts import NAMES, Draft, Filled
from wir.people.rules.facts import Gender, Level, ResidenceStatus
from wir.people.rules.raw import Cell, RawRow, as_text, is_empty
from wir.people.rules.readings import ProblemCode, Reading, is_formula
from wir.people.rules.spelling import plain
from wir.people.rules.values import PersonValues, RowReading

T = TypeVar("T")

# Heading tells the order of a name in one cell; None: the heading does not.
_FAMILY_FIRST: dict[Column, bool | None] = {
    Column.FULL_NAME: None,
    Column.FAMILY_NAME_FIRST: True,
    Column.GIVEN_NAME_FIRST: False,
}
# Said of a Niederlassungserlaubnis (§ 9 Abs. 1 AufenthG): there is no last day.
_WITHOUT_END = frozenset({"unbefristet", "unbegrenzt"})


def read_row(row: RawRow, columns: Sequence[ColumnFinding], *, today: date) -> RowReading:
    """Return what one row says; a problem in one cell does not keep the others from being read."""
    draft = Draft.of(row, columns)
    given, family = _name(draft)
    birth_date, birth_year = _birth(draft, today)
    values = PersonValues(
        case_number=_text(draft, Column.CASE_NUMBER),
        given_names=given,
        family_name=family,
        birth_date=birth_date,
        birth_year=birth_year,
        birth_place=_text(draft, Column.BIRTH_PLACE),
        gender=_gender(draft),
        nationalities=_nationalities(draft),
        languages=_languages(draft),
        phones=_phones(draft),
        email=_one(draft, Column.EMAIL, cells.read_email) or "",
        schooling=_texts(draft, Column.SCHOOLING),
        training=_texts(draft, Column.TRAINING),
        note=_texts(draft, Column.NOTE),
        other=draft.other,
        **_status(draft, today),
        **_days(draft, birth_date, today),
        **_address(draft),
    )
    return RowReading(row.number, values, tuple(draft.unclear), tuple(draft.refused))


def _one(draft: Draft, column: Column, read: Callable[[Cell], Reading[T]]) -> T | None:
    filled = draft.one(column)
    return draft.take(column, filled, read(filled.cell))


def _text(draft: Draft, column: Column) -> str:
    return _one(draft, column, cells.read_text) or ""


def _texts(draft: Draft, column: Column) -> str:
    """Return the texts of several columns one below the other, each once."""
    texts = (draft.take(column, filled, cells.read_text(filled.cell)) for filled in draft.all(column))
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _name(draft: Draft) -> tuple[str, str]:
    given = _one(draft, Column.GIVEN_NAMES, cells.read_name) or ""
    family = _one(draft, Column.FAMILY_NAME, cells.read_name) or ""
    for column, family_first in _FAMILY_FIRST.items():
        filled = draft.one(column)
        if not is_empty(filled.cell):
            reading = cells.read_whole_name(filled.cell, family_first=family_first)
            given, family = _with_whole_name(draft, column, filled, reading, (given, family))
    if not given and not family and not any(problem.column in NAMES for problem in draft.refused):
        draft.report(None, ProblemCode.NAME_MISSING)
    return given, family


def _with_whole_name(
    draft: Draft, column: Column, filled: Filled, whole: Reading[cells.WholeName], own: tuple[str, str]
) -> tuple[str, str]:
    """Names in columns of their own go before the whole name, but must not contradict it."""
    given, family = own
    if given and family and whole.value is not None:
        name: cells.WholeName | None = whole.value  # its order does not matter here, so no doubt about it
    else:
        name = draft.take(column, filled, whole)
    if name is None:
        return own
    parts = sorted(plain(f"{name.given_names} {name.family_name}").split())
    own_parts = sorted(plain(f"{given} {family}").split())
    if not set(own_parts) <= set(parts) or (given and family and own_parts != parts):
        draft.report(column, ProblemCode.CONTRADICTION, as_text(filled.cell), header=filled.header)
    return _completed(own, name)


def _completed(own: tuple[str, str], name: cells.WholeName) -> tuple[str, str]:
    """Where only one part has its column, the rest of the whole name is the other part."""
    given, family = own
    whole = f"{name.given_names} {name.family_name}".split()
    if given and not family:
        return given, " ".join(word for word in whole if plain(word) not in plain(given).split())
    if family and not given:
        return " ".join(word for word in whole if plain(word) not in plain(family).split()), family
    return given or name.given_names, family or name.family_name


def _birth(draft: Draft, today: date) -> tuple[date | None, int | None]:
    filled = draft.one(Column.BIRTH_DATE)
    reading = cells.read_birth_date(filled.cell, today=today)
    day = draft.take(Column.BIRTH_DATE, filled, reading)
    year = dict(reading.params).get("year")
    if reading.value is None and reading.doubt is None and not draft.refused_for(Column.BIRTH_DATE):
        draft.report(Column.BIRTH_DATE, ProblemCode.BIRTH_DATE_MISSING)
    return day, int(year) if year and reading.doubt is ProblemCode.YEAR_ONLY else None


def _gender(draft: Draft) -> Gender | None:
    """Two columns may say the same in different words: Geschlecht 'w', Anrede 'Frau'."""
    found: set[Gender] = set()
    for filled in draft.all(Column.GENDER):
        gender = draft.take(Column.GENDER, filled, cells.read_gender(filled.cell))
        found |= {gender} if gender else set()
    if len(found) > 1:
        texts = " | ".join(as_text(filled.cell) for filled in draft.all(Column.GENDER))
        draft.report(Column.GENDER, ProblemCode.CONTRADICTION, texts)
    return found.pop() if len(found) == 1 else None


def _nationalities(draft: Draft) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for filled in draft.all(Column.NATIONALITY):
        codes = draft.take(Column.NATIONALITY, filled, cells.read_nationalities(filled.cell))
        found.update(dict.fromkeys(codes or ()))
    return tuple(found)


def _phones(draft: Draft) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for filled in draft.all(Column.PHONE):
        numbers = draft.take(Column.PHONE, filled, cells.read_phones(filled.cell))
        found.update(dict.fromkeys(numbers or ()))
    return tuple(found)


def _languages(draft: Draft) -> tuple[cells.LanguageSkill, ...]:
    readers: tuple[tuple[Column, Callable[[Cell], Reading[tuple[cells.LanguageSkill, ...]]]], ...] = (
        (Column.NATIVE_LANGUAGE, lambda cell: cells.read_languages(cell, default=Level.NATIVE)),
        (Column.GERMAN_LEVEL, cells.read_german_level),
        (Column.LANGUAGES, cells.read_languages),
    )
    levels: dict[str, Level | None] = {}
    for column, read in readers:
        for filled in draft.all(column):
            for skill in draft.take(column, filled, read(filled.cell)) or ():
                # the narrower question was asked first and keeps its answer
                levels[skill.language] = levels.get(skill.language) or skill.level
    return tuple(cells.LanguageSkill(*level) for level in levels.items())


class _StatusValues(TypedDict):
    status: ResidenceStatus | None
    legal_basis: str | None
    status_alternative: int | None
    title_behind: str | None
    status_since: date | None
    status_valid_until: date | None


def _status(draft: Draft, today: date) -> _StatusValues:
    """Status and section may stand in two columns; read together they are one citation."""
    column = Column.STATUS if draft.all(Column.STATUS) else Column.LEGAL_BASIS
    parts = [draft.one(each) for each in (Column.STATUS, Column.LEGAL_BASIS) if draft.all(each)]
    texts = [as_text(part.cell) for part in parts]
    formula = next((part for part in parts if is_formula(part.cell)), None)
    together = formula or Filled(parts[0].header if parts else "", " ".join(texts).strip())
    paper = draft.take(column, together, cells.read_status(together.cell, today=today))
    paper = paper or cells.StatusOnPaper(None)
    return _StatusValues(
        status=paper.status,
        legal_basis=paper.legal_basis,
        status_alternative=paper.alternative,
        title_behind=paper.title_behind,
        status_since=_one(draft, Column.STATUS_SINCE, lambda cell: cells.read_past_day(cell, today=today)),
        status_valid_until=_valid_until(draft, paper.valid_until, today),
    )


def _valid_until(draft: Draft, on_paper: date | None, today: date) -> date | None:
    column = Column.STATUS_VALID_UNTIL
    filled = draft.one(column)
    if plain(as_text(filled.cell)) in _WITHOUT_END:
        return None
    day = draft.take(column, filled, cells.read_day(filled.cell, today=today))
    if day and on_paper and day != on_paper:
        draft.report(column, ProblemCode.CONTRADICTION, as_text(filled.cell), header=filled.header)
        return None
    return day or on_paper


class _Days(TypedDict):
    entered_on: date | None
    joined_on: date | None
    registered_on: date | None


def _days(draft: Draft, birth_date: date | None, today: date) -> _Days:
    entered_on = _one(draft, Column.ENTERED_ON, lambda cell: cells.read_past_day(cell, today=today))
    joined_on = _one(draft, Column.JOINED_ON, lambda cell: cells.read_day(cell, today=today))
    registered_on = _one(draft, Column.REGISTERED_ON, lambda cell: cells.read_past_day(cell, today=today))
    if birth_date and entered_on and entered_on < birth_date:
        draft.report(Column.ENTERED_ON, ProblemCode.DATES_OUT_OF_ORDER, as_text(entered_on))
        entered_on = None
    return _Days(entered_on=entered_on, joined_on=joined_on, registered_on=registered_on)


class _AddressValues(TypedDict):
    street: str
    postcode: str
    place: str


def _address(draft: Draft) -> _AddressValues:
    whole = _one(draft, Column.ADDRESS, cells.read_address) or cells.Address()
    both = _one(draft, Column.POSTCODE_AND_PLACE, cells.read_place_cell) or cells.Address()
    postcode = _one(draft, Column.POSTCODE, cells.read_postcode_cell) or cells.Address()
    place = _one(draft, Column.PLACE, cells.read_place_cell) or cells.Address()
    return _AddressValues(
        street=_street(draft) or whole.street,
        postcode=postcode.postcode or both.postcode or whole.postcode or place.postcode,
        place=place.place or both.place or whole.place or postcode.place,
    )


def _street(draft: Draft) -> str:
    street = _text(draft, Column.STREET)
    number = draft.one(Column.HOUSE_NUMBER)
    if isinstance(number.cell, date):
        # Excel takes '3-5' for the third of May; nobody can tell it back
        text = as_text(number.cell)
        draft.report(Column.HOUSE_NUMBER, ProblemCode.HOUSE_NUMBER_IS_A_DATE, text, header=number.header)
        return street
    read = draft.take(Column.HOUSE_NUMBER, number, cells.read_text(number.cell)) or ""
    return f"{street} {read}".strip() if street else ""
