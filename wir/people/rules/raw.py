"""A list as it was handed in: cells and row numbers, nothing understood yet."""

import math
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None


@dataclass(frozen=True, slots=True)
class RawRow:
    """One filled row; ``number`` is the one the spreadsheet shows at its left edge, from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RawList:
    """Header and rows of one sheet; every row has as many cells as the header."""

    header_number: int
    header: tuple[str, ...]
    rows: tuple[RawRow, ...]
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()


def as_text(cell: Cell) -> str:
    """Return the cell as an adviser would have typed it; whole numbers without '.0', days in German order."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "WAHR" if cell else "FALSCH"
    if isinstance(cell, float):
        return str(int(cell)) if math.isfinite(cell) and cell.is_integer() else str(cell)
    if isinstance(cell, datetime):
        return f"{_german(cell)} {cell:%H:%M}"
    if isinstance(cell, date):
        return _german(cell)
    return str(cell).strip()


def _german(day: date) -> str:
    # strftime("%Y") drops leading zeros of early years on some systems
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def is_empty(cell: Cell) -> bool:
    """Whether nothing is written in the cell; blanks alone count as nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
