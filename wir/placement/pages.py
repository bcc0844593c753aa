"""What placement adds to the menu, the case file and its timeline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wir.kit.registry import (
    CaseSection,
    CaseTab,
    MenuEntry,
    Section,
    TimelineItem,
    add_menu,
    add_tab,
    add_timeline,
)
from wir.network.rules import Permission, roles_with
from wir.placement import queries
from wir.placement.forms.words import END_REASONS, KINDS, STATES
from wir.placement.rules import ApplicationState, EndReason, OpportunityKind

if TYPE_CHECKING:
    from wir.kit.acting import Actor
    from wir.placement.models import Spell


def timeline(actor: Actor, person_id: UUID) -> Iterator[TimelineItem]:
    """Tell of applications under way or declined, and of spells with their ends."""
    for application in queries.applications_of(actor, person_id):
        state = ApplicationState(application.state)
        if state is not ApplicationState.STARTED:
            yield TimelineItem(
                on=application.since_on,
                title=_("Application: %(state)s") % {"state": STATES[state]},
                detail=f"{application.opportunity.title}, {application.opportunity.provider}",
                icon="mail",
                url=reverse("placement:application", args=[person_id, application.pk]),
            )
    for spell in queries.spells_of(actor, person_id):
        yield from _of_spell(spell)


def _of_spell(spell: Spell) -> Iterator[TimelineItem]:
    kind = {"kind": KINDS[OpportunityKind(spell.kind)]}
    opportunity = spell.application.opportunity if spell.application else None
    what = f"{opportunity.title}, {opportunity.provider}" if opportunity else ""
    url = reverse("placement:case", args=[spell.person_id])
    yield TimelineItem(
        on=spell.starts_on, title=_("%(kind)s: start") % kind, detail=what, icon="success", url=url
    )
    if spell.ends_on is not None and spell.end_reason:
        reason = str(END_REASONS[EndReason(spell.end_reason)])
        yield TimelineItem(
            on=spell.ends_on, title=_("%(kind)s: end") % kind, detail=reason, icon="close", url=url
        )


add_menu(
    MenuEntry(
        gettext_lazy("Opportunities"),
        "placement:opportunities",
        50,
        roles_with(Permission.OFFER_PLACES),
        Section.PLACEMENT,
    )
)
add_tab(CaseTab(gettext_lazy("Placement"), "placement:case", 50, CaseSection.PLACEMENT))
add_timeline(timeline)
