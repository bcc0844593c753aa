"""Parts that show data: tables, lists of terms, timelines."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from wir.kit.registry import TimelineItem
from wir.kit.templatetags.shapes import Text, all_are, given, trimmed

register = template.Library()


@register.simple_block_tag
def table(
    content: SafeString,
    *,
    caption: Text,
    caption_hidden: bool = True,
    dense: bool = True,
    stacked: bool = False,
) -> SafeString:
    """A table's shell: write thead, tbody, tr, th, td as plain HTML inside; class "num" sets figures flush.

    Wide tables scroll inside their own region, which the keyboard reaches. ``stacked`` turns each row into a
    block on a phone; every td then needs data-label.

    {% table caption=_("Caseload") %}<thead>…</thead><tbody>…</tbody>{% endtable %}
    """
    given("table", caption=caption)
    context = {
        "content": content,
        "caption": caption,
        "caption_hidden": caption_hidden,
        "dense": dense,
        "stacked": stacked,
    }
    return render_to_string("kit/components/table.html", context)


@register.simple_block_tag
def description_list(content: SafeString, *, columns: int = 1) -> SafeString:
    """Terms and what they are for this record, in one or two columns; made of {% entry %}.

    {% description_list columns=2 %}{% entry term=_("Born on") %}…{% endentry %}{% enddescription_list %}
    """
    if columns not in {1, 2}:
        raise template.TemplateSyntaxError(f"description_list: columns={columns!r} is neither 1 nor 2")
    return render_to_string("kit/components/description_list.html", {"content": content, "columns": columns})


@register.simple_block_tag
def entry(content: SafeString, *, term: Text) -> SafeString:
    """One term of a description list; without content it says that nothing is recorded."""
    given("entry", term=term)
    return render_to_string("kit/components/entry.html", {"content": trimmed(content), "term": term})


@register.simple_tag
def timeline(*, items: Iterable[TimelineItem]) -> SafeString:
    """What happened, in the order given; each entry with its day.

    {% timeline items=case_timeline %}
    """
    entries = all_are("timeline", "items", items, TimelineItem)
    return render_to_string("kit/components/timeline.html", {"items": entries})
