"""Words that several forms and pages of counselling need."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from wir.counselling.rules import ExitReason

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = dict[StrEnum, _StrPromise]
    Explanations = dict[StrEnum, tuple[str | None, _StrPromise]]

EXIT_REASONS: dict[StrEnum, _StrPromise] = {
    ExitReason.WORK: _("Took up work"),
    ExitReason.TRAINING: _("Took up vocational training"),
    ExitReason.SCHOOL: _("Went to school"),
    ExitReason.FOLLOW_UP_PROJECT: _("Moved on to another project"),
    ExitReason.MOVED_AWAY: _("Moved away"),
    ExitReason.OWN_WISH: _("Own wish"),
    ExitReason.NO_CONTACT: _("Contact was lost"),
    ExitReason.ILLNESS: _("Illness"),
    ExitReason.LEFT_GERMANY: _("Left Germany"),
    ExitReason.OTHER: _("Other reason"),
}


NO_DAY = {
    "required": _("Please enter a day, for example 24.11.2026."),
    "invalid": _("This is no day of the calendar. Please enter it like 24.11.2026."),
}


def shown(day: date | None) -> str:
    """Return the day as the reader writes it; nothing for none."""
    return date_format(day, "SHORT_DATE_FORMAT") if day else ""


def day_field(
    label: str | _StrPromise, *, required: bool = True, hint: str | _StrPromise = ""
) -> forms.DateField:
    """Return a field for a day."""
    return forms.DateField(label=label, required=required, help_text=hint, error_messages=NO_DAY)


def _typed(value: object) -> str:
    """Return a cleaned value as somebody types it."""
    if isinstance(value, date):
        return shown(value)
    return f"{value:%H:%M}" if isinstance(value, time) else str(value or "")


class ExplainedForm(forms.Form):
    """A form that says beside its fields why an action refused; ``%(value)s`` is what was typed there."""

    explanations: ClassVar[Explanations]

    def explain(self, problems: Iterable[StrEnum]) -> None:
        """Say what stands in the way."""
        for problem in problems:
            field, text = self.explanations[problem]
            value = self.cleaned_data.get(field) if field else ""
            typed = _typed(value)
            self.add_error(field if field in self.fields else None, str(text) % {"value": typed})
