"""What is asked: which work, on which day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.eligibility.forms.vocabulary import ACTIVITIES
from wir.eligibility.rules import Activity
from wir.kit.choices import labelled

if TYPE_CHECKING:
    from django.http import QueryDict


class QuestionForm(forms.Form):
    """An activity and a day; the address may leave out either, then a helper's job today is meant."""

    activity = forms.ChoiceField(
        label=_("Work"),
        choices=labelled(ACTIVITIES),
        error_messages={
            "invalid_choice": _("“%(value)s” is none of the kinds of work. Please choose one from the list.")
        },
    )
    on = forms.DateField(
        label=_("on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Please enter the day on which the work is to be done."),
            "invalid": _("This is no day of the calendar. Please enter it like 24.11.2026."),
        },
    )

    def __init__(self, data: QueryDict, *, today: date) -> None:
        asked = {"activity": Activity.EMPLOYMENT_UNSKILLED.value, "on": today.isoformat()}
        super().__init__(asked | {name: data[name] for name in asked if name in data})

    def question(self) -> tuple[Activity, date]:
        """Return what was asked."""
        return Activity(self.cleaned_data["activity"]), self.cleaned_data["on"]
