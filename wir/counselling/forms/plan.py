"""Forms of the plan tab, and the words for what they choose among."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.counselling.forms.words import NO_DAY, shown
from wir.counselling.rules import PlanProblem, Stage
from wir.counselling.rules.ways import Owner
from wir.kit.choices import labelled

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

STAGES: dict[StrEnum, _StrPromise] = {
    Stage.EMPLOYABILITY: _("Becoming employable"),
    Stage.QUALIFICATION: _("Qualification"),
    Stage.PLACEMENT: _("Placement"),
    Stage.STABILITY: _("Staying in work"),
}


OWNERS: dict[StrEnum, _StrPromise] = {
    Owner.PERSON: _("Person"),
    Owner.ADVISOR: _("Advisor"),
    Owner.PARTNER: _("Partner"),
}


class GoalForm(forms.Form):
    title = forms.CharField(
        label=_("Goal"),
        max_length=200,
        help_text=_("In the person's words, for example: I want to work as an electrician."),
        error_messages={"required": _("Please say in a few words what is to be reached.")},
    )
    stage = forms.ChoiceField(label=_("Stage"), choices=labelled(STAGES))
    agreed_on = forms.DateField(label=_("Agreed on"), error_messages=NO_DAY)

    def explain(self, problems: Iterable[PlanProblem]) -> None:
        _explain(self, problems, day_field="agreed_on")


class StepForm(forms.Form):
    title = forms.CharField(
        label=_("Next step"),
        max_length=200,
        error_messages={"required": _("Please say in a few words what is to be done.")},
    )
    due_on = forms.DateField(label=_("Due on"), required=False, error_messages=NO_DAY)
    owner = forms.ChoiceField(label=_("Who"), choices=labelled(OWNERS), required=False)
    evidence = forms.CharField(label=_("How one can tell"), max_length=200, required=False)

    def explain(self, problems: Iterable[PlanProblem]) -> None:
        _explain(self, problems, day_field="due_on")


PLAN_EXPLANATIONS: dict[PlanProblem, _StrPromise] = {
    PlanProblem.TITLE_MISSING: _("Please say in a few words what is meant."),
    PlanProblem.IN_FUTURE: _("%(day)s lies in the future. Please enter today or an earlier day."),
    PlanProblem.DUE_IN_PAST: _("%(day)s has passed. Please enter today or a later day."),
    PlanProblem.GOAL_REACHED: _("This goal has already been reached. Please agree on a new goal."),
    PlanProblem.STEP_DONE: _("This step had already been done."),
    PlanProblem.NO_CONSENT: _(
        "The person took the consent to counselling back. The plan is closed until there is a new consent."
    ),
    PlanProblem.NO_STEPS: _("This goal has no steps yet. Please add some first."),
    PlanProblem.WAY_EXISTS: _("The network has a way of this title already. Please choose another title."),
    PlanProblem.NOTHING_PLANNED: _("No goal is open. Please agree on a goal first."),
    PlanProblem.BEFORE_AGREED: _("The goal was agreed on later than %(day)s. Please enter a later day."),
}
ABOUT_DAYS = frozenset({PlanProblem.IN_FUTURE, PlanProblem.DUE_IN_PAST, PlanProblem.BEFORE_AGREED})


def _explain(form: forms.Form, problems: Iterable[PlanProblem], *, day_field: str) -> None:
    values = {"day": shown(form.cleaned_data.get(day_field))}
    for problem in problems:
        field = (
            day_field
            if problem in ABOUT_DAYS
            else ("title" if problem is PlanProblem.TITLE_MISSING else None)
        )
        form.add_error(field, str(PLAN_EXPLANATIONS[problem]) % values)
