"""My day as tables, the most urgent first; each row says why it is there, and what one can do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from wir.desk.forms.later import PAPER, SILENCE
from wir.desk.templatetags.desk_words import status_word
from wir.kit.registry import DayKind, DayRow, case_url
from wir.kit.routes import address
from wir.kit.templatetags.cells import Cell, Column, Mark, Press, Quiet, Table, To
from wir.tasks.rules import DEADLINES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wir.desk.queries.day import Day, EndingPaper, Figures, Silent, ToDo
    from wir.kit.templatetags.shapes import BadgeTone, Text

TITLES = {
    DayKind.DEADLINE: gettext_lazy("Legal dates"),
    DayKind.APPOINTMENT: gettext_lazy("Appointments today"),
    DayKind.TASK: gettext_lazy("Whom to call first"),
    DayKind.MESSAGE: gettext_lazy("Somebody waits for an answer"),
    DayKind.LAW: gettext_lazy("Answers that have changed"),
    DayKind.PAPER: gettext_lazy("Papers that run out"),
    DayKind.SILENCE: gettext_lazy("Not heard of for long"),
    DayKind.OTHER: gettext_lazy("Also worth a look"),
}
TABS = {
    DayKind.DEADLINE: gettext_lazy("Dates"),
    DayKind.APPOINTMENT: gettext_lazy("Appointments"),
    DayKind.TASK: gettext_lazy("Tasks"),
    DayKind.MESSAGE: gettext_lazy("Messages"),
    DayKind.LAW: gettext_lazy("Law"),
    DayKind.PAPER: gettext_lazy("Papers"),
    DayKind.SILENCE: gettext_lazy("Silence"),
    DayKind.OTHER: gettext_lazy("More"),
}
SHORT, LONG = 12, 200
"""Rows of a part among the others, and alone."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the day."""

    kind: DayKind
    title: Text
    table: Table
    count: int

    @property
    def hidden(self) -> int:
        """How many rows there are besides those shown."""
        return self.count - len(self.table.rows)


def parts_of(day: Day | None, others: Iterable[DayRow], today: date, only: DayKind | None) -> list[Part]:
    """Return the parts that have rows, the most urgent first; one of them alone where the reader chose it."""
    rows: dict[DayKind, list[list[Cell]]] = {kind: [] for kind in DayKind}
    for kind, row in _all(day, others, today):
        rows[kind].append(row)
    return [
        Part(kind, TITLES[kind], _table(kind, found[: LONG if kind is only else SHORT]), len(found))
        for kind, found in rows.items()
        if found
    ]


def _table(kind: DayKind, rows: list[list[Cell]]) -> Table:
    labels = (_("Who"), _("What and why"), _("Day"), _("What you can do"))
    return Table(caption=TITLES[kind], columns=[Column(label=label) for label in labels], rows=rows)


def _all(day: Day | None, others: Iterable[DayRow], today: date) -> Iterator[tuple[DayKind, list[Cell]]]:
    if day:
        for todo in day.todos:
            kind = DayKind.DEADLINE if todo.task.reason in DEADLINES else DayKind.TASK
            yield kind, _of_task(todo, today)
        for paper in day.papers:
            yield DayKind.PAPER, _of_paper(paper)
        for one in day.silent:
            yield DayKind.SILENCE, _of_silence(one)
    for row in others:
        yield row.kind, _of_row(row)


def _of_task(todo: ToDo, today: date) -> list[Cell]:
    task = todo.task
    done = Press(_("Done"), address("tasks:finish", task.pk))
    tone: BadgeTone = "danger" if todo.is_overdue else "warning" if task.due_on == today else "neutral"
    return [
        _who(todo.name, task.subject_id),
        _what(task.words(), task.link, task.why()),
        Mark(task.due_on, tone),
        (
            To(pgettext("a page", "Open"), task.link) if task.needs_its_page() else done,
            To(_("Later"), f"{address('tasks:put_off', task.pk)}?show=day"),
        ),
    ]


def _of_paper(paper: EndingPaper) -> list[Cell]:
    words = {"paper": status_word(paper.status)}
    what = _("%(paper)s has ended") if paper.has_ended else _("%(paper)s ends")
    return [
        _who(paper.name, paper.person_id),
        _what(
            what % words,
            address("people:residence", paper.person_id),
            _("without a valid paper work and support are at risk"),
        ),
        Mark(paper.valid_until, "danger" if paper.has_ended else "warning"),
        _later(paper.person_id, PAPER),
    ]


def _of_silence(one: Silent) -> list[Cell]:
    spoken = _("last contact on %(day)s") if one.was_spoken_with else _("in counselling since %(day)s")
    days = ngettext("no contact for %(days)d day", "no contact for %(days)d days", one.days)
    return [
        _who(one.name, one.person_id),
        _what(
            _("Get in touch and put it down"),
            address("counselling:contacts", one.person_id),
            days % {"days": one.days},
        ),
        Quiet(spoken % {"day": date_format(one.since, "SHORT_DATE_FORMAT")}),
        _later(one.person_id, SILENCE),
    ]


def _of_row(row: DayRow) -> list[Cell]:
    tone: BadgeTone = "danger" if row.tone == "danger" else "warning" if row.tone == "warning" else "info"
    return [
        _who(row.person, row.person_id) or Quiet(_("In general")),
        _what(row.title, row.url, row.why),
        Mark(row.due_on, tone) if row.due_on else None,
        Press(_("Done"), address("tasks:finish", row.task_id))
        if row.task_id
        else To(pgettext("a page", "Open"), row.url),
    ]


def _who(name: str, person_id: UUID | None) -> Cell:
    return To(name, case_url(person_id), is_name=True) if name and person_id else name or None


def _what(words: Text, url: str, why: Text) -> Cell:
    what = To(words, url) if url else words
    return (what, Quiet(why)) if why else what


def _later(person_id: UUID, what: str) -> Cell:
    return To(_("Later"), address("desk:later", person_id, what))


def figures_table(figures: list[Figures]) -> Table:
    """Return sub-projects in figures, each leading to its cases."""
    cases = address("desk:caseload")
    return Table(
        caption=_("My network in figures"),
        columns=[
            Column(label=_("Sub-project")),
            Column(label=_("Carrier")),
            Column(label=_("In counselling"), figures=True),
            Column(label=_("Entries this month"), figures=True),
            Column(label=_("Exits this month"), figures=True),
        ],
        rows=[
            [
                To(row.project, f"{cases}?whose={row.project_id}"),
                row.carrier,
                row.open,
                row.entered,
                row.exited,
            ]
            for row in figures
        ],
    )
