"""Words for the rows of a list."""

from __future__ import annotations

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wir.kit.templatetags.elements import ButtonKind, badge, link_button
from wir.kit.templatetags.shapes import BadgeTone
from wir.people.forms import SHORT_STATUSES, reasons_as_text, sentence_of
from wir.people.queries.lists import PreviewRow, RowState
from wir.people.rules.citations import cited
from wir.people.rules.values import PersonValues

register = template.Library()

STATES = {RowState.NEW: _("new"), RowState.KNOWN: _("known already"), RowState.REFUSED: _("refused")}
TONES: dict[RowState, BadgeTone] = {
    RowState.NEW: "success",
    RowState.KNOWN: "neutral",
    RowState.REFUSED: "danger",
}


@register.simple_tag
def state_badge(*, state: RowState) -> SafeString:
    """Show what happens with a row."""
    return badge(label=STATES[state], tone=TONES[state])


@register.simple_tag
def state_link(*, state: RowState, count: int, current: str) -> SafeString:
    """Lead to the rows with which this happens."""
    kind: ButtonKind = "secondary" if current == state else "tertiary"
    return link_button(label=f"{STATES[state]} ({count})", url=f"?state={state}", kind=kind, small=True)


@register.simple_tag
def all_link(*, count: int, current: str) -> SafeString:
    """Lead to all rows."""
    kind: ButtonKind = "tertiary" if current else "secondary"
    return link_button(label=_("All (%(count)d)") % {"count": count}, url="?", kind=kind, small=True)


@register.simple_tag
def paper_of(*, values: PersonValues) -> str:
    """Name the status and its legal basis as they were understood."""
    basis = f" {cited(values.legal_basis)}" if values.legal_basis else ""
    return f"{SHORT_STATUSES[values.status or '']}{basis}"


@register.simple_tag
def problems_of(*, row: PreviewRow) -> SafeString:
    """List why a row is refused, then what is unclear in it, then who may be the same person."""
    sentences = [sentence_of(problem) for problem in (*row.refused, *row.unclear)]
    for one in row.alike:
        named = {"name": one.name, "reasons": reasons_as_text(one.reasons)}
        sentences.append(gettext("Perhaps known already: %(name)s (%(reasons)s).") % named)
    return format_html_join(mark_safe("<br>"), "{}", ((sentence,) for sentence in sentences))
