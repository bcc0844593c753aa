"""Text files with separators, in the encodings that spreadsheet programs in Germany write."""

import codecs
import csv
import io
import itertools

from wir.people.adapters import limits
from wir.people.adapters.refusals import CannotReadList, Refusal
from wir.people.rules.raw import Cell

DELIMITERS = ";,\t|"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FORMATS = ("<", "{", "%PDF", "{\\rtf")
_MANY_ZEROS = 4  # a file whose bytes are zero more often than each fourth is UTF-16 without a mark


def decode(data: bytes) -> str:
    """Return the text; what is no text at all is refused as an unknown format."""
    text = _decoded(data)
    begin = text.lstrip()[:8]
    if "\0" in text or begin.startswith(_OTHER_FORMATS) or _has_controls(text):
        raise CannotReadList(Refusal.UNKNOWN_FORMAT)
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    zeros = data.count(0)
    if zeros * _MANY_ZEROS > len(data):
        return _strictly(data, "utf-16-le" if data[1::2].count(0) * 2 > zeros else "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, "windows-1252")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise CannotReadList(Refusal.UNKNOWN_FORMAT) from error


def _has_controls(text: str) -> bool:
    return any(sign < " " and sign not in "\t\r\n\x0b\x0c\x1a" for sign in text)


def rows_with(text: str, delimiter: str, *, at_most: int | None = None) -> list[list[Cell]]:
    """Return the rows; row numbers are those a spreadsheet would show, so blank lines count.

    Excel's own first line 'sep=;' is left empty but counted.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows: list[list[Cell]] = [list(row) for row in itertools.islice(reader, at_most)]
    except csv.Error as error:
        raise CannotReadList(Refusal.BROKEN) from error
    if rows and text[:4].casefold() == "sep=":
        rows[0] = []
    if len(rows) > limits.LAST_ROW:
        raise CannotReadList(Refusal.TOO_MANY_ROWS, limit=limits.MAX_ROWS)
    return rows
