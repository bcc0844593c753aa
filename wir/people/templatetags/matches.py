"""Why somebody is shown, in words."""

from __future__ import annotations

from collections.abc import Iterable

from django import template

from wir.people.forms import reasons_as_text
from wir.people.rules.matches import Reason

register = template.Library()


@register.filter
def reason_words(reasons: Iterable[Reason]) -> str:
    """Return why somebody may be the person asked for, in one line."""
    return reasons_as_text(reasons)
