"""Where networks show themselves in the menu, and a due review of members in "My day"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wir.kit.registry import DayRow, MenuEntry, Section, add_day, add_menu
from wir.network import queries
from wir.network.rules import Permission, Role, roles_with

if TYPE_CHECKING:
    from wir.kit.acting import Actor

MANAGING = frozenset({Role.COORDINATOR.value, Role.PROJECT_LEAD.value})


def day(actor: Actor, today: date) -> Iterator[DayRow]:
    """Tell coordinators and heads of members at whom nobody has looked for six months."""
    if not actor.roles & MANAGING:
        return
    number = queries.members_to_review(actor, today)
    if number:
        title = ngettext("Review %(number)s membership", "Review %(number)s memberships", number)
        yield DayRow(title=title % {"number": number}, url=reverse("network:members"), tone="warning")


add_menu(MenuEntry(_("Network"), "network:network", 70, roles_with(Permission.SEE_NETWORK), Section.NETWORK))
add_menu(MenuEntry(_("Members"), "network:members", 71, MANAGING, Section.NETWORK))
add_menu(
    MenuEntry(
        _("Found a network"), "network:found", 70, frozenset({Role.PROGRAMME_OFFICE.value}), Section.NETWORK
    )
)
add_menu(
    MenuEntry(
        _("Releases"),
        "network:releases",
        72,
        roles_with(Permission.RELEASE_FILES) | roles_with(Permission.CHANGE_ROLES),
        Section.NETWORK,
    )
)
add_menu(
    MenuEntry(
        _("Data protection"),
        "network:controllers",
        80,
        roles_with(Permission.SEE_NETWORK),
        Section.PROTECTION,
    )
)
add_day(day)
