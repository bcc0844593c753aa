"""The form to put off what the house noticed about somebody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.desk.forms.days import day_field
from wir.tasks.rules import TaskProblem, TaskReason

PAPER, SILENCE = "paper", "silence"
NOTICED = {PAPER: TaskReason.PERMIT_ENDS, SILENCE: TaskReason.SILENCE}
EXPLANATIONS = {
    TaskProblem.REASON_MISSING: ("why", _("Please say in a few words why this can wait.")),
    TaskProblem.NOT_LATER: ("until", _("Please choose a day after today.")),
    TaskProblem.TOO_LATE: (
        "until",
        _("More than a year is too long to put something off. Please choose an earlier day."),
    ),
}


class LaterForm(forms.Form):
    until = day_field(_("Show again on"), required=True)
    why = forms.CharField(
        label=_("Why this can wait"),
        max_length=200,
        error_messages={"required": EXPLANATIONS[TaskProblem.REASON_MISSING][1]},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date) -> None:
        super().__init__(data, initial={"until": today + timedelta(days=14)})

    def explain(self, problems: Iterable[TaskProblem]) -> None:
        for problem in problems:
            name, words = EXPLANATIONS[problem]
            self.add_error(name, str(words))
