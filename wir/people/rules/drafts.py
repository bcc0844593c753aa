"""One row while it is being read: its cells by meaning, and the problems met so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from wir.people.rules.columns import Column, ColumnFinding
from wir.people.rules.raw import Cell, RawRow, as_text, is_empty
from wir.people.rules.readings import ProblemCode, Reading
from wir.people.rules.spelling import plain
from wir.people.rules.values import Problem

T = TypeVar("T")

NAMES = frozenset(
    {
        Column.FULL_NAME,
        Column.FAMILY_NAME_FIRST,
        Column.GIVEN_NAME_FIRST,
        Column.GIVEN_NAMES,
        Column.FAMILY_NAME,
    }
)
# Where these contradict each other it is open who is meant.
IDENTITY = NAMES | {Column.BIRTH_DATE, Column.GENDER, Column.CASE_NUMBER}
_ALWAYS_REFUSED = frozenset(
    {ProblemCode.NAME_MISSING, ProblemCode.BIRTH_DATE_IN_FUTURE, ProblemCode.DUPLICATE_IN_LIST}
)


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled cell with the heading of its column."""

    header: str
    cell: Cell


@dataclass(slots=True)
class Draft:
    """Cells of a row by column; problems are sorted into unclear and refused as they come."""

    number: int
    cells: dict[Column, list[Filled]]
    other: tuple[tuple[str, str], ...]
    headers: dict[Column, str]
    unclear: list[Problem] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)

    @classmethod
    def of(cls, row: RawRow, columns: Sequence[ColumnFinding]) -> "Draft":
        """Sort the filled cells of a row by the meaning of their columns."""
        cells: dict[Column, list[Filled]] = {}
        headers: dict[Column, str] = {}
        other: list[tuple[str, str]] = []
        for finding, cell in zip(columns, row.cells, strict=False):
            if finding.column is not None:
                headers.setdefault(finding.column, finding.header)
            if is_empty(cell):
                continue
            if finding.column is None:
                other.append((finding.header, as_text(cell)))
            else:
                cells.setdefault(finding.column, []).append(Filled(finding.header, cell))
        return cls(row.number, cells, tuple(other), headers)

    def all(self, column: Column) -> list[Filled]:
        """Return every filled cell of a meaning, where several columns may add up (telephone and mobile)."""
        return self.cells.get(column, [])

    def one(self, column: Column) -> Filled:
        """Return the one cell of a meaning; of two that contradict each other none is taken."""
        filled = self.all(column)
        if len(filled) > 1 and len({plain(as_text(each.cell)) for each in filled}) > 1:
            texts = " | ".join(as_text(each.cell) for each in filled)
            self.report(column, ProblemCode.CONTRADICTION, texts, header=filled[0].header)
            return Filled(filled[0].header, None)
        return filled[0] if filled else Filled(self.headers.get(column, ""), None)

    def take(self, column: Column, filled: Filled, reading: Reading[T]) -> T | None:
        """Return the value of a reading, and note its doubt if it has one."""
        if reading.doubt is not None:
            refuse = column in NAMES and reading.value is None
            problem = Problem(
                self.number, column, filled.header, reading.original, reading.doubt, reading.params
            )
            self._sort(problem, refuse=refuse)
        return reading.value

    def report(
        self,
        column: Column | None,
        code: ProblemCode,
        text: str = "",
        *,
        header: str | None = None,
        **params: str,
    ) -> None:
        """Note a problem that no single cell shows."""
        shown = header if header is not None else self.headers.get(column, "") if column else ""
        problem = Problem(self.number, column, shown, text, code, tuple(sorted(params.items())))
        self._sort(problem, refuse=code is ProblemCode.CONTRADICTION and column in IDENTITY)

    def refused_for(self, column: Column) -> bool:
        """Whether the row is already refused because of this column."""
        return any(problem.column is column for problem in self.refused)

    def _sort(self, problem: Problem, *, refuse: bool) -> None:
        (self.refused if refuse or problem.code in _ALWAYS_REFUSED else self.unclear).append(problem)
