"""Sheets of .xlsx, .xls and .ods as rows of cells; formulas give the value their program last computed."""

import io
from dataclasses import dataclass

import python_calamine

from wir.people.adapters import limits
from wir.people.adapters.oldexcel import check_old_excel
from wir.people.adapters.refusals import CannotReadList, Refusal
from wir.people.adapters.zipped import check_zip
from wir.people.rules.raw import Cell

ZIP_MAGIC = b"PK"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet from its first row and column on."""

    name: str
    rows: list[list[Cell]]


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin like a spreadsheet file, whatever its name ends in."""
    return data.startswith((ZIP_MAGIC, OLE_MAGIC))


def read_sheets(data: bytes) -> list[Sheet]:
    """Return the visible sheets in their order, checked before they are opened."""
    if data.startswith(OLE_MAGIC):
        check_old_excel(data)
    else:
        check_zip(data)
    try:
        with python_calamine.load_workbook(io.BytesIO(data)) as workbook:
            names = [sheet.name for sheet in workbook.sheets_metadata if _is_list(sheet)]
            return [_sheet(workbook, name) for name in names]
    except python_calamine.PasswordError as error:
        raise CannotReadList(Refusal.PROTECTED) from error
    except CannotReadList:
        raise
    except Exception as error:  # the library lets errors of its parts through, each of its own kind
        raise CannotReadList(Refusal.BROKEN) from error


def _is_list(sheet: python_calamine.SheetMetadata) -> bool:
    return (
        sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
        and sheet.visible == python_calamine.SheetVisibleEnum.Visible
    )


def _sheet(workbook: python_calamine.CalamineWorkbook, name: str) -> Sheet:
    sheet = workbook.get_sheet_by_name(name)
    if sheet.total_width > limits.MAX_COLUMNS:
        raise CannotReadList(Refusal.TOO_MANY_COLUMNS, limit=limits.MAX_COLUMNS)
    if sheet.total_height > limits.LAST_ROW:
        raise CannotReadList(Refusal.TOO_MANY_ROWS, limit=limits.MAX_ROWS)
    return Sheet(name, [list(row) for row in sheet.to_python(skip_empty_area=False)])
