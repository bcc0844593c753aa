"""Long lists piece by piece: the next piece begins after a row, not at a number, so that depth costs nothing.

The address names the row by its id alone; what the list is sorted by may be personal and stays out of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Piece(Generic[Row]):
    """A piece of a list, and the row after which the next one begins, where there is more."""

    rows: list[Row]
    after: UUID | None


def piece(
    rows: QuerySet[Row], *, among: QuerySet[Row], order: tuple[str, ...], after: str, size: int
) -> Piece[Row]:
    """Return the rows that follow the one with id ``after``, or the first ones where there is none such.

    ``order`` names fields that are never empty, the last of them the id. ``among`` are all rows the reader may see:
    the row is looked for there, because it may have left the list since.
    """
    fields = [name.removeprefix("-") for name in order]
    values = among.filter(pk=after).values_list(*fields).first() if _is_id(after) else None
    if values:
        rows = rows.filter(_beyond(order, dict(zip(fields, values, strict=True))))
    found = list(rows.order_by(*order)[: size + 1])
    return Piece(found[:size], found[size - 1].pk if len(found) > size else None)


def _beyond(order: tuple[str, ...], values: dict[str, object]) -> Q:
    """Return what holds for rows behind these values: the first field decides, among equals the next."""
    equal, behind = Q(), Q(pk__in=[])
    for name in order:
        field = name.removeprefix("-")
        beyond = f"{field}__lt" if name.startswith("-") else f"{field}__gt"
        behind |= equal & Q(**{beyond: values[field]})
        equal &= Q(**{field: values[field]})
    return behind


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
