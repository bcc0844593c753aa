"""Look into a zipped spreadsheet before it is opened: size, password, and where its cells stand.

The library that opens it holds the whole rectangle of a sheet in memory, so one cell in the last corner
of an otherwise empty sheet would be enough to exhaust it.
"""

import io
import zipfile
import zlib
from xml.parsers import expat

from wir.people.adapters import limits
from wir.people.adapters.refusals import CannotReadList, Refusal

_ENCRYPTED = 0x1  # APPNOTE.TXT 4.4.4, general purpose bit 0
_ROWS = b"sheetData"  # the element around the rows of a sheet
_CHUNK = 64 * 1024  # bytes
_CONTENT = frozenset({"v", "is", "f", "t"})  # inside a cell: value, inline string, formula, text
_ODS = frozenset({"table-row", "table-cell", "covered-table-cell", "encryption-data"})
_A, _ALPHABET = ord("A"), 26


def check_zip(data: bytes) -> None:
    """Refuse a zipped spreadsheet that is broken, protected, a bomb or too large; give nothing back."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_directory(parts)
            _check_kind({part.filename for part in parts})
            # the manifest first: encrypted parts are no XML, and "protected" helps more than "broken"
            for part in sorted(parts, key=lambda part: not part.filename.startswith("META-INF/")):
                _check_part(archive, part)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError, ValueError) as error:
        raise CannotReadList(Refusal.BROKEN) from error
    except (NotImplementedError, RuntimeError) as error:  # a way of packing that zipfile does not know
        raise CannotReadList(Refusal.BROKEN) from error


def _check_directory(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise CannotReadList(Refusal.PROTECTED)
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    too_dense = unpacked > limits.RATIO_MATTERS_FROM and unpacked > packed * limits.MAX_RATIO
    if len(parts) > limits.MAX_PARTS or unpacked > limits.MAX_UNPACKED or too_dense:
        raise CannotReadList(Refusal.ZIP_BOMB)


def _check_kind(names: set[str]) -> None:
    if "encrypted-package" in names:
        raise CannotReadList(Refusal.PROTECTED)
    if not names & {"xl/workbook.xml", "content.xml"}:
        raise CannotReadList(Refusal.UNKNOWN_FORMAT)


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if not part.filename.lower().endswith((".xml", ".rels")):
        # a picture or a macro; rows of a sheet under such a name would escape the check, so nobody may bring them
        if _ROWS in archive.read(part):
            raise CannotReadList(Refusal.BROKEN)
        return
    watch = _Watch()
    parser = expat.ParserCreate(namespace_separator=None)
    parser.StartElementHandler = watch.start
    parser.EndElementHandler = watch.end
    parser.StartDoctypeDeclHandler = watch.doctype
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
    parser.Parse(b"", True)


class _Watch:
    """Follows the cells of both formats through the XML; positions count from 1."""

    def __init__(self) -> None:
        self.row = 0
        self.column = 0
        self.in_cell = False
        self.repeated_rows = 1

    def doctype(self, *_args: object) -> None:
        """No spreadsheet declares a document type; who does means to expand entities."""
        raise CannotReadList(Refusal.BROKEN)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Move to the row or cell that begins, and check it once it holds something."""
        local = name.rpartition(":")[2]  # prefixes are free to choose, and some programs do
        if local == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
        elif local == "c":
            self._start_cell(attributes.get("r", ""))
        elif self.in_cell and local in _CONTENT:
            self._check(self.row, self.column)
        elif local in _ODS:
            plain = {name.rpartition(":")[2]: value for name, value in attributes.items()}
            self._start_ods(local, plain)

    def end(self, name: str) -> None:
        """Leave a cell; a repeated row counts as often as it is repeated."""
        local = name.rpartition(":")[2]
        if local == "c":
            self.in_cell = False
        elif local == "table-row":
            self.row += self.repeated_rows
        elif local == "table":
            self.row = 0

    def _start_cell(self, place: str) -> None:
        self.in_cell = True
        self.column += 1
        if place:
            letters = place.rstrip("0123456789")
            self.column, self.row = _column_number(letters), int(place[len(letters) :])

    def _start_ods(self, local: str, attributes: dict[str, str]) -> None:
        if local == "encryption-data":
            raise CannotReadList(Refusal.PROTECTED)
        if local == "table-row":
            self.repeated_rows = int(attributes.get("number-rows-repeated", "1"))
            self.column = 0
            return
        self.column += int(attributes.get("number-columns-repeated", "1"))
        if "value-type" in attributes or "formula" in attributes:
            self._check(self.row + self.repeated_rows, self.column)

    def _check(self, row: int, column: int) -> None:
        if row > limits.LAST_ROW:
            raise CannotReadList(Refusal.TOO_MANY_ROWS, limit=limits.MAX_ROWS)
        if column > limits.MAX_COLUMNS:
            raise CannotReadList(Refusal.TOO_MANY_COLUMNS, limit=limits.MAX_COLUMNS)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * _ALPHABET + ord(letter) - _A + 1
    return number
