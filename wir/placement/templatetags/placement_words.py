"""Codes of placement as words on the screen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django import template

from wir.eligibility.rules.answers import MayWork
from wir.placement.forms import words
from wir.placement.rules import ApplicationState, EndReason, OpportunityKind

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

register = template.Library()


@register.filter
def kind_word(code: str) -> str | _StrPromise:
    """Return what kind of opportunity or spell it is."""
    return words.KINDS[OpportunityKind(code)]


@register.filter
def state_word(code: str) -> str | _StrPromise:
    """Return how far an application is."""
    return words.STATES[ApplicationState(code)]


@register.filter
def state_tone(code: str) -> str:
    """Return the tone of a badge that shows an application's state."""
    return words.STATE_TONES[ApplicationState(code)]


@register.filter
def end_reason_word(code: str) -> str | _StrPromise:
    """Return why a spell ended."""
    return words.END_REASONS[EndReason(code)]


@register.filter
def answer_word(code: str) -> str | _StrPromise:
    """Return the answer on work."""
    return words.ANSWERS[MayWork(code)]


@register.filter
def answer_tone(code: str) -> str:
    """Return the tone of a notice that shows the answer on work."""
    return words.ANSWER_TONES[MayWork(code)]


@register.filter
def last_day(ends_on: date) -> date:
    """Return the last day of a period that ends, half-open, on the day after."""
    return ends_on - timedelta(days=1)
