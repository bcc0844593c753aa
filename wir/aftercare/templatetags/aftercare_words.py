"""Codes of aftercare as words on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from wir.aftercare import forms
from wir.aftercare.rules import CheckInKind, Outcome

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

register = template.Library()


@register.filter
def check_in_word(code: str) -> str | _StrPromise:
    """Return which check-in it is."""
    return forms.KINDS[CheckInKind(code)]


@register.filter
def outcome_word(code: str) -> str | _StrPromise:
    """Return what a check-in showed."""
    return forms.OUTCOMES[Outcome(code)]


@register.filter
def outcome_tone(code: str) -> str:
    """Return the tone of a badge that shows the outcome."""
    return forms.OUTCOME_TONES[Outcome(code)]
