"""Look into an old Excel file (.xls) before it is opened: password, and where its cells stand.

Formats: MS-CFB for the container, MS-XLS for the records of the workbook.
"""

import struct

from wir.people.adapters import limits
from wir.people.adapters.refusals import CannotReadList, Refusal

_HEADER = 512  # bytes
_SECTOR_SHIFT_AT, _FIRST_DIRECTORY_AT, _DIFAT_AT, _DIFAT_LENGTH = 0x1E, 0x30, 0x4C, 109
_LAST_REAL_SECTOR = 0xFFFFFFFA
_ENTRY = 128  # bytes of a directory entry
_MINI_BELOW = 4096  # bytes; smaller streams lie in another place and cannot hold a filled workbook
_FILEPASS = 0x002F
_PLACE = 4  # bytes of row and column at the begin of a cell
# BLANK and MULBLANK are left out, they hold no value; all of these begin with row and column.
_CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, 0x0003, 0x0004, 0x0005})
_MULRK = 0x00BD


def check_old_excel(data: bytes) -> None:
    """Refuse an .xls that is broken, protected or too large, and containers that hold no .xls."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise CannotReadList(Refusal.PROTECTED)
    try:
        stream = _workbook_stream(data)
        if stream is None:
            raise CannotReadList(Refusal.UNKNOWN_FORMAT)
        _check_records(stream)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise CannotReadList(Refusal.BROKEN) from error


def _workbook_stream(data: bytes) -> bytes | None:
    size = 1 << min(struct.unpack_from("<H", data, _SECTOR_SHIFT_AT)[0], 16)
    fat = _allocation(data, size)
    directory = _chain(data, size, fat, struct.unpack_from("<I", data, _FIRST_DIRECTORY_AT)[0])
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        entry = directory[at : at + _ENTRY]
        length = struct.unpack_from("<H", entry, 64)[0]
        name = entry[: max(length - 2, 0)].decode("utf-16-le")
        if name.casefold() in ("workbook", "book"):
            first, bytes_used = struct.unpack_from("<II", entry, 116)
            if bytes_used < _MINI_BELOW:
                return b""
            return _chain(data, size, fat, first)[:bytes_used]
    return None


def _allocation(data: bytes, size: int) -> list[int]:
    """Return the next sector by sector; long files with further lists of sectors are beyond our limit of bytes."""
    fat: list[int] = []
    for sector in struct.unpack_from(f"<{_DIFAT_LENGTH}I", data, _DIFAT_AT):
        if sector < _LAST_REAL_SECTOR:
            block = data[_HEADER + sector * size : _HEADER + (sector + 1) * size]
            fat += struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4])
    return fat


def _chain(data: bytes, size: int, fat: list[int], sector: int) -> bytes:
    parts: list[bytes] = []
    while sector < _LAST_REAL_SECTOR:
        if len(parts) > len(fat):  # a ring
            raise CannotReadList(Refusal.BROKEN)
        parts.append(data[_HEADER + sector * size : _HEADER + (sector + 1) * size])
        sector = fat[sector]
    return b"".join(parts)


def _check_records(stream: bytes) -> None:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _FILEPASS:
            raise CannotReadList(Refusal.PROTECTED)
        if kind in _CELLS and length >= _PLACE:
            _check_place(kind, stream[at + 4 : at + 4 + length])
        at += 4 + length


def _check_place(kind: int, record: bytes) -> None:
    row, column = struct.unpack_from("<HH", record)
    if kind == _MULRK:
        column = struct.unpack_from("<H", record, len(record) - 2)[0]
    if row >= limits.LAST_ROW:
        raise CannotReadList(Refusal.TOO_MANY_ROWS, limit=limits.MAX_ROWS)
    if column >= limits.MAX_COLUMNS:
        raise CannotReadList(Refusal.TOO_MANY_COLUMNS, limit=limits.MAX_COLUMNS)
