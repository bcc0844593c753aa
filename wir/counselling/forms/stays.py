"""Forms of the tab of stays: other days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.counselling.forms.words import NO_DAY
from wir.counselling.rules.corrections import CorrectionProblem

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

EXPLANATIONS: dict[CorrectionProblem, tuple[str | None, _StrPromise]] = {
    CorrectionProblem.NOT_DECIDED_BY: (
        None,
        _("Only the case team or the head of the sub-project changes this. Please ask them."),
    ),
    CorrectionProblem.NOT_OPEN: (None, _("The stay has ended. Open it again first, if that was a mistake.")),
    CorrectionProblem.NOT_ENDED: (None, _("The stay is open already.")),
    CorrectionProblem.OTHER_OPEN: (None, _("Another stay is open. It has to end before this one goes on.")),
    CorrectionProblem.OVERLAPS_ANOTHER: (
        "entered_on",
        _("Another stay holds some of these days. Compare the days of both stays."),
    ),
    CorrectionProblem.ENTRY_IN_FUTURE: (
        "entered_on",
        _("The day of entry lies in the future. Enter today or an earlier day."),
    ),
    CorrectionProblem.ENTRY_OUTSIDE_FUNDING: (
        "entered_on",
        _("The network was not funded on this day. Compare the day with the entry papers."),
    ),
    CorrectionProblem.EXIT_BEFORE_ENTRY: (
        "exited_on",
        _("The last day lies before the day of entry. Compare both days."),
    ),
    CorrectionProblem.EXIT_IN_FUTURE: (
        "exited_on",
        _("The last day lies in the future. Enter today or an earlier day."),
    ),
}


class _StayForm(forms.Form):
    def explain(self, problems: Iterable[CorrectionProblem]) -> None:
        """Say what stands in the way, each sentence beside the field that mends it."""
        for problem in problems:
            name, sentence = EXPLANATIONS[problem]
            self.add_error(name if name in self.fields else None, sentence)


class DaysForm(_StayForm):
    """The days of a stay, to be corrected."""

    entered_on = forms.DateField(label=_("Day of entry"), error_messages=NO_DAY)
    exited_on = forms.DateField(label=_("Last day"), error_messages=NO_DAY)

    def __init__(self, *args: Any, ended: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not ended:
            del self.fields["exited_on"]
