"""What a list of people says: meaning of the columns, one person a row, and every problem by its code."""

from dataclasses import replace
from datetime import date

from wir.people.rules.columns import recognise_columns
from wir.people.rules.raw import RawList
from wir.people.rules.readings import ProblemCode
from wir.people.rules.rows import read_row
from wir.people.rules.spelling import plain
from wir.people.rules.values import ListReading, PersonValues, Problem, RowReading

__all__ = ["ListReading", "PersonValues", "Problem", "ProblemCode", "RowReading", "understand"]


def understand(raw: RawList, *, today: date) -> ListReading:
    """Return the reading of a list; no row is lost, each is either taken, with doubts or without, or refused.

    A person who stands in the list twice (same name, same birth date) is refused the second time; the
    problem names the row of the first. Where a birth date is missing the second row is only doubted.
    """
    columns = recognise_columns(raw.header)
    rows = [read_row(row, columns, today=today) for row in raw.rows]
    return ListReading(columns, _without_duplicates(rows))


def _without_duplicates(rows: list[RowReading]) -> tuple[RowReading, ...]:
    seen: dict[str, list[RowReading]] = {}
    checked = []
    for row in rows:
        earlier = seen.setdefault(plain(f"{row.values.family_name} {row.values.given_names}"), [])
        judged = row if row.is_refused else _compared(row, earlier)
        if not judged.is_refused:
            earlier.append(judged)
        checked.append(judged)
    return tuple(checked)


def _compared(row: RowReading, earlier: list[RowReading]) -> RowReading:
    born = row.values.birth_date
    for other in earlier:
        if born and other.values.birth_date == born:
            problem = _duplicate(row, other, ProblemCode.DUPLICATE_IN_LIST)
            return replace(row, refused=(*row.refused, problem))
    for other in earlier:
        if born is None or other.values.birth_date is None:
            problem = _duplicate(row, other, ProblemCode.PERHAPS_DUPLICATE_IN_LIST)
            return replace(row, unclear=(*row.unclear, problem))
    return row


def _duplicate(row: RowReading, other: RowReading, code: ProblemCode) -> Problem:
    name = f"{row.values.family_name}, {row.values.given_names}".strip(", ")
    return Problem(row.number, None, "", name, code, (("first_row", str(other.number)),))
