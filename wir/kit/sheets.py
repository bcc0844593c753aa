"""Files for spreadsheet programs in which nothing can become a formula, whatever people have written.

Every export is written with one of these (a test looks for others): a cell that begins like a formula would otherwise
run in the program of whoever opens the file (CWE-1236).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter

TEXT_ONLY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def workbook_into(buffer: io.BytesIO) -> xlsxwriter.Workbook:
    """Return a new XLSX workbook that writes into the buffer and takes text for text."""
    return xlsxwriter.Workbook(buffer, TEXT_ONLY)


def escaped(text: str) -> str:
    """Return the text as a CSV cell may hold it: what begins like a formula begins with an apostrophe instead."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def csv_of(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a CSV file (UTF-8 with a mark, semicolons) as spreadsheet programs in Germany open it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    for row in (headings, *rows):
        writer.writerow(["" if cell is None else _cell(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    """Numbers may begin with a sign; everything else is text."""
    return value if isinstance(value, int | float) else escaped(str(value))
