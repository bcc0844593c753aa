"""Days in forms: how they are asked for, and what every one of them must pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wir.desk.forms.words import EXPLANATIONS

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def day_field(
    label: str | _StrPromise, *, required: bool = False, hint: str | _StrPromise = ""
) -> forms.DateField:
    """Return a field for a day; what is no day is refused with an example of one."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=hint,
        error_messages={
            "required": _("Please enter a day, for example 24.11.2026."),
            "invalid": _("This is no day of the calendar. Please enter it like 24.11.2026."),
        },
    )


class DayForm(forms.Form):
    """A form that knows which day it is; ``PAST`` names the fields whose day cannot lie ahead."""

    PAST: tuple[str, ...] = ()

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, today: date, initial: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        self.today = today

    def explain(self, problems: Iterable[StrEnum]) -> None:
        """Say what stands in the way, each sentence beside the field that mends it."""
        for problem in problems:
            name, sentence = EXPLANATIONS[problem]
            self.add_error(name if name in self.fields else None, sentence)

    def clean(self) -> dict[str, Any]:
        super().clean()
        for name in self.PAST:
            day = self.cleaned_data.get(name)
            if day and day > self.today:
                shown = {"day": date_format(day, "SHORT_DATE_FORMAT")}
                self.add_error(
                    name, gettext("%(day)s lies in the future. Please enter today or an earlier day.") % shown
                )
        return self.cleaned_data
