"""Parts that lead somewhere: tabs, breadcrumb, pagination, the header of a case."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any, cast
from uuid import UUID

from django import template
from django.core.paginator import Page
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from wir.kit.templatetags.elements import symbol
from wir.kit.templatetags.shapes import Fact, Link, Text, all_are, given, trimmed

register = template.Library()

CURRENT = ' aria-current="page"'


@register.simple_tag
def main_menu(*, groups: Iterable[Iterable[Link]], narrow: bool = False) -> SafeString:
    """The main navigation: the first link of a group leads it, the others open beside it; ``narrow`` shows all.

    {% main_menu groups=navigation %}
    """
    lists = [all_are("main_menu", "groups", group, Link) for group in groups]
    group_of = _shown_below if narrow else _shown_beside
    # written here, not in a template: every page bears it
    return SafeString(f"<ul>{''.join(group_of(first, others) for first, *others in lists)}</ul>")


def _shown_below(first: Link, others: list[Link]) -> str:
    more = f"<ul>{''.join(f'<li>{_to(link)}</li>' for link in others)}</ul>" if others else ""
    return f"<li>{_to(first)}{more}</li>"


def _shown_beside(first: Link, others: list[Link]) -> str:
    if not others:
        return f"<li>{_to(first)}</li>"
    name = escape(gettext("%(page)s: more pages") % {"page": first.label})
    more = "".join(f"<li>{_to(link)}</li>" for link in others)
    return (
        f'<li>{_to(first)}<details class="wir-menu" data-menu><summary><span class="kern-sr-only">{name}</span>'
        f"{symbol('arrow-down')}</summary>"
        f'<ul class="wir-menu__body">{more}</ul></details></li>'
    )


def _to(link: Link) -> str:
    return f'<a href="{escape(link.url)}"{CURRENT if link.current else ""}>{escape(str(link.label))}</a>'


@register.simple_tag
def tabs(*, items: Iterable[Link], label: Text) -> SafeString:
    """Pages that belong together, as links: each tab is an address of its own. ``label`` names the row.

    {% tabs items=case_tabs label=_("Case") %}
    """
    given("tabs", label=label)
    return render_to_string(
        "kit/components/tabs.html", {"items": all_are("tabs", "items", items, Link), "label": label}
    )


@register.simple_tag
def breadcrumb(*, items: Iterable[Link]) -> SafeString:
    """The way from the start to this page; the last entry is the page itself.

    {% breadcrumb items=crumbs %}
    """
    return render_to_string(
        "kit/components/breadcrumb.html", {"items": all_are("breadcrumb", "items", items, Link)}
    )


@register.simple_tag(takes_context=True)
def pagination(context: template.Context, *, page: Page[Any], parameter: str = "page") -> SafeString:
    """Ways to the other pages of a list; keeps filters and search of the address. Nothing on a single page.

    {% pagination page=page %}
    """
    if not isinstance(page, Page):
        raise template.TemplateSyntaxError("pagination: page must be a page of a paginator")
    if page.paginator.num_pages <= 1:
        return SafeString("")
    request = cast("HttpRequest", context["request"])

    def address(number: int) -> str:
        query = request.GET.copy()
        query[parameter] = str(number)
        return f"?{query.urlencode()}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    entries = [
        {
            "number": number,
            "url": address(number) if isinstance(number, int) else "",
            "current": number == page.number,
        }
        for number in numbers
    ]
    values = {
        "page": page,
        "entries": entries,
        "before": address(page.previous_page_number()) if page.has_previous() else "",
        "after": address(page.next_page_number()) if page.has_next() else "",
    }
    return render_to_string("kit/components/pagination.html", values)


@register.simple_tag(takes_context=True)
def further(context: template.Context, *, after: UUID | None, parameter: str = "after") -> SafeString:
    """Ways through a list that is read piece by piece (``kit.keyset``): to its start, and on after the last row shown.

    {% further after=page.after %}
    """
    request = cast("HttpRequest", context["request"])
    query = request.GET.copy()
    came_from = query.pop(parameter, None)
    start = f"?{query.urlencode()}" if came_from else ""
    query[parameter] = str(after)
    values = {"start": start, "after": f"?{query.urlencode()}" if after else ""}
    return render_to_string("kit/components/further.html", values) if start or after else SafeString("")


@register.simple_block_tag
def case_header(
    content: SafeString,
    *,
    name: Text,
    preline: Text = "",
    facts: Iterable[Fact] = (),
    tabs: Iterable[Link] = (),
    pages: Iterable[Link] = (),
) -> SafeString:
    """Head of every page of a case: whose it is, the facts one always needs, the tabs, the pages of this tab.

    The content is its buttons.

    {% case_header name=person.name preline=case_number facts=facts tabs=tabs %}…{% endcase_header %}
    """
    given("case_header", name=name)
    values = {
        "content": trimmed(content),
        "name": name,
        "preline": preline,
        "facts": all_are("case_header", "facts", facts, Fact),
        "tabs": all_are("case_header", "tabs", tabs, Link),
        "pages": all_are("case_header", "pages", pages, Link),
    }
    return render_to_string("kit/components/case_header.html", values)
