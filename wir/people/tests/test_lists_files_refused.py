"""Files that are no list of people, each refused by its code."""

import io
import zipfile

import pytest

from wir.people.adapters import limits
from wir.people.adapters.lists import CannotReadList, Refusal, read_list
from wir.people.tests.test_lists_files import ods, xlsx, zipped


def with_sheet(xml: str) -> bytes:
    """Return a spreadsheet whose only sheet holds this XML."""
    whole = xlsx(["Name", "Vorname"])
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = xml
    return zipped(parts)


def refusal(data: bytes, name: str = "liste.xlsx") -> Refusal:
    """Return why the file is refused."""
    with pytest.raises(CannotReadList) as refused:
        read_list(data, name=name)
    return refused.value.code


@pytest.mark.parametrize(
    ("case", "data", "name", "code"),
    [
        ("nothing", b"", "liste.csv", Refusal.EMPTY),
        ("blanks only", b" ; ; \n;;\n", "liste.csv", Refusal.EMPTY),
        ("blank spreadsheet", xlsx(), "liste.xlsx", Refusal.EMPTY),
        ("header without rows", b"Name;Vorname\n", "liste.csv", Refusal.EMPTY),
        ("no header", b"a;b\nc;d\n", "liste.csv", Refusal.NO_HEADER),
        ("headings, but none of a name", b"PLZ;Ort\n10115;Berlin\n", "liste.csv", Refusal.NO_HEADER),
        ("cut off", xlsx(["Name"], ["Hassan"])[:2000], "liste.xlsx", Refusal.BROKEN),
        ("text that calls itself a spreadsheet", b"Name;Ort\na;b", "liste.xlsx", Refusal.BROKEN),
        ("not XML", with_sheet("<worksheet><sheetData><row>"), "liste.xlsx", Refusal.BROKEN),
        ("entities", with_sheet('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'), "a.xlsx", Refusal.BROKEN),
        ("PDF", b"%PDF-1.7\n", "liste.csv", Refusal.UNKNOWN_FORMAT),
        ("PDF by name", b"Name;Ort\n", "liste.pdf", Refusal.UNKNOWN_FORMAT),
        ("web page", b"<html><table>", "liste.xls", Refusal.UNKNOWN_FORMAT),
        ("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "liste.csv", Refusal.UNKNOWN_FORMAT),
        ("other zip", zipped({"word/document.xml": "<w/>"}), "liste.docx", Refusal.UNKNOWN_FORMAT),
        (
            "locked spreadsheet",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "liste.xlsx",
            Refusal.PROTECTED,
        ),
        (
            "locked OpenDocument",
            ods("", "<file-entry><encryption-data/></file-entry>"),
            "liste.ods",
            Refusal.PROTECTED,
        ),
        ("too large", b"x" * (limits.MAX_BYTES + 1), "liste.csv", Refusal.TOO_LARGE),
        ("bomb", with_sheet(" " * (6 * 1024 * 1024)), "liste.xlsx", Refusal.ZIP_BOMB),
        ("many columns", xlsx(["Name", *["Ort"] * 200], ["x"]), "liste.xlsx", Refusal.TOO_MANY_COLUMNS),
        ("many columns of text", b"Name" + b";Ort" * 200 + b"\nx", "a.csv", Refusal.TOO_MANY_COLUMNS),
        ("many rows", b"Name;Ort\n" + b"a;b\n" * 5001, "liste.csv", Refusal.TOO_MANY_ROWS),
        (
            "one cell far below",
            with_sheet(
                '<worksheet><sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>'
            ),
            "liste.xlsx",
            Refusal.TOO_MANY_ROWS,
        ),
        (
            "one cell far to the right",
            with_sheet(
                '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'
            ),
            "liste.xlsx",
            Refusal.TOO_MANY_COLUMNS,
        ),
        (
            "a sheet under another name",
            zipped(
                {"xl/workbook.xml": "<workbook/>", "xl/media/a.png": "<worksheet><sheetData/></worksheet>"}
            ),
            "liste.xlsx",
            Refusal.BROKEN,
        ),
        (
            "one cell repeated",
            ods(
                '<table:table-row table:number-rows-repeated="99999">'
                '<table:table-cell office:value-type="string"/></table:table-row>'
            ),
            "liste.ods",
            Refusal.TOO_MANY_ROWS,
        ),
    ],
)
def test_a_file_that_is_no_list_is_refused_by_code(case: str, data: bytes, name: str, code: Refusal) -> None:
    assert refusal(data, name) == code, case


def test_five_thousand_rows_are_taken() -> None:
    assert len(read_list(b"Name;Ort\n" + b"a;b\n" * 5000, name="liste.csv").rows) == 5000


def test_a_zip_with_a_password_is_refused_as_protected() -> None:
    data = bytearray(zipped({"xl/workbook.xml": "<workbook/>"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert refusal(bytes(data)) == Refusal.PROTECTED
