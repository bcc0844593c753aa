"""What components are given: small values that a view or an app's ``pages`` builds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from django.template import TemplateSyntaxError
from django.utils.functional import Promise
from django.utils.safestring import SafeString

Text = str | Promise
Tone = Literal["info", "success", "warning", "danger"]
BadgeTone = Literal["info", "success", "warning", "danger", "neutral"]

TONES: tuple[str, ...] = ("info", "success", "warning", "danger")
BADGE_TONES: tuple[str, ...] = (*TONES, "neutral")

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Link:
    """One entry of a navigation, a row of tabs or a breadcrumb; ``badge`` is a small number beside it."""

    label: Text
    url: str
    current: bool = False
    badge: int | None = None


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One short fact of a case header; with ``tone`` it is shown as a badge, with ``url`` as a link."""

    label: Text
    value: Text
    tone: BadgeTone | None = None
    url: str = ""


def one_of(component: str, argument: str, value: str, allowed: Iterable[str]) -> None:
    """Raise when a component is asked for a variant that it does not have."""
    choices = tuple(allowed)
    if value not in choices:
        raise TemplateSyntaxError(f"{component}: {argument}={value!r} is none of {', '.join(choices)}")


def given(component: str, **arguments: object) -> None:
    """Raise when an argument is empty; a misspelt variable in a template arrives here as ''."""
    for name, value in arguments.items():
        if value is None or str(value) == "":
            raise TemplateSyntaxError(f"{component}: {name} is empty")


def all_are(component: str, argument: str, items: Iterable[T], shape: type[T]) -> list[T]:
    """Return the items as a list; raise when one of them has another shape."""
    found = [] if isinstance(items, str) else list(items)
    if isinstance(items, str) or not all(isinstance(item, shape) for item in found):
        raise TemplateSyntaxError(f"{component}: {argument} must hold {shape.__name__} values")
    return found


def trimmed(content: SafeString) -> SafeString:
    """Return a block's content without the blanks around it, so that an empty block counts as empty."""
    return SafeString(content.strip())
