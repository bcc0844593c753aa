"""Where this app appears in places it does not own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wir.eligibility import queries
from wir.kit import registry
from wir.kit.registry import CaseSection, CaseTab, DayRow, MenuEntry, Section
from wir.network.rules import Role

if TYPE_CHECKING:
    from wir.kit.acting import Actor

MOST_ROWS = 10


def day(actor: Actor, today: date) -> Iterator[DayRow]:
    """Tell the case team whose kept answer would be another now, and the coordination how many they are."""
    for one in queries.outdated_in_team(actor, limit=MOST_ROWS):
        yield DayRow(
            title=_("Permission to work would be answered differently now"),
            url=f"{reverse('eligibility:work', args=[one.person_id])}?activity={one.activity}",
            person=one.person.identity.full_name(),
            tone="warning",
        )
    number = queries.outdated_overseen(actor)
    if number:
        title = ngettext(
            "In %(number)s case permission to work would be answered differently now",
            "In %(number)s cases permission to work would be answered differently now",
            number,
        )
        yield DayRow(title=title % {"number": number}, url=reverse("eligibility:changed"))


registry.add_day(day)
registry.add_tab(
    CaseTab(label=_("Permission to work"), url_name="eligibility:work", order=40, section=CaseSection.LAW)
)
registry.add_menu(
    MenuEntry(
        label=_("Rules and policy"),
        url_name="eligibility:law",
        order=75,
        roles=frozenset({Role.COORDINATOR.value}),
        section=Section.NETWORK,
    )
)
