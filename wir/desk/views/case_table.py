"""The list of cases as a table; its columns follow what the reader may see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from wir.desk.queries.cases import CaseRow
from wir.desk.templatetags.desk_words import ends, status_word
from wir.kit.routes import address
from wir.kit.templatetags.cells import Cell, Column, Mark, Quiet, Table, To

Show = Callable[[CaseRow], Cell]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the reader is shown: files by name (``works_in_files``), whose cases, of which sub-project."""

    today: date
    works_in_files: bool
    others: bool
    several: bool


def case_table(rows: list[CaseRow], shown: Shown) -> Table:
    """Return the rows under the headings of this reader."""
    columns = [(label, show) for wanted, label, show in _columns(shown) if wanted]
    return Table(
        caption=_("Cases"),
        columns=[Column(label=label) for label, _show in columns],
        rows=[[show(row) for _label, show in columns] for row in rows],
    )


def _columns(shown: Shown) -> list[tuple[bool, str, Show]]:
    files = shown.works_in_files
    return [
        (files, _("Name"), _name),
        (True, _("Case number"), lambda row: row.case_number),
        (files, _("Paper, valid until"), lambda row: _paper(row, shown.today)),
        (True, _("Since"), _since),
        (shown.others, _("Advisor"), lambda row: row.advisor),
        (shown.several, _("Sub-project"), lambda row: row.project),
        (files, _("Last contact"), lambda row: row.last_contact),
        (files, _("Next task"), lambda row: _next_task(row, shown.today)),
    ]


def _name(row: CaseRow) -> Cell:
    if not row.name:
        return Quiet(_("file closed to you"))
    return To(row.name, address("desk:case", row.person_id), is_name=True)


def _paper(row: CaseRow, today: date) -> Cell:
    status = str(status_word(row.status)) or None
    return (status or "–", Mark(row.valid_until, ends(row.valid_until, today))) if row.valid_until else status


def _since(row: CaseRow) -> Cell:
    return (row.since, "–", row.until) if row.since and row.until else row.since


def _next_task(row: CaseRow, today: date) -> Cell:
    late = row.task_due is not None and row.task_due < today
    return Mark(row.task_due, "danger") if late and row.task_due else row.task_due
