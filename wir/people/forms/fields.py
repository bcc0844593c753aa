"""Fields that several forms about people need."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wir.kit.choices import labelled
from wir.kit.countries import nationality_choices
from wir.kit.languages import SPOKEN
from wir.people.forms.profile_words import EDUCATION_LEVELS
from wir.people.rules.din91379 import foreign_sign

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise

UNKNOWN = ("", _("not known"))
NOT_CHOSEN = ("", "–")


def only_latin(text: str) -> None:
    """Refuse signs that names in German registers do not have (DIN 91379), and name the sign."""
    sign = foreign_sign(text)
    if sign is not None:
        raise ValidationError(
            gettext(
                "“%(sign)s” (%(code)s) is no letter for names in German registers (DIN 91379). Enter the name in Latin"
                " letters as in the passport; other scripts go into “Name in the original script”."
            )
            % {"sign": sign.sign, "code": sign.code_point}
        )


class LinesField(forms.CharField):
    """Several short texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, *, each: int, many: int = 20, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.each, self.many = each, many

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        return [line for line in (one.strip() for one in text.splitlines()) if line]

    def validate(self, value: Any) -> None:
        if len(value) > self.many:
            raise ValidationError(
                gettext("%(count)d lines are too many; %(most)d is the most.")
                % {"count": len(value), "most": self.many}
            )
        for line in value:
            if len(line) > self.each:
                raise ValidationError(
                    gettext("“%(line)s…” is longer than %(most)d signs. Shorten it or break it into lines.")
                    % {"line": line[:30], "most": self.each}
                )

    def run_validators(self, value: Any) -> None:
        for line in value:
            super().run_validators(line)


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or not known: the three are kept apart."""

    def __init__(self, **options: Any) -> None:
        choices = [UNKNOWN, ("True", _("yes")), ("False", _("no"))]
        super().__init__(
            choices=choices, coerce=lambda code: code == "True", empty_value=None, required=False, **options
        )


def text(label: Text, most: int, *, hint: Text = "", **options: Any) -> forms.CharField:
    """Return a field for a short text that may stay empty."""
    return forms.CharField(label=label, max_length=most, required=False, help_text=hint, **options)


def one(label: Text, words: Mapping[Any, Any], *, hint: Text = "") -> forms.ChoiceField:
    """Return a field for one of these words, or none."""
    choices = labelled(words) if isinstance(next(iter(words)), StrEnum) else list(words.items())
    return forms.ChoiceField(label=label, choices=[NOT_CHOSEN, *choices], required=False, help_text=hint)


def several(label: Text, words: Mapping[Any, Any], *, hint: Text = "") -> forms.MultipleChoiceField:
    """Return boxes to tick."""
    return forms.MultipleChoiceField(
        label=label,
        choices=labelled(words),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=hint,
    )


def number(label: Text, least: int, most: int, *, hint: Text = "") -> forms.IntegerField:
    """Return a field for a whole number that may stay empty."""
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        required=False,
        help_text=hint,
        error_messages={
            "invalid": _("Please enter a whole number in figures."),
            "min_value": _("Please enter %(limit_value)s or more."),
            "max_value": _("Please enter %(limit_value)s at most."),
        },
    )


def year(label: Text, *, hint: Text = "") -> forms.IntegerField:
    """Return a field for a year."""
    return number(label, 1900, 2100, hint=hint)


def day(label: Text, *, hint: Text = "") -> forms.DateField:
    """Return a field for a day that may stay empty."""
    return forms.DateField(
        label=label,
        required=False,
        help_text=hint,
        error_messages={"invalid": _("This is no day of the calendar. Please enter it like 24.11.2026.")},
    )


def level() -> forms.TypedChoiceField:
    """Return a field for a level of education (ISCED 2011)."""
    return forms.TypedChoiceField(
        label=_("Level of education (ISCED)"),
        choices=[UNKNOWN, *((str(code), f"{code} – {words}") for code, words in EDUCATION_LEVELS.items())],
        coerce=int,
        empty_value=None,
        required=False,
    )


def country(label: Text) -> forms.ChoiceField:
    """Return a field for a country, those met most often first."""
    return forms.ChoiceField(label=label, choices=nationality_choices, required=False)


def language(label: Text, *, required: bool = False) -> forms.ChoiceField:
    """Return a field for a language of the programme."""
    return forms.ChoiceField(
        label=label,
        choices=[NOT_CHOSEN, *SPOKEN.items()],
        required=required,
        error_messages={"required": _("Please choose the language.")},
    )


def shown_day(value: date | None) -> str:
    """Return a day as German papers write it."""
    return f"{value:%d.%m.%Y}" if value else ""
