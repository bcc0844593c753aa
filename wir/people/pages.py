"""Where this app appears in places it does not own."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wir.kit import registry
from wir.kit.acting import Actor
from wir.kit.registry import CaseSection, CaseTab, MenuEntry, Section, TimelineItem
from wir.network.rules import Permission, roles_with
from wir.people import queries
from wir.people.forms import SHORT_STATUSES
from wir.people.rules.citations import cited


def papers(actor: Actor, person_id: UUID) -> Iterable[TimelineItem]:
    """Return the papers a person held, with the day from which each is known."""
    for paper in queries.residences_of(actor, person_id):
        basis = f" · {cited(paper.legal_basis)}" if paper.legal_basis else ""
        yield TimelineItem(
            on=paper.from_on,
            title=f"{SHORT_STATUSES[paper.status]}{basis}",
            url=reverse("people:residence", args=[person_id]),
        )


registry.add_menu(
    MenuEntry(
        label=_("Import"),
        url_name="people:upload",
        order=30,
        roles=roles_with(Permission.IMPORT_LISTS),
        section=Section.CASES,
    )
)
registry.add_tab(CaseTab(label=_("Person"), url_name="people:person", order=10, section=CaseSection.PERSON))
registry.add_tab(
    CaseTab(label=_("Residence"), url_name="people:residence", order=30, section=CaseSection.LAW)
)
registry.add_tab(
    CaseTab(label=_("Special needs"), url_name="people:needs", order=75, section=CaseSection.PERSON)
)
registry.add_tab(
    CaseTab(label=_("Documents"), url_name="people:documents", order=85, section=CaseSection.DOCUMENTS)
)
registry.add_timeline(papers)
