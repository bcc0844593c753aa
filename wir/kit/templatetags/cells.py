"""A whole table from values: what a list shows by the dozen is written here and not cell by cell in a template.

The template engine takes some ten times as long for a row as this does, and lists are what is opened most.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape

from django import template
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from wir.kit.templatetags.records import table
from wir.kit.templatetags.shapes import BADGE_TONES, BadgeTone, Text, given, one_of

register = template.Library()

NOTHING = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Heading of a column; ``figures`` are set flush on the other side, a column that ``sums`` up stands out."""

    label: Text
    figures: bool = False
    sums: bool = False


@dataclass(frozen=True, slots=True)
class To:
    """A cell, or a part of one, that leads somewhere; a person's name keeps its own direction (``is_name``)."""

    label: Text | int
    url: str
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A badge in a cell."""

    label: Text | date
    tone: BadgeTone = "neutral"


@dataclass(frozen=True, slots=True)
class Quiet:
    """Words that step back behind the others."""

    label: Text


@dataclass(frozen=True, slots=True)
class Press:
    """A button that does something with the row; the form around the table posts to ``url``, htmx gets the row anew."""

    label: Text
    url: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick, by which a row is chosen; ``label`` says to a screen reader which one."""

    label: Text
    name: str
    value: str
    is_ticked: bool = False


Part = Text | int | date | To | Mark | Quiet | Press | Tick | None
Cell = Part | tuple[Part, ...]
"""Text, number, day, link, badge, button or several of them; None is shown as a dash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Columns and rows in order; the first cell of a row names it. ``total`` is a last row that sums up."""

    caption: Text
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell] | None = None


@register.simple_tag
def data_table(*, of: Table, stacked: bool = True) -> SafeString:
    """A table of values with heading, rows and perhaps a sum; on a phone each row becomes a block.

    {% data_table of=cases %}
    """
    given("data_table", caption=of.caption)
    frames = _frames(of.columns)
    head = "".join(
        f'<th scope="col"{_kind(column)}>{escape(str(column.label))}</th>' for column in of.columns
    )
    body = "".join(_row(row, frames) for row in of.rows)
    foot = f"<tfoot>{_row(of.total, frames)}</tfoot>" if of.total else ""
    content = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>{foot}"
    return table(SafeString(content), caption=of.caption, stacked=stacked)


def row_alone(cells: Sequence[Cell], columns: Sequence[Column]) -> SafeString:
    """Return one row of a table, for htmx to put in the place of the row that was."""
    return SafeString(_row(cells, _frames(columns)))


def spanning_row(cell: Cell, *, columns: int) -> SafeString:
    """Return a row of one cell across the columns: what became of the row that was there."""
    return SafeString(f'<tr><td colspan="{columns}">{_cell(cell)}</td></tr>')


def _frames(columns: Sequence[Column]) -> list[tuple[str, str]]:
    """Return what stands before and after each cell; the first is the heading of its row."""
    frames = [
        (
            f'<td{_kind(column)} data-label="{escape(str(column.label))}">{"<strong>" if column.sums else ""}',
            _end(column),
        )
        for column in columns
    ]
    return [('<th scope="row">', "</th>"), *frames[1:]]


def _kind(column: Column) -> str:
    return ' class="num"' if column.figures else ""


def _end(column: Column) -> str:
    return "</strong></td>" if column.sums else "</td>"


def _row(cells: Iterable[Cell], frames: Sequence[tuple[str, str]]) -> str:
    shown = (f"{start}{_cell(cell)}{end}" for (start, end), cell in zip(frames, cells, strict=True))
    return f"<tr>{''.join(shown)}</tr>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, tuple):
        return " ".join(_part(part) for part in cell if part is not None) or NOTHING
    return _part(cell)


def _part(part: Part) -> str:
    match part:
        case None | "":
            return NOTHING
        case str() | int() | Promise():
            return escape(str(part))
        case date():
            return _day(part, get_language())
        case To() | Press() | Tick():
            return _way(part)
        case Mark():
            one_of("data_table", "tone", part.tone, BADGE_TONES)
            return f'<span class="wir-badge wir-badge--{part.tone}">{_part(part.label)}</span>'
        case Quiet():
            return f'<span class="wir-muted">{escape(str(part.label))}</span>'


def _way(part: To | Press | Tick) -> str:
    label = escape(str(part.label))
    if isinstance(part, Tick):
        return (
            f'<input class="kern-form-check__checkbox" type="checkbox" name="{part.name}" value="{escape(part.value)}"'
            f' aria-label="{label}"{" checked" if part.is_ticked else ""}>'
        )
    url = escape(part.url)
    if isinstance(part, To):
        return f'<a href="{url}">{f"<bdi>{label}</bdi>" if part.is_name else label}</a>'
    return (
        '<button class="kern-btn kern-btn--secondary wir-btn wir-btn--small" type="submit" '
        f'formaction="{url}" hx-post="{url}" hx-target="closest tr" hx-swap="outerHTML">'
        f'<span class="kern-label">{label}</span></button>'
    )


@lru_cache(maxsize=4096)
def _day(day: date, _language: str | None) -> str:
    """Return the day in the reader's short form; lists repeat the same days over and over."""
    return escape(date_format(day, "SHORT_DATE_FORMAT"))
