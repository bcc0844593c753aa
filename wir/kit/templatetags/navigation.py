"""Parts that lead somewhere: tabs, breadcrumb, pagination, the header of a case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import template
from django.core.paginator import Page
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from wir.kit.templatetags.shapes import Fact, Link, Text, all_are, given, trimmed

register = template.Library()

CURRENT = SafeString(' aria-current="page"')


@register.simple_tag
def main_menu(*, entries: Iterable[Link]) -> SafeString:
    """The entries of the main navigation; the shell shows them twice, for wide and for narrow screens.

    {% main_menu entries=navigation as menu %}
    """
    links = all_are("main_menu", "entries", entries, Link)
    # written here, not in a template: every page bears it
    items = format_html_join(
        "",
        '<li><a href="{}"{}>{}</a></li>',
        ((link.url, CURRENT if link.current else "", link.label) for link in links),
    )
    return format_html("<ul>{}</ul>", items)


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


@register.simple_block_tag
def case_header(
    content: SafeString,
    *,
    name: Text,
    preline: Text = "",
    facts: Iterable[Fact] = (),
    tabs: Iterable[Link] = (),
) -> SafeString:
    """Head of every page of a case: whose it is, the facts one always needs, the tabs.

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
    }
    return render_to_string("kit/components/case_header.html", values)
