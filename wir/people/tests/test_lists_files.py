"""Files as people hand them in, made here byte by byte; and the file that goes back to them."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
import xlsxwriter

from wir.people.adapters.lists import read_list, write_refused
from wir.people.rules.lists import understand
from wir.people.rules.raw import Cell, RawList, RawRow

TODAY = date(2026, 11, 24)
SIMPLE = RawList(1, ("Name", "Vorname"), (RawRow(2, ("Müller", "Ädä")),))
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def xlsx(*rows: list[Cell], sheet: str = "Liste") -> bytes:
    """Return a spreadsheet of one sheet with these rows from the top."""

    def fill(workbook: "xlsxwriter.Workbook") -> None:
        page = workbook.add_worksheet(sheet)
        day = workbook.add_format({"num_format": "dd.mm.yyyy"})
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.write(at, column, cell, day if isinstance(cell, date) else None)

    return workbook_of(fill)


def workbook_of(fill: Callable[["xlsxwriter.Workbook"], None]) -> bytes:
    """Return the bytes of a workbook that ``fill`` has filled."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        fill(workbook)
    return buffer.getvalue()


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def ods(rows: str, manifest: str = "") -> bytes:
    """Return an OpenDocument spreadsheet with these rows."""
    names = " ".join(f'xmlns:{name}="{OFFICE}:{name}:1.0"' for name in ("office", "table", "text"))
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<manifest xmlns="{OFFICE}:manifest:1.0">{manifest}</manifest>',
            "content.xml": f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="Liste">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def ods_row(*texts: str) -> str:
    """Return a row of text cells."""
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row>{cells}</table:table-row>"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8-sig", b""),
        ("utf-16", b""),
        ("utf-16-le", b""),
        ("utf-16-be", b"\xfe\xff"),
        ("windows-1252", b""),
    ],
)
def test_text_files_are_read_in_every_usual_encoding_and_separator(
    delimiter: str, encoding: str, mark: bytes
) -> None:
    text = f"Name{delimiter}Vorname\r\nMüller{delimiter}Ädä\r\n"

    assert read_list(mark + text.encode(encoding), name="liste.csv") == SIMPLE


def test_letters_that_only_windows_1252_knows_are_read() -> None:
    data = "Name;Ort\nŠešelj;Žabari\n".encode("windows-1252")

    assert read_list(data, name="liste.csv").rows == (RawRow(2, ("Šešelj", "Žabari")),)


def test_text_files_may_quote_separators_and_line_breaks_and_name_their_separator() -> None:
    data = b'sep=;\nName;Bemerkung\n\n"Hassan, Ali";"erste; Zeile\nzweite"\n'

    assert read_list(data, name="liste.csv") == RawList(
        2, ("Name", "Bemerkung"), (RawRow(4, ("Hassan, Ali", "erste; Zeile\nzweite")),)
    )


def test_a_formula_in_a_text_file_stays_text_and_is_unclear() -> None:
    raw = read_list(b'Name;Ort\nHassan;"=HYPERLINK(""x"")"\n', name="liste.csv")

    assert raw.rows[0].cells == ("Hassan", '=HYPERLINK("x")')
    assert [problem.code.value for problem in understand(raw, today=TODAY).rows[0].unclear] == [
        "formula",
        "birth_date_missing",
    ][::-1]


def test_xlsx_is_read_with_days_numbers_and_rows_as_shown() -> None:
    data = xlsx(
        ["Teilnehmerliste 2026"],
        [],
        ["Name", "Geburtsdatum", "PLZ", "Telefon"],
        ["Hassan", date(1990, 2, 1), 1067, 491713920012],
        [],
        ["Omar", "1.2.1991", "01067", None],
    )

    assert read_list(data, name="liste.xlsx") == RawList(
        3,
        ("Name", "Geburtsdatum", "PLZ", "Telefon"),
        (
            RawRow(4, ("Hassan", date(1990, 2, 1), 1067.0, 491713920012.0)),
            RawRow(6, ("Omar", "1.2.1991", "01067", None)),
        ),
        "Liste",
    )


def test_numbers_that_were_text_are_mended() -> None:
    data = xlsx(["Name", "PLZ", "Telefon", "Handy"], ["Hassan", 1067, 491713920012, 1713920013])

    (row,) = understand(read_list(data, name="liste.xlsx"), today=TODAY).rows

    assert row.values.postcode == "01067"
    assert row.values.phones == ("+491713920012", "+491713920013")


def test_a_formula_gives_the_value_the_spreadsheet_last_showed() -> None:
    def fill(workbook: "xlsxwriter.Workbook") -> None:
        page = workbook.add_worksheet()
        page.write_row(0, 0, ["Name", "Ort"])
        page.write_row(1, 0, ["Hassan"])
        page.write_formula(1, 1, '=CONCATENATE("Ber","lin")', None, "Berlin")

    assert read_list(workbook_of(fill), name="liste.xlsx").rows == (RawRow(2, ("Hassan", "Berlin")),)


def test_the_first_visible_sheet_with_a_header_is_taken_and_the_others_are_named() -> None:
    def fill(workbook: "xlsxwriter.Workbook") -> None:
        hidden, cover, people, more = (workbook.add_worksheet(name) for name in "ABCD")
        hidden.write_row(0, 0, ["Name", "Vorname"])
        hidden.hide()
        cover.write(0, 0, "Deckblatt")
        cover.activate()
        cover.set_first_sheet()
        for page in (people, more):
            page.write_row(0, 0, ["Name", "Vorname"])
            page.write_row(1, 0, ["Müller", "Ädä"])

    raw = read_list(workbook_of(fill), name="liste.xlsx")

    assert (raw.sheet, raw.other_sheets, raw.rows) == ("C", ("B", "D"), SIMPLE.rows)


def test_ods_is_read_with_repeated_blanks() -> None:
    blank = '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
    rest = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )

    raw = read_list(
        ods(blank + ods_row("Name", "Vorname") + ods_row("Müller", "Ädä") + rest), name="liste.ods"
    )

    assert raw == RawList(3, SIMPLE.header, (RawRow(4, ("Müller", "Ädä")),), "Liste")


def test_the_content_decides_and_not_the_name() -> None:
    assert read_list(xlsx(["Name", "Vorname"], ["Müller", "Ädä"]), name="liste.xls").rows == SIMPLE.rows
    assert read_list("Name\tVorname\nMüller\tÄdä".encode(), name="liste.xls").rows == SIMPLE.rows


def test_cells_right_of_the_header_are_kept_under_a_blank_heading() -> None:
    raw = read_list(b"Name;Ort\nHassan;Berlin;;Rest\n", name="liste.csv")

    assert (raw.header, raw.rows[0].cells) == (("Name", "Ort", "", ""), ("Hassan", "Berlin", None, "Rest"))


def test_refused_rows_go_back_with_the_reason_and_can_be_handed_in_again() -> None:
    header = ("Name", "Geburtsdatum", "PLZ", "Grund", "Telefon")
    rows = (
        RawRow(4, ("Hassan", date(1990, 2, 1), 1067.0, "alter Grund", "0171 3920012")),
        RawRow(9, ("=1+1", "25.11.2027", "01067", None, None)),
    )

    data = write_refused(header, [(row, f"Zeile {row.number}: bitte prüfen") for row in rows])

    assert read_list(data, name="abgelehnt.xlsx") == RawList(
        1,
        ("Name", "Geburtsdatum", "PLZ", "Telefon", "Grund"),
        (
            RawRow(2, ("Hassan", date(1990, 2, 1), 1067.0, "0171 3920012", "Zeile 4: bitte prüfen")),
            RawRow(3, ("=1+1", "25.11.2027", "01067", None, "Zeile 9: bitte prüfen")),
        ),
        "Sheet1",
    )


def test_no_cell_that_goes_back_is_a_formula_or_a_link() -> None:
    row = RawRow(2, ("=1+1", "https://example.org", "@SUM(A1)", "+1", "-1"))

    data = write_refused(["=A", "B", "C", "D", "E"], [(row, "=Grund")])

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert sheet.count('t="s"') == 12
