"""The head of a case file: the same above every tab, whichever app owns it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import cast
from uuid import UUID

from django import template
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import formats
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wir.kit import registry
from wir.kit.templatetags.navigation import case_header
from wir.kit.templatetags.shapes import BadgeTone, Fact, Link
from wir.people.forms import SHORT_STATUSES
from wir.people.forms.words import born
from wir.people.queries import CaseHeader
from wir.people.rules.citations import cited
from wir.privacy.queries import is_stopped
from wir.privacy.rules import Purpose

register = template.Library()

SOON = timedelta(days=60)


@register.simple_tag(takes_context=True)
def case_top(context: template.Context, *, case: CaseHeader) -> SafeString:
    """Show whose file it is, the facts one always needs, and the tabs; the tab of this page is marked."""
    tabs, pages = _ways(case.person_id, cast("HttpRequest", context["request"]).path)
    today = localdate()
    head = case_header(
        SafeString(""),
        name=case.name,
        preline=case.case_number,
        facts=facts_of(case, today),
        tabs=tabs,
        pages=pages,
    )
    stopped = context.get("counselling_stopped")  # a page that has asked already says so
    if stopped is None:
        person = case.person
        stopped = is_stopped(person.network_id, person.pk, Purpose.COUNSELLING, today)
    return head + render_to_string("people/no_consent.html") if stopped else head


def _ways(person_id: UUID, path: str) -> tuple[list[Link], list[Link]]:
    """Return one tab for each section of the file, and the pages of the section shown where it has several.

    A section of one page bears the name of that page.
    """
    urls = {tab.url_name: registry.address_of(tab, person_id) for tab in registry.tabs()}
    # a page below a tab belongs to it: the longest address that this one begins with
    here = max(
        (name for name in urls if path.startswith(urls[name])), key=lambda name: len(urls[name]), default=""
    )
    tabs, pages = [], []
    for section, grouped in groupby(registry.tabs(), key=lambda tab: tab.section):
        links = [
            Link(label=tab.label, url=urls[tab.url_name], current=tab.url_name == here) for tab in grouped
        ]
        current = any(link.current for link in links)
        several = len(links) > 1
        label = registry.CASE_SECTIONS[section] if several else links[0].label
        tabs.append(Link(label=label, url=links[0].url, current=current))
        pages += links if several and current else []
    return tabs, pages


def facts_of(case: CaseHeader, today: date) -> list[Fact]:
    """Return the facts of the header; a paper that ends soon or has ended is marked."""
    facts = []
    birth = case.person.identity.birth()
    if birth is not None:
        facts.append(Fact(label=_("born"), value=born(birth)))
    facts.append(Fact(label=_("sub-project"), value=case.project_name))
    if case.status:
        basis = f" · {cited(case.legal_basis)}" if case.legal_basis else ""
        facts.append(Fact(label=_("status"), value=f"{SHORT_STATUSES[case.status]}{basis}"))
    else:
        facts.append(Fact(label=_("status"), value=_("not recorded"), tone="warning"))
    if case.valid_until:
        day = formats.date_format(case.valid_until, "SHORT_DATE_FORMAT")
        facts.append(Fact(label=_("valid until"), value=day, tone=_tone(case.valid_until, today)))
    return facts


def _tone(valid_until: date, today: date) -> BadgeTone | None:
    if valid_until < today:
        return "danger"
    return "warning" if valid_until <= today + SOON else None
