"""What a sub-project sets about the tasks that the house makes by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wir.kit.templatetags.shapes import Text
from wir.tasks.models import WORDS
from wir.tasks.rules import AUTOMATIC, MOST_DAYS, Rule, RuleProblem, TaskReason

WHEN: dict[TaskReason, Text] = {
    TaskReason.REMEDY_ENDS: gettext_lazy("on the last day to contest a notice that was put down"),
    TaskReason.REMEDY_AHEAD: gettext_lazy("some days before that day"),
    TaskReason.AUTHORITY_SILENT: gettext_lazy("when an authority has not decided in time"),
    TaskReason.LEGAL_QUESTION: gettext_lazy("when somebody asks the legally qualified person"),
    TaskReason.PROMISED_REPLY: gettext_lazy(
        "on the day by which somebody on the waiting list gets an answer"
    ),
    TaskReason.LEGAL_DATE: gettext_lazy(
        "when the law changes an answer on work or support soon; how early, the network decides"
    ),
    TaskReason.AUTHORITY_ASKED: gettext_lazy("when somebody put down that an authority asked for data"),
    TaskReason.GLASS_BROKEN: gettext_lazy("when somebody opened a closed file with a reason"),
    TaskReason.TELL_RECEIVER: gettext_lazy("when a consent was withdrawn after data had been passed on"),
    TaskReason.PERMIT_ENDS: gettext_lazy("so many days before the residence paper ends"),
    TaskReason.SILENCE: gettext_lazy("so many days after the last contact, or after the entry"),
    TaskReason.BOOK_INTERPRETER: gettext_lazy("a week before an appointment that needs an interpreter"),
    TaskReason.TELL_INTERPRETER: gettext_lazy(
        "when an appointment changes for which an interpreter had been booked"
    ),
    TaskReason.TELL_PERSON: gettext_lazy("when a message about an appointment can no longer be sent"),
    TaskReason.STEP: gettext_lazy("when a step of the plan has a day; shown so many days before it"),
    TaskReason.FIRST_WEEK: gettext_lazy("one week after a start; shown so many days before"),
    TaskReason.FOUR_WEEKS: gettext_lazy("four weeks after a start; shown so many days before"),
    TaskReason.THREE_MONTHS: gettext_lazy("three months after a start; shown so many days before"),
    TaskReason.PROBATION_ENDS: gettext_lazy("before the probation ends; shown so many days before"),
    TaskReason.SIX_MONTHS: gettext_lazy("six months after a start; shown so many days before"),
}
EXPLANATIONS = {
    RuleProblem.NOT_AUTOMATIC: gettext_lazy("This kind of task is not made by the house."),
    RuleProblem.NOT_SWITCHABLE: gettext_lazy("This kind cannot be switched off."),
    RuleProblem.DAYS_NOT_YOURS: gettext_lazy("The days of this kind are not set here."),
    RuleProblem.DAYS_OUT_OF_RANGE: gettext_lazy("Please enter a number of days from 0 to 180."),
    RuleProblem.NOT_YOURS: gettext_lazy("The head of the sub-project and the coordination set this."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A kind of automatic task on the page: what it is, when it arises, what is set."""

    words: Text
    when: Text
    rule: Rule
    fixed: bool
    has_days: bool
    on_field: BoundField | None
    days_field: BoundField | None


class AutomaticForm(forms.Form):
    """Switch and days for each kind; what cannot be chosen has no field."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, rules: Mapping[TaskReason, Rule]) -> None:
        super().__init__(data)
        self.rules = rules
        for reason, kind in AUTOMATIC.items():
            words = {"kind": WORDS[reason]}
            if not kind.fixed:
                self.fields[f"{reason}_on"] = forms.BooleanField(
                    label=_("%(kind)s: switched on") % words, required=False, initial=rules[reason].is_on
                )
            if kind.days is not None:
                self.fields[f"{reason}_days"] = forms.IntegerField(
                    label=_("%(kind)s: days") % words,
                    min_value=0,
                    max_value=MOST_DAYS,
                    initial=rules[reason].days,
                )

    def lines(self) -> list[Line]:
        return [
            Line(
                words=WORDS[reason],
                when=WHEN.get(reason, ""),
                rule=self.rules[reason],
                fixed=kind.fixed,
                has_days=kind.days is not None,
                on_field=None if kind.fixed else self[f"{reason}_on"],
                days_field=None if kind.days is None else self[f"{reason}_days"],
            )
            for reason, kind in AUTOMATIC.items()
        ]

    def changes(self) -> dict[TaskReason, Rule]:
        """Return what is to be set anew."""
        wanted = {
            reason: Rule(
                is_on=self.cleaned_data.get(f"{reason}_on", True),
                days=self.cleaned_data.get(f"{reason}_days", 0),
            )
            for reason in AUTOMATIC
        }
        return {reason: rule for reason, rule in wanted.items() if rule != self.rules[reason]}
