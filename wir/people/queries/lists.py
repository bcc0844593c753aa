"""What an uploaded list would do: row by row, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from wir.people.adapters.lists import read_list
from wir.people.models import ListPreview, NameKeys, PersonIdentity
from wir.people.rules.asked import AskedFor, phone_keys, search_keys
from wir.people.rules.columns import ColumnFinding
from wir.people.rules.lists import understand
from wir.people.rules.matches import Known, Reason, is_likely_same, match
from wir.people.rules.names import search_key
from wir.people.rules.raw import RawList, RawRow
from wir.people.rules.values import PersonValues, Problem, RowReading

if TYPE_CHECKING:
    from wir.kit.acting import Actor


class RowState(StrEnum):
    """What the take-over does with a row."""

    NEW = "new"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody in the files who may be the person of a row, and why."""

    person_id: UUID
    name: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row as it would be taken over."""

    number: int
    state: RowState
    values: PersonValues
    unclear: tuple[Problem, ...]
    refused: tuple[Problem, ...]
    alike: tuple[Alike, ...] = ()


@dataclass(frozen=True, slots=True)
class ListLook:
    """A list looked at: what its columns mean and what becomes of each row."""

    raw: RawList
    columns: tuple[ColumnFinding, ...]
    rows: tuple[PreviewRow, ...]

    @property
    def to_check(self) -> tuple[PreviewRow, ...]:
        """Return the rows that are taken over although something in them is unclear or somebody may be known."""
        return tuple(row for row in self.rows if (row.unclear or row.alike) and row.state is RowState.NEW)

    def by_need(self) -> list[PreviewRow]:
        """Return all rows, those first in which somebody has to look at something."""
        return sorted(
            self.rows,
            key=lambda row: (row.state is not RowState.REFUSED, not (row.unclear or row.alike), row.number),
        )

    def of_state(self, state: RowState) -> tuple[PreviewRow, ...]:
        """Return the rows with which this is done."""
        return tuple(row for row in self.rows if row.state is state)

    def raw_rows(self, state: RowState) -> list[tuple[RawRow, PreviewRow]]:
        """Return the rows of a state together with their cells as they stood in the list."""
        by_number = {row.number: row for row in self.rows}
        return [(raw, by_number[raw.number]) for raw in self.raw.rows if by_number[raw.number].state is state]


def preview_or_none(actor: Actor, preview_id: UUID) -> ListPreview | None:
    """Return an uploaded list of the actor's sub-projects."""
    return ListPreview.objects.visible_to(actor).select_related("project").filter(pk=preview_id).first()


def look_at(actor: Actor, preview: ListPreview, *, today: date) -> ListLook:
    """Read an uploaded list again and compare it with the sub-project's files, in two queries."""
    raw = read_list(bytes(preview.content), name=f"list{preview.file_type}")
    reading = understand(raw, today=today)
    keys = {row.number: _key(row.values) for row in reading.rows if not row.is_refused}
    known = set(
        PersonIdentity.objects.visible_to(actor)
        .filter(project_id=preview.project_id, search_key__in=[key for key, _ in keys.values()])
        .values_list("search_key", "birth_date")
    )
    rows = [_judged(row, keys, known) for row in reading.rows]
    if any(row.state is RowState.NEW for row in rows):
        files = _Files(actor, preview.project_id)
        rows = [
            replace(row, alike=files.like(row.values)) if row.state is RowState.NEW else row for row in rows
        ]
    return ListLook(raw, reading.columns, tuple(rows))


class _Files:
    """The sub-project's people by everything by which one may be known again."""

    def __init__(self, actor: Actor, project_id: UUID) -> None:
        keys = NameKeys.objects.visible_to(actor).filter(project_id=project_id)
        found = keys.select_related("person__identity")
        self._people = {one.person_id: one for one in found}
        self._by: dict[str, set[UUID]] = {}
        for one in self._people.values():
            for clue in (*one.sounds, *one.numbers):
                self._by.setdefault(clue, set()).add(one.person_id)

    def like(self, values: PersonValues) -> tuple[Alike, ...]:
        """Return who may be the person of a row, likeliest first, three at most."""
        names, numbers = f"{values.given_names} {values.family_name}", phone_keys(*values.phones)
        asked = AskedFor(names=names, day=values.birth_date, numbers=numbers)
        near = {one for sound in search_keys(names).sounds for one in self._by.get(sound, ())}
        near.update(one for number in numbers for one in self._by.get(number, ()))
        compared = [(one, match(asked, self._known(one))) for one in near]
        likely = [(one, found) for one, found in compared if is_likely_same(found)]
        likely.sort(key=lambda pair: pair[1].weight, reverse=True)
        return tuple(Alike(one, self._identity(one).full_name(), found.reasons) for one, found in likely[:3])

    def _known(self, person_id: UUID) -> Known:
        identity = self._identity(person_id)
        return Known(identity.all_names(), identity.birth_date, tuple(self._people[person_id].numbers))

    def _identity(self, person_id: UUID) -> PersonIdentity:
        return self._people[person_id].person.identity


def _key(values: PersonValues) -> tuple[str, date | None]:
    return search_key(values.given_names, values.family_name), values.birth_date


def _judged(
    row: RowReading, keys: dict[int, tuple[str, date | None]], known: set[tuple[str, date | None]]
) -> PreviewRow:
    state = RowState.KNOWN if keys.get(row.number) in known else RowState.NEW
    if row.is_refused:
        state = RowState.REFUSED
    return PreviewRow(row.number, state, row.values, row.unclear, row.refused)
