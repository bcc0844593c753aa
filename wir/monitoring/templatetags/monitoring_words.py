"""Codes of monitoring as words on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

from wir.monitoring.forms import reasons, words
from wir.monitoring.rules.vocabulary import Answer, Employment, ExitState, Gender, Improvement, State

register = template.Library()


@register.filter
def indicator_name(code: str) -> str:
    """Return the name of an indicator, or what a code of the checks is about."""
    return reasons.label_of(code)


@register.filter
def reason(trace: Mapping[str, str | int]) -> str:
    """Return the sentence of a trace."""
    return reasons.in_words(trace)


@register.filter
def state_word(code: str) -> str:
    """Return the state of a participation."""
    return str(words.STATES[State(code)])


@register.filter
def state_tone(code: str) -> str:
    """Return the tone of a badge that shows the state."""
    return words.STATE_TONES[State(code)]


@register.filter
def state_sentence(code: str) -> str:
    """Return what the state means."""
    return str(words.STATE_SENTENCES[State(code)])


@register.filter
def exit_state_word(code: str) -> str:
    """Return where the results on leaving stand."""
    return str(words.EXIT_STATES[ExitState(code)]) if code else ""


@register.filter
def gender_word(code: str) -> str:
    """Return the gender of one person."""
    return str(words.GENDERS_OF_ONE[Gender(code)]) if code else str(words.NOT_RECORDED)


@register.filter
def employment_word(code: str) -> str:
    """Return a work status; an empty one was not recorded."""
    return str(words.EMPLOYMENT[Employment(code)]) if code else str(words.NOT_RECORDED)


@register.filter
def answer_word(code: str) -> str:
    """Return one of the four: yes, no, declined, not recorded."""
    return str(words.ANSWERS[Answer(code)]) if code else str(words.NOT_RECORDED)


@register.filter
def truth_word(value: object) -> str:
    """Return yes, no, or that it was not recorded; without a record a template passes an empty text."""
    if value is None or value == "":
        return str(words.NOT_RECORDED)
    return str(words.ANSWERS[Answer.YES if value else Answer.NO])


@register.filter
def isced_word(level: int | str | None) -> str:
    """Return a level of education."""
    return str(words.ISCED[level]) if isinstance(level, int) else str(words.NOT_RECORDED)


@register.filter
def degurba_word(degree: int | str | None) -> str:
    """Return a degree of urbanisation."""
    return str(words.DEGURBA[degree]) if isinstance(degree, int) else str(words.NOT_RECORDED)


@register.filter
def improvement_word(code: str) -> str:
    """Return what has become better."""
    return str(words.IMPROVEMENTS[Improvement(code)])
