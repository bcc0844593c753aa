"""Recording a check-in, and the words for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django import forms
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from wir.aftercare.rules import CheckInKind, CheckInProblem, Outcome
from wir.kit.choices import labelled

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

KINDS: dict[StrEnum, _StrPromise] = {
    CheckInKind.FIRST_WEEK: _("after the first week"),
    CheckInKind.FOUR_WEEKS: _("after four weeks"),
    CheckInKind.THREE_MONTHS: _("after three months"),
    CheckInKind.PROBATION_ENDS: _("before probation ends"),
    CheckInKind.SIX_MONTHS: _("after six months"),
}
OUTCOMES: dict[StrEnum, _StrPromise] = {
    Outcome.FINE: _("Going well"),
    Outcome.DIFFICULT: _("Difficulties, support agreed"),
    Outcome.AT_RISK: _("At risk of breaking off"),
    Outcome.ENDED: _("Ended already"),
    Outcome.NOT_REACHED: _("Not reached"),
}
OUTCOME_TONES = {
    Outcome.FINE: "success",
    Outcome.DIFFICULT: "warning",
    Outcome.AT_RISK: "danger",
    Outcome.ENDED: "neutral",
    Outcome.NOT_REACHED: "info",
}
EXPLANATIONS = {
    CheckInProblem.ALREADY_HELD: ("", _("This check-in is recorded already.")),
    CheckInProblem.CANCELLED: ("", _("This check-in was cancelled because the spell ended before it.")),
    CheckInProblem.IN_FUTURE: (
        "held_on",
        _("%(day)s lies in the future. Give the day on which you talked."),
    ),
    CheckInProblem.BEFORE_START: (
        "held_on",
        _("%(day)s lies before the first day. Give a later day."),
    ),
}


class HoldForm(forms.Form):
    held_on = forms.DateField(label=_("Talked on"), widget=forms.DateInput)
    outcome = forms.ChoiceField(
        label=_("How is it going?"), choices=labelled(OUTCOMES), widget=forms.RadioSelect
    )

    def result(self) -> Outcome:
        return Outcome(self.cleaned_data["outcome"])

    def explain(self, problems: Iterable[CheckInProblem]) -> None:
        """Say of each problem what is wrong and what helps, at its field."""
        held_on: date = self.cleaned_data["held_on"]
        day = {"day": formats.date_format(held_on, "SHORT_DATE_FORMAT")}
        found = [EXPLANATIONS[problem] for problem in problems]
        for field, sentence in found:
            self.add_error(field or None, str(sentence) % day)
