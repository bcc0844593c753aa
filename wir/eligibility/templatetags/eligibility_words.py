"""The answer's codes as words on the screen."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django import template

from wir.eligibility import forms
from wir.eligibility.rules import Activity, MayWork
from wir.eligibility.rules.answers import BanClass
from wir.people.rules.citations import cited

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

    from wir.kit.templatetags.shapes import Tone

register = template.Library()

_ALL: tuple[Mapping[Any, _StrPromise], ...] = (
    *(forms.MAY_WORK, forms.AUTHORITY_PERMISSIONS, forms.DECISION_MODES, forms.BA_CONSENTS),
    *(forms.BAN_CLASSES, forms.BAN_KINDS, forms.TARGET_GROUPS, forms.REASONS),
)
_WORDS: dict[type[StrEnum], Mapping[Any, _StrPromise]] = {type(next(iter(words))): words for words in _ALL}
TONES: dict[StrEnum, Tone] = {
    MayWork.YES: "success",
    MayWork.YES_WITH_PERMISSION: "info",
    MayWork.NO: "danger",
    MayWork.UNDECIDED: "warning",
}


@register.filter
def in_words(code: StrEnum) -> str | _StrPromise:
    """Return the words for any code of an answer."""
    return _WORDS[type(code)][code]


@register.filter
def meaning(code: MayWork) -> str | _StrPromise:
    """Return the answer as a sentence."""
    return forms.MEANINGS[code]


@register.filter
def activity_word(code: str) -> str | _StrPromise:
    """Return what the person wants to do."""
    return forms.ACTIVITIES[Activity(code)]


@register.filter
def tone(code: str) -> Tone:
    """Return the tone in which an answer is shown; the words say the same."""
    return TONES[MayWork(code)]


@register.filter
def as_cited(reference: str) -> str:
    """Return a reference as German law is cited."""
    return cited(reference)


@register.filter
def is_ban(code: BanClass | None) -> bool:
    """Whether something stands against work at all."""
    return code not in {None, BanClass.NONE}
