"""Old Excel files, made here: the smallest .xls there can be, one container, one sheet, text and numbers."""

import struct

import pytest

from wir.people.adapters.lists import CannotReadList, Refusal, read_list
from wir.people.rules.raw import RawList, RawRow

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def old_excel(cells: dict[tuple[int, int], str | float], *, locked: bool = False) -> bytes:
    """Return the bytes of an .xls; ``locked`` puts the record of a password in front of the sheets."""
    return _container(_workbook(cells, locked=locked))


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _workbook(cells: dict[tuple[int, int], str | float], *, locked: bool) -> bytes:
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    begin += _record(0x002F, bytes(54)) if locked else b""
    name = b"Liste"
    length = len(begin) + 4 + 8 + len(name) + 4
    sheets = _record(0x0085, struct.pack("<IBBBB", length, 0, 0, len(name), 0) + name)
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for (row, column), value in cells.items():
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            text = value.encode("utf-16-le")
            sheet += _record(0x0204, place + struct.pack("<HB", len(value), 1) + text)
        else:
            sheet += _record(0x0203, place + struct.pack("<d", value))
    return begin + sheets + _record(0x000A) + sheet + _record(0x000A)


def _container(stream: bytes) -> bytes:
    stream = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    sectors = len(stream) // SECTOR
    chain = [*range(1, sectors), END, END, FAT]  # the stream, then the directory, then this table itself
    table = struct.pack(f"<{SECTOR // 4}I", *chain, *[FREE] * (SECTOR // 4 - len(chain)))
    directory = _entry("Root Entry", 5, END, 0, child=1) + _entry("Workbook", 2, 0, len(stream), child=FREE)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, sectors, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", sectors + 1, *[FREE] * 108)
    return header + stream + directory.ljust(SECTOR, b"\0") + table


def _entry(name: str, kind: int, first: int, length: int, *, child: int) -> bytes:
    text = name.encode("utf-16-le")
    begin = text.ljust(64, b"\0") + struct.pack("<HBB", len(text) + 2, kind, 1)
    return begin + struct.pack("<III", FREE, FREE, child) + bytes(36) + struct.pack("<III", first, length, 0)


def test_xls_is_read() -> None:
    cells: dict[tuple[int, int], str | float] = {
        (0, 0): "Name",
        (0, 1): "PLZ",
        (2, 0): "Müller",
        (2, 1): 1067.0,
    }

    assert read_list(old_excel(cells), name="liste.xls") == RawList(
        1, ("Name", "PLZ"), (RawRow(3, ("Müller", 1067.0)),), "Liste"
    )


@pytest.mark.parametrize(
    ("case", "data", "code"),
    [
        ("cut off", old_excel({(0, 0): "Name"})[:600], Refusal.BROKEN),
        ("a ring of sectors", old_excel({(0, 0): "Name"})[:-SECTOR] + bytes(SECTOR), Refusal.BROKEN),
        ("with a password", old_excel({(0, 0): "Name"}, locked=True), Refusal.PROTECTED),
        (
            "new Excel file with a password",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            Refusal.PROTECTED,
        ),
        (
            "another document",
            old_excel({(0, 0): "Name"}).replace(
                "Workbook".encode("utf-16-le"), "Document".encode("utf-16-le")
            ),
            Refusal.UNKNOWN_FORMAT,
        ),
        ("one cell far below", old_excel({(0, 0): "Name", (65535, 0): "x"}), Refusal.TOO_MANY_ROWS),
        ("one cell far to the right", old_excel({(0, 0): "Name", (0, 255): "x"}), Refusal.TOO_MANY_COLUMNS),
    ],
)
def test_an_old_file_that_is_no_list_is_refused_by_code(case: str, data: bytes, code: Refusal) -> None:
    with pytest.raises(CannotReadList) as refused:
        read_list(data, name="liste.xls")

    assert refused.value.code == code, case
