"""The answer's codes as words on the screen."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django import template
from django.utils.translation import get_language

from wir.eligibility import forms
from wir.eligibility.adapters.sentences import EASY, ENGLISH, GERMAN, Kind, sentence
from wir.eligibility.adapters.statutes import official_text
from wir.eligibility.rules import Activity, MayWork
from wir.eligibility.rules.answers import BanClass, BanKind
from wir.eligibility.rules.dwelling import DwellingCode
from wir.eligibility.rules.overview import OpenQuestion
from wir.eligibility.rules.policy import Setting
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.support import Access, SupportCode
from wir.people.rules.citations import cited

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

    from wir.kit.templatetags.shapes import BadgeTone, Tone

register = template.Library()

_ALL: tuple[Mapping[Any, _StrPromise], ...] = (
    *(forms.MAY_WORK, forms.AUTHORITY_PERMISSIONS, forms.DECISION_MODES, forms.BA_CONSENTS),
    *(forms.BAN_CLASSES, forms.BAN_KINDS, forms.TARGET_GROUPS),
    *(forms.CHANGE_KINDS, forms.ACCESSES, forms.SUPPORTS, forms.SETTINGS),
)
_WORDS: dict[type[StrEnum], Mapping[Any, _StrPromise]] = {type(next(iter(words))): words for words in _ALL}
TONES: dict[StrEnum, Tone] = {
    MayWork.YES: "success",
    MayWork.YES_WITH_PERMISSION: "info",
    MayWork.NO: "danger",
    MayWork.UNDECIDED: "warning",
}


_SENTENCES = {ReasonCode: Kind.REASON, SupportCode: Kind.SUPPORT, DwellingCode: Kind.DWELLING}

ACCESS_TONES: dict[Access, BadgeTone] = {
    Access.CLAIM: "success",
    Access.OPEN: "success",
    Access.IF_PLACES: "info",
    Access.ON_CONDITIONS: "info",
    Access.NOT_YET: "neutral",
    Access.NOT_OPEN: "danger",
    Access.UNDECIDED: "warning",
    Access.REVIEW: "warning",
}


@register.filter
def in_words(code: StrEnum) -> str | _StrPromise:
    """Return the words for any code of an answer, in the reader's language."""
    kind = _SENTENCES.get(type(code))
    if kind is not None:
        return sentence(kind, code, GERMAN if (get_language() or GERMAN).startswith(GERMAN) else ENGLISH)
    return _WORDS[type(code)][code]


@register.filter
def in_easy_words(code: StrEnum) -> str:
    """Return the sentence in easy German; for readers of English the plain one."""
    german = (get_language() or GERMAN).startswith(GERMAN)
    return sentence(_SENTENCES[type(code)], code, EASY if german else ENGLISH)


@register.filter
def statute_url(reference: str) -> str:
    """Return the address of the official text."""
    return official_text(reference)


@register.filter
def meaning(code: MayWork) -> str | _StrPromise:
    """Return the answer as a sentence."""
    return forms.MEANINGS[code]


@register.filter
def self_meaning(code: MayWork) -> str | _StrPromise:
    """Return the answer as a sentence to whoever asked for themselves."""
    return forms.SELF_MEANINGS[code]


@register.filter
def may_work_word(code: str) -> str | _StrPromise:
    """Return a stored answer in words; a dash where none is stored."""
    return forms.MAY_WORK[MayWork(code)] if code else "–"


@register.filter
def ban_word(code: str) -> str | _StrPromise:
    """Return a stored kind of ban in words."""
    return forms.BAN_KINDS[BanKind(code)]


@register.filter
def setting_word(code: str) -> str | _StrPromise:
    """Return a stored setting of the policy table in words."""
    return forms.SETTINGS[Setting(code)]


@register.filter
def activity_word(code: str) -> str | _StrPromise:
    """Return what the person wants to do."""
    return forms.ACTIVITIES[Activity(code)]


@register.filter
def tone(code: str) -> Tone:
    """Return the tone in which an answer is shown; the words say the same."""
    return TONES[MayWork(code)]


@register.filter
def version_word(code: str) -> str | _StrPromise:
    """Return what a version of the law is about."""
    return forms.VERSION_CODES[code]


@register.filter
def question_words(question: OpenQuestion) -> str:
    """Return an open legal question in the reader's language."""
    german = (get_language() or GERMAN).startswith(GERMAN)
    return question.words[GERMAN if german else ENGLISH]


@register.filter
def access_tone(code: Access) -> BadgeTone:
    """Return the tone in which access to support is shown; the words say the same."""
    return ACCESS_TONES[code]


@register.filter
def as_cited(reference: str) -> str:
    """Return a reference as German law is cited."""
    return cited(reference)


@register.filter
def is_ban(code: BanClass | None) -> bool:
    """Whether something stands against work at all."""
    return code not in {None, BanClass.NONE}
