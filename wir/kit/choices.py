"""Choices of models and forms from the plain enums of ``rules``, so that rules need no Django."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django import forms
    from django.utils.functional import _StrPromise

S = TypeVar("S", bound=StrEnum)


def codes(enum: type[StrEnum]) -> list[tuple[str, str]]:
    """Return what the database may hold; words for the screen are the business of forms and templates."""
    return [(member.value, member.value) for member in enum]


def labelled(labels: Mapping[S, str | _StrPromise]) -> list[tuple[str, str | _StrPromise]]:
    """Return form choices in the order of the labels; every member of the enum must have one."""
    enum = type(next(iter(labels)))
    missing = [member for member in enum if member not in labels]
    if missing:
        raise ValueError(f"{enum.__name__} has members without a label: {missing}")
    return [(member.value, label) for member, label in labels.items()]


def offer(form: forms.BaseForm, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    """Let a field of the form choose among these, which are known only when the form is made."""
    cast("forms.ChoiceField", form.fields[name]).choices = list(choices)
