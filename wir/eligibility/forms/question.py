"""What is asked: which work, on which day; for once also with facts that are not to be kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.eligibility.forms.circumstances import CodeField, YesNoField
from wir.eligibility.forms.missing import FACTS
from wir.eligibility.forms.vocabulary import ACTIVITIES, COOPERATION_BREACHES, MEASURES, OWN_CONDUCTS
from wir.eligibility.rules import Activity
from wir.eligibility.rules.facts import RemovalMeasure
from wir.kit.choices import labelled


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

    def __init__(self, data: Mapping[str, Any], *, today: date) -> None:
        asked = {"activity": Activity.EMPLOYMENT_UNSKILLED.value, "on": today.isoformat()}
        super().__init__(asked | {name: data[name] for name in asked if name in data})

    def question(self) -> tuple[Activity, date]:
        """Return what was asked."""
        return Activity(self.cleaned_data["activity"]), self.cleaned_data["on"]


class TrialForm(QuestionForm):
    """The same question with facts that could harm the person: taken for this answer, kept nowhere."""

    own_conduct_obstacle = CodeField(OWN_CONDUCTS, label=FACTS["own_conduct_obstacle"][0])
    own_conduct_causal = YesNoField(label=FACTS["own_conduct_causal"][0])
    entered_for_benefits = YesNoField(label=FACTS["entered_for_benefits"][0])
    cooperation_breach = CodeField(COOPERATION_BREACHES, label=FACTS["cooperation_breach"][0])
    removal_measure = CodeField(MEASURES, label=FACTS["removal_measures"][0])

    def __init__(self, data: Mapping[str, Any] | None, *, today: date) -> None:
        start = {"activity": Activity.EMPLOYMENT_UNSKILLED.value, "on": today}
        forms.Form.__init__(self, data, initial=start)

    def assumed(self) -> dict[str, Any]:
        """Return the facts told for this once, by their names in ``Facts``; what was left open stays as stored."""
        told = {name: self.cleaned_data[name] for name in _ASSUMED if self.cleaned_data[name] is not None}
        measure = self.cleaned_data["removal_measure"]
        return told if measure is None else told | {"removal_measures": (RemovalMeasure(measure),)}


_ASSUMED = ("own_conduct_obstacle", "own_conduct_causal", "entered_for_benefits", "cooperation_breach")
