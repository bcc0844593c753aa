"""Whatever stands in a cell, reading it does not fail and gives the same twice."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wir.people.adapters.lists import CannotReadList, read_list, write_refused
from wir.people.rules import cells
from wir.people.rules.columns import match_heading
from wir.people.rules.lists import understand
from wir.people.rules.names import likeness, search_key
from wir.people.rules.raw import Cell, RawList, RawRow
from wir.people.rules.readings import Reading

TODAY = date(2026, 11, 24)
HEADINGS = (
    "Name, Vorname|Vorname|Nachname|Geburtsdatum|Geschlecht|Anrede|Staatsangehörigkeit|Status|Rechtsgrundlage"
    "|gültig bis|Einreise|Eintritt|arbeitslos seit|Muttersprache|Deutsch|Sprachen|Telefon|E-Mail|Adresse|Straße"
    "|Hausnr.|PLZ|PLZ Ort|Ort|Bemerkung|Fallnummer|Schule|Beruf|Unbekanntes"
)
HEADER = HEADINGS.split("|")

# Pieces of what really stands in lists, so that chance reaches the inner branches too.
PIECES = (
    "AE § 25 Abs. II III 1. Alt S. Nr. (3) 60a Duldung bis Fiktion 81 , / ; - und 31.12. 1990 00.00. 90 1.2."
    " Deutsch B1 C2 MS Kurdisch Arabisch Syrien SYR ET 0171 +49 10115 Berlin @ x.de =1 ß İ ³ ١٩٩٠ \u0301"
)
SNIPPETS = st.lists(st.sampled_from(PIECES.split()), max_size=6)
TEXTS = st.text(max_size=30) | SNIPPETS.map(" ".join) | SNIPPETS.map("".join)
CELLS: st.SearchStrategy[Cell] = (
    st.none()
    | TEXTS
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.timedeltas()
)
READERS: list[Callable[[Cell], Reading[object]]] = [
    lambda cell: cells.read_birth_date(cell, today=TODAY),
    lambda cell: cells.read_day(cell, today=TODAY),
    lambda cell: cells.read_past_day(cell, today=TODAY),
    lambda cell: cells.read_status(cell, today=TODAY),
    lambda cell: cells.read_whole_name(cell, family_first=True),
    cells.read_name,
    cells.read_gender,
    cells.read_nationalities,
    cells.read_languages,
    cells.read_german_level,
    cells.read_phones,
    cells.read_email,
    cells.read_postcode,
    cells.read_address,
    cells.read_place_cell,
    cells.read_postcode_cell,
    cells.read_text,
]


@given(CELLS)
def test_any_cell_can_be_read_as_anything_and_reads_the_same_twice(cell: Cell) -> None:
    for read in READERS:
        assert read(cell) == read(cell)


@given(st.lists(st.lists(CELLS, min_size=len(HEADER), max_size=len(HEADER)), max_size=3))
def test_any_rows_can_be_understood_and_none_is_lost(rows: list[list[Cell]]) -> None:
    raw = RawList(1, tuple(HEADER), tuple(RawRow(at, tuple(row)) for at, row in enumerate(rows, start=2)))

    reading = understand(raw, today=TODAY)

    assert [row.number for row in reading.rows] == [row.number for row in raw.rows]
    assert reading == understand(raw, today=TODAY)


@given(st.text())
def test_any_heading_can_be_matched(heading: str) -> None:
    assert match_heading(heading) == match_heading(heading)


@given(st.text(), st.text())
def test_any_names_have_keys_and_a_likeness(first: str, second: str) -> None:
    one, other = search_key(first, ""), search_key(second, "")

    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, one) == (1.0 if one else 0.0)


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a.ods", "a.pdf", "a"]))
def test_any_bytes_are_read_or_refused_by_code(data: bytes, name: str) -> None:
    for begin in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"Name;Vorname\n"):
        try:
            raw = read_list(begin + data, name=name)
        except CannotReadList:
            continue
        assert raw == read_list(begin + data, name=name)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=3))
def test_any_refused_rows_can_be_written(rows: list[tuple[Cell, Cell]]) -> None:
    numbered = [(RawRow(at, row), "=Grund") for at, row in enumerate(rows, start=2)]

    assert write_refused(["Name", "Ort"], numbered)[:2] == b"PK"


@pytest.mark.parametrize("cell", [date.min, date.max, time.max, timedelta.max, float("nan"), float("-inf")])
def test_the_ends_of_every_kind_can_be_read(cell: Cell) -> None:
    for read in READERS:
        read(cell)
