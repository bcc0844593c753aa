"""What apps show in places they do not own: menu, tabs of the case file, timeline, rows for the day.

An app registers in its ``pages`` module; ``desk`` and the base template read here and know no app by name.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wir.kit.acting import Actor
from wir.kit.routes import address

Text = str | Promise


class Section(StrEnum):
    """Groups of the main navigation, in the order shown; the first entry of a group leads it and names it."""

    DAY = "day"
    CASES = "cases"
    PLACEMENT = "placement"
    FIGURES = "figures"
    NETWORK = "network"
    PROTECTION = "protection"


class CaseSection(StrEnum):
    """Groups of the tabs of a case file, in the order shown."""

    OVERVIEW = "overview"
    PERSON = "person"
    COUNSELLING = "counselling"
    LAW = "law"
    PLACEMENT = "placement"
    DOCUMENTS = "documents"
    EVIDENCE = "evidence"


CASE_SECTIONS: dict[CaseSection, Text] = {
    CaseSection.OVERVIEW: _("Overview"),
    CaseSection.PERSON: _("Person"),
    CaseSection.COUNSELLING: _("Counselling"),
    CaseSection.LAW: _("Residence and law"),
    CaseSection.PLACEMENT: _("Placement"),
    CaseSection.DOCUMENTS: _("Documents"),
    CaseSection.EVIDENCE: _("Monitoring and data protection"),
}


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of the main navigation, for those who have one of the roles; ``order`` counts in its section."""

    label: Text
    url_name: str
    order: int
    roles: frozenset[str]
    section: Section


@dataclass(frozen=True, slots=True)
class CaseTab:
    """A tab of the case file; its address takes the person's id as ``person_id``; ``order`` counts in its section."""

    label: Text
    url_name: str
    order: int
    section: CaseSection


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """Something that happened to a person on a day; ``detail`` only where the reader may see it."""

    on: date
    title: Text
    detail: str = ""
    icon: str = "info"
    url: str = ""


class DayKind(StrEnum):
    """Parts of "My day", the most urgent first."""

    DEADLINE = "deadline"
    APPOINTMENT = "appointment"
    TASK = "task"
    MESSAGE = "message"
    LAW = "law"
    PAPER = "paper"
    SILENCE = "silence"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DayRow:
    """Something that wants attention in "My day"; ``tone`` is info, warning or danger.

    ``why`` says why it stands there, where the title does not; ``task_id`` is the task that is done with one click.
    """

    title: Text
    url: str
    due_on: date | None = None
    person: str = ""
    tone: str = "info"
    kind: DayKind = DayKind.OTHER
    why: Text = ""
    person_id: UUID | None = None
    task_id: UUID | None = None


Timeline = Callable[[Actor, UUID], Iterable[TimelineItem]]
Day = Callable[[Actor, date], Iterable[DayRow]]


@dataclass(slots=True)
class _Registry:
    menu: list[MenuEntry] = field(default_factory=list)
    tabs: list[CaseTab] = field(default_factory=list)
    timelines: list[Timeline] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)


_registry = _Registry()


def add_menu(entry: MenuEntry) -> None:
    """Add an entry to the main navigation."""
    _registry.menu.append(entry)


def add_tab(tab: CaseTab) -> None:
    """Add a tab to the case file."""
    _registry.tabs.append(tab)
    _registry.tabs.sort(key=_by_section(CaseSection))


def add_timeline(source: Timeline) -> None:
    """Let the case file's timeline ask this source."""
    _registry.timelines.append(source)


def add_day(source: Day) -> None:
    """Let "My day" ask this source."""
    _registry.days.append(source)


def menu_for(roles: frozenset[str]) -> list[MenuEntry]:
    """Return the navigation for somebody with these roles, section by section, in order."""
    return sorted((entry for entry in _registry.menu if entry.roles & roles), key=_by_section(Section))


def tabs() -> list[CaseTab]:
    """Return the tabs of the case file, section by section, in order."""
    return list(_registry.tabs)


def case_url(person_id: UUID) -> str:
    """Return where somebody's file begins."""
    return address_of(_registry.tabs[0], person_id)


def address_of(tab: CaseTab, person_id: UUID) -> str:
    """Return a tab's address for a person."""
    return address(tab.url_name, person_id)


def _by_section(sections: type[StrEnum]) -> Callable[[MenuEntry | CaseTab], tuple[int, int]]:
    places = {section: number for number, section in enumerate(sections)}
    return lambda item: (places[item.section], item.order)


def timeline_of(actor: Actor, person_id: UUID) -> list[TimelineItem]:
    """Return what every app knows to have happened, newest first."""
    items = [item for source in _registry.timelines for item in source(actor, person_id)]
    return sorted(items, key=lambda item: item.on, reverse=True)


def day_of(actor: Actor, today: date) -> list[DayRow]:
    """Return what wants attention today, most urgent first."""
    rows = [row for source in _registry.days for row in source(actor, today)]
    return sorted(rows, key=lambda row: (row.due_on or date.max, str(row.title)))
