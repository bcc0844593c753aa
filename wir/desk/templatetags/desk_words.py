"""Codes as words on the desk's pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django import template

from wir.desk.forms.words import STATUSES
from wir.desk.queries.day import SOON
from wir.people.rules.facts import ResidenceStatus

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from wir.kit.templatetags.shapes import BadgeTone

register = template.Library()


@register.filter
def status_word(code: str) -> str | _StrPromise:
    """Return the residence status as it stands on the paper; nothing where it is not known."""
    return STATUSES[ResidenceStatus(code)] if code else ""


@register.filter
def ends(valid_until: date, today: date) -> BadgeTone:
    """Return the tone of a paper's last day: past, soon, or far away."""
    if valid_until < today:
        return "danger"
    return "warning" if valid_until <= today + SOON else "neutral"
