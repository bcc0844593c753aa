"""Lists of people in and out: spreadsheets and text files become plain rows, refused rows become a spreadsheet.

Nothing is evaluated and nothing is understood here; that is `people.rules.lists`.
"""

import io
import math
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import PurePath

import xlsxwriter

from wir.kit.sheets import workbook_into
from wir.people.adapters import limits
from wir.people.adapters.refusals import CannotReadList, Refusal
from wir.people.adapters.separated import DELIMITERS, decode, rows_with
from wir.people.adapters.workbooks import Sheet, is_workbook, read_sheets
from wir.people.rules.columns import Column, Match, match_heading
from wir.people.rules.drafts import NAMES
from wir.people.rules.raw import Cell, RawList, RawRow, as_text, is_empty

__all__ = ["CannotReadList", "Refusal", "read_list", "write_refused"]

REASON_HEADING = "Grund"
_SPREADSHEETS = frozenset({".xlsx", ".xls", ".ods"})
_TEXTS = frozenset({".csv", ".txt", ".tsv", ""})
_ENOUGH_HEADINGS = 2
_DATE_FORMAT = "dd.mm.yyyy"
_COLUMN_WIDTH, _REASON_WIDTH = 18, 60  # characters


def read_list(data: bytes, *, name: str) -> RawList:
    """Return header and filled rows of the first visible sheet that has a header.

    The content decides about the format; ``name`` only helps to say what is wrong with a strange file.
    Raises CannotReadList.
    """
    if len(data) > limits.MAX_BYTES:
        raise CannotReadList(Refusal.TOO_LARGE, limit=limits.MAX_BYTES)
    if not data:
        raise CannotReadList(Refusal.EMPTY)
    sheets = read_sheets(data) if is_workbook(data) else [_text_sheet(data, PurePath(name).suffix.lower())]
    filled = [sheet for sheet in sheets if any(not is_empty(cell) for row in sheet.rows for cell in row)]
    if not filled:
        raise CannotReadList(Refusal.EMPTY)
    for sheet in filled:
        if (header_at := _header_at(sheet.rows)) is not None:
            others = tuple(other.name for other in filled if other is not sheet)
            return _raw_list(sheet, header_at, others)
    raise CannotReadList(Refusal.NO_HEADER, within=limits.HEADER_WITHIN)


def _text_sheet(data: bytes, suffix: str) -> Sheet:
    if suffix in _SPREADSHEETS - {".xls"}:
        raise CannotReadList(Refusal.BROKEN)
    if suffix not in _TEXTS | _SPREADSHEETS:
        raise CannotReadList(Refusal.UNKNOWN_FORMAT)
    text = decode(data)
    return Sheet("", rows_with(text, _delimiter(text)))


def _delimiter(text: str) -> str:
    """Return the separator under which the first rows look most like a list with a header."""
    return max(DELIMITERS, key=lambda delimiter: _fitness(text, delimiter))


def _fitness(text: str, delimiter: str) -> tuple[int, int]:
    try:
        rows = rows_with(text, delimiter, at_most=limits.HEADER_WITHIN)
    except CannotReadList:
        return 0, 0
    return max(map(_headings, rows), default=0), max(map(len, rows), default=0)


def _headings(row: Sequence[Cell]) -> int:
    """Return how many cells are known headings; none if no name is among them, then it is no header."""
    found = [
        match_heading(cell) for cell in row[: limits.MAX_COLUMNS] if isinstance(cell, str) and cell.strip()
    ]
    columns = {column for column, _, _ in found if column is not None}
    if not columns & NAMES:
        return 0
    alone_and_exact = len(found) == 1 and found[0][1] is Match.EXACT
    return len(columns) if len(columns) >= _ENOUGH_HEADINGS or alone_and_exact else 0


def _header_at(rows: Sequence[Sequence[Cell]]) -> int | None:
    scores = [_headings(row) for row in rows[: limits.HEADER_WITHIN]]
    best = max(scores, default=0)
    return scores.index(best) if best else None


def _raw_list(sheet: Sheet, header_at: int, others: tuple[str, ...]) -> RawList:
    below = [
        (number, row)
        for number, row in enumerate(sheet.rows[header_at + 1 :], start=header_at + 2)
        if any(not is_empty(cell) for cell in row)
    ]
    if not below:
        raise CannotReadList(Refusal.EMPTY)
    if len(below) > limits.MAX_ROWS:
        raise CannotReadList(Refusal.TOO_MANY_ROWS, limit=limits.MAX_ROWS)
    width = max(_width(row) for row in (sheet.rows[header_at], *(row for _, row in below)))
    if width > limits.MAX_COLUMNS:
        raise CannotReadList(Refusal.TOO_MANY_COLUMNS, limit=limits.MAX_COLUMNS)
    header = tuple(" ".join(as_text(cell).split()) for cell in _padded(sheet.rows[header_at], width))
    rows = tuple(RawRow(number, _padded(row, width)) for number, row in below)
    return RawList(header_at + 1, header, rows, sheet.name, others)


def _width(row: Sequence[Cell]) -> int:
    return max((place for place, cell in enumerate(row, start=1) if not is_empty(cell)), default=0)


def _padded(row: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    cells = [None if is_empty(cell) else cell for cell in row[:width]]
    return (*cells, *[None] * (width - len(cells)))


def write_refused(header: Sequence[str], rows: Sequence[tuple[RawRow, str]]) -> bytes:
    """Return an .xlsx of refused rows with the reasons as last column, to be corrected and handed in again.

    Cells keep what they held; text stays text, so that none can become a formula or a link.
    A reason column from an earlier round is left out.
    """
    kept = [place for place, heading in enumerate(header) if match_heading(heading)[0] is not Column.REASON]
    buffer = io.BytesIO()
    with workbook_into(buffer) as workbook:
        sheet = workbook.add_worksheet()
        day_format = workbook.add_format({"num_format": _DATE_FORMAT})
        bold = workbook.add_format({"bold": True})
        for column, heading in enumerate([*(header[place] for place in kept), REASON_HEADING]):
            sheet.write_string(0, column, heading, bold)
        for number, (row, reason) in enumerate(rows, start=1):
            for column, place in enumerate(kept):
                _write(sheet, (number, column), row.cells[place], day_format)
            sheet.write_string(number, len(kept), reason)
        sheet.set_column(0, max(len(kept) - 1, 0), _COLUMN_WIDTH)
        sheet.set_column(len(kept), len(kept), _REASON_WIDTH)
        sheet.freeze_panes(1, 0)
    return buffer.getvalue()


def _write(
    sheet: "xlsxwriter.worksheet.Worksheet",
    at: tuple[int, int],
    cell: Cell,
    day_format: "xlsxwriter.format.Format",
) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(*at, cell)
    elif isinstance(cell, int | float) and math.isfinite(cell):
        sheet.write_number(*at, cell)
    elif isinstance(cell, date) and not isinstance(cell, datetime) and cell >= date(1900, 3, 1):
        sheet.write_datetime(*at, cell, day_format)
    elif not is_empty(cell):
        # longer texts than a cell may hold are cut by the library; 32,767 signs are no list
        sheet.write_string(*at, as_text(cell))
