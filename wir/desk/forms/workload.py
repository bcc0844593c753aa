"""Which running cases are shown, and the form that gives some of them to somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.counselling.rules import ReassignProblem
from wir.desk.queries.workload import RunningCase
from wir.desk.rules import Lack
from wir.kit.choices import offer

LACKS = {
    Lack.PLAN: _("without a plan"),
    Lack.CONTACT: _("without a contact for long"),
    Lack.CONSENT: _("without consent"),
    Lack.ENTRY_FACTS: _("entry facts incomplete"),
}
EXPLANATIONS = {
    ReassignProblem.NOT_YOURS: _("Cases are given on by their advisor or by the head of the sub-project."),
    ReassignProblem.NOT_THERE: _("This person does not work in the sub-project of every chosen case."),
    ReassignProblem.ENDED: _("One of the cases has ended meanwhile. Load the page again and choose anew."),
    ReassignProblem.SAME_ADVISOR: _("One of the cases is with this person already. Please take it out."),
}


class ReassignForm(forms.Form):
    cases = forms.MultipleChoiceField(
        label=_("Cases"), error_messages={"required": _("Please tick at least one case.")}
    )
    advisor = forms.ChoiceField(
        label=_("New advisor"), error_messages={"required": _("Please choose who takes the cases.")}
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        cases: Sequence[RunningCase],
        staff: Sequence[tuple[UUID, str]],
    ) -> None:
        super().__init__(data)
        offer(self, "cases", [(str(case.stay_id), case.case_number) for case in cases])
        offer(self, "advisor", [("", _("Please choose")), *((str(one), name) for one, name in staff)])

    def chosen(self) -> tuple[list[UUID], UUID]:
        return [UUID(one) for one in self.cleaned_data["cases"]], UUID(self.cleaned_data["advisor"])
