"""Write spreadsheets of figures. Text is always written as text, so that nothing can become a formula."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import xlsxwriter

from wir.kit.sheets import workbook_into

Value = str | int | float | date | None

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DAY = "dd.mm.yyyy"
_NARROWEST, _WIDEST = 10, 60  # characters
_LOOKED_AT = 200  # rows that decide a column's width


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the headings, and rows of as many values."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]


def written(sheets: Sequence[Sheet]) -> bytes:
    """Return an XLSX file with these sheets, headings frozen."""
    buffer = io.BytesIO()
    with workbook_into(buffer) as workbook:
        bold = workbook.add_format({"bold": True})
        day = workbook.add_format({"num_format": _DAY, "align": "left"})
        for sheet in sheets:
            page = workbook.add_worksheet(sheet.name)
            for column, heading in enumerate(sheet.headings):
                page.write_string(0, column, heading, bold)
                page.set_column(column, column, _width(sheet, column))
            for number, row in enumerate(sheet.rows, start=1):
                for column, value in enumerate(row):
                    _write(page, (number, column), value, day)
            page.freeze_panes(1, 0)
    return buffer.getvalue()


def _write(
    page: xlsxwriter.worksheet.Worksheet, at: tuple[int, int], value: Value, day: xlsxwriter.format.Format
) -> None:
    if isinstance(value, date):
        page.write_datetime(*at, value, day)
    elif isinstance(value, int | float) and math.isfinite(value):
        page.write_number(*at, value)
    elif value is not None and value != "":
        page.write_string(*at, str(value))


def _width(sheet: Sheet, column: int) -> int:
    longest = max(len(str(row[column] or "")) for row in [sheet.headings, *sheet.rows[:_LOOKED_AT]])
    return max(_NARROWEST, min(longest + 2, _WIDEST))
