"""Where counselling shows itself: two tabs and the timeline of the case file, and names for the list of tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wir.counselling import queries
from wir.counselling.forms import EXIT_REASONS, MODES, words_of_topics
from wir.counselling.models import Contact, Stay
from wir.counselling.rules import ContactMode, ExitReason
from wir.eligibility import queries as eligibility
from wir.kit import registry
from wir.kit.acting import Actor
from wir.kit.registry import CaseSection, CaseTab, DayKind, DayRow, MenuEntry, Section, TimelineItem
from wir.kit.routes import address
from wir.network import queries as network
from wir.network.rules import Permission, roles_with
from wir.people import queries as people
from wir.tasks import queries as tasks
from wir.tasks.queries import WorkPlace

CONTACTS_SHOWN = 50
"""Contacts in the timeline; the tab shows all."""


def stays_in_timeline(actor: Actor, person_id: UUID) -> Iterator[TimelineItem]:
    """Yield an entry and, where the stay has ended, an exit for each stay."""
    for stay in queries.stays_of(actor, person_id):
        yield from _of_stay(stay)


def contacts_in_timeline(actor: Actor, person_id: UUID) -> Iterator[TimelineItem]:
    """Yield the latest conversations; what was said stays in the tab."""
    url = reverse("counselling:contacts", args=[person_id])
    for contact in queries.contacts_of(actor, person_id)[:CONTACTS_SHOWN]:
        yield TimelineItem(
            on=contact.on,
            title=_title(contact),
            detail=_detail(contact),
            icon="account-circle",
            url=url,
        )


def appointments_today(actor: Actor, today: date) -> Iterator[DayRow]:
    """Yield the actor's appointments of the day, and earlier ones of which nobody has said what came of them."""
    found = queries.appointments_to_close(actor, today) if actor.projects else []
    for one in found:
        local = localtime(one.starts_at)
        is_late = local.date() < today
        yield DayRow(
            title=" · ".join(
                part
                for part in (f"{local:%H:%M}", str(MODES[ContactMode(one.mode)]), one.meeting_place)
                if part
            ),
            why=_("say what came of it") if is_late else "",
            url=f"{address('counselling:contacts', one.person_id)}?termin={one.pk}",
            due_on=local.date(),
            person=one.person.identity.full_name(),
            person_id=one.person_id,
            tone="warning" if is_late else "info",
            kind=DayKind.APPOINTMENT,
        )


def _of_stay(stay: Stay) -> Iterator[TimelineItem]:
    yield TimelineItem(
        on=stay.entered_on,
        title=_("Entry: %(project)s") % {"project": stay.project.name},
        detail=_("Advisor: %(name)s") % {"name": stay.advisor.name},
        icon="arrow-forward",
    )
    if stay.exited_on:
        yield TimelineItem(
            on=stay.exited_on,
            title=_("Exit: %(project)s") % {"project": stay.project.name},
            detail=str(EXIT_REASONS[ExitReason(stay.exit_reason)]),
            icon="logout",
        )


def _title(contact: Contact) -> str:
    if not contact.came:
        return _("Did not come")
    return _("Conversation: %(mode)s") % {"mode": MODES[ContactMode(contact.mode)]}


def _detail(contact: Contact) -> str:
    minutes = ngettext("%(count)d minute", "%(count)d minutes", contact.minutes) % {"count": contact.minutes}
    topics = ", ".join(str(word) for word in words_of_topics(contact.topics))
    return " · ".join(part for part in (minutes, topics, contact.by.name) if part)


def places_for_tasks(actor: Actor) -> Iterator[WorkPlace]:
    """Yield the sub-projects in which the actor may make tasks; the list of tasks stands below them."""
    for project in network.projects_of(actor):
        yield WorkPlace(network_id=project.network_id, project_id=project.pk, name=project.name)


def colleagues_for_tasks(actor: Actor, project_id: UUID, today: date) -> Mapping[UUID, str]:
    """Return who works in the sub-project on the day."""
    there = network.colleagues_in(actor, today)
    return {one.user_id: one.user.name for one in there if one.project_id == project_id}


def names_for_tasks(actor: Actor, subject_ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """Return the names of the people whom tasks are about, where the actor may see them."""
    return people.names_of(actor, subject_ids)


TABS = (
    (gettext_lazy("Contacts"), "contacts", 20, CaseSection.COUNSELLING),
    (gettext_lazy("Appointments"), "appointments", 22, CaseSection.COUNSELLING),
    (gettext_lazy("Needs"), "talks", 25, CaseSection.COUNSELLING),
    (gettext_lazy("Plan"), "plan", 30, CaseSection.COUNSELLING),
    (gettext_lazy("Stays and team"), "stays", 40, CaseSection.COUNSELLING),
    (gettext_lazy("Authorities"), "matters", 45, CaseSection.LAW),
    (gettext_lazy("Powers of attorney"), "powers", 46, CaseSection.LAW),
)
for label, name, order, section in TABS:
    registry.add_tab(CaseTab(label, f"counselling:{name}", order, section))
registry.add_menu(
    MenuEntry(
        label=gettext_lazy("Waiting list"),
        url_name="counselling:waiting",
        order=25,
        roles=roles_with(Permission.WORK_IN_FILES),
        section=Section.CASES,
    )
)
registry.add_menu(
    MenuEntry(
        label=gettext_lazy("With several people"),
        url_name="counselling:groups",
        order=27,
        roles=roles_with(Permission.WORK_IN_FILES),
        section=Section.CASES,
    )
)
registry.add_menu(
    MenuEntry(
        label=gettext_lazy("Calendar"),
        url_name="counselling:calendar",
        order=12,
        roles=roles_with(Permission.WORK_IN_FILES),
        section=Section.DAY,
    )
)
registry.add_day(appointments_today)
registry.add_timeline(stays_in_timeline)
registry.add_timeline(contacts_in_timeline)
tasks.add_places(places_for_tasks)
tasks.add_names(names_for_tasks)
tasks.add_colleagues(colleagues_for_tasks)
eligibility.add_open_cases(queries.people_in_stays)
