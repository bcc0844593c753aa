"""Spreadsheet files in which nothing becomes a formula."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from wir.kit.sheets import csv_of, escaped, workbook_into

WIR = Path(__file__).parents[2]
FORMULAS = ["=1+1", "+49 40 123", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1+1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_begins_like_a_formula_is_text_in_csv(text: str) -> None:
    assert escaped(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Selam", "a=b", "O'Brien-Müller", "1-2"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert escaped(text) == text


def test_a_csv_file_keeps_numbers_and_escapes_the_rest() -> None:
    assert csv_of(["Name", "=x"], [["Selam", -5], [None, "=1+1"]]).decode("utf-8-sig") == (
        "Name;'=x\r\nSelam;-5\r\n;'=1+1\r\n"
    )


def test_a_workbook_takes_formulas_links_and_numbers_for_text() -> None:
    buffer = io.BytesIO()
    with workbook_into(buffer) as workbook:
        sheet = workbook.add_worksheet()
        for row, text in enumerate([*FORMULAS, "https://example.org", "0123"]):
            sheet.write(row, 0, text)

    with zipfile.ZipFile(buffer) as archive:
        cells = archive.read("xl/worksheets/sheet1.xml").decode()
    assert (re.findall("<f>|hyperlink", cells), cells.count('t="s"')) == ([], 10)


def test_no_other_place_writes_spreadsheets() -> None:
    writing = re.compile(r"xlsxwriter\.Workbook\(|csv\.(Dict)?[wW]riter\(")
    places = {
        path.relative_to(WIR).as_posix()
        for path in WIR.rglob("*.py")
        if "tests" not in path.parts and writing.search(path.read_text())
    }

    assert places == {"kit/sheets.py"}
