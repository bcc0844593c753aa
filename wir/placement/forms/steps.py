"""An application's steps, a spell's start and end."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.kit.choices import labelled
from wir.placement.forms.refusals import ExplainingForm
from wir.placement.forms.words import END_REASONS, STATES
from wir.placement.rules import (
    DECLINED,
    MAX_PROBATION_MONTHS,
    ApplicationState,
    EndReason,
    OpportunityKind,
    next_steps,
)

WEEK_HOURS = 60
A_DAY = timedelta(days=1)
"""People name the last day; periods are half-open and name the day after."""


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Search opportunities"),
        required=False,
        max_length=100,
        help_text=_("Title, provider or place."),
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    def words(self) -> str:
        return str(self.cleaned_data.get("q", "")) if self.is_valid() else ""


class ApplyForm(ExplainingForm):
    opportunity = forms.UUIDField(widget=forms.HiddenInput)

    def opportunity_id(self) -> UUID:
        chosen: UUID = self.cleaned_data["opportunity"]
        return chosen


class StepForm(ExplainingForm):
    state = forms.ChoiceField(label=_("What happened?"), widget=forms.RadioSelect)
    on = forms.DateField(label=_("On"), widget=forms.DateInput)

    def __init__(self, *args: Any, state: ApplicationState, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["state"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(step.value, STATES[step]) for step in next_steps(state)]

    def step(self) -> ApplicationState:
        return ApplicationState(self.cleaned_data["state"])

    def declines(self) -> bool:
        return self.step() in DECLINED


class DayForm(forms.Form):
    starts_on = forms.DateField(required=False)

    def day(self, otherwise: date) -> date:
        """The day asked about; what is no day asks about the other one."""
        found: date | None = self.cleaned_data.get("starts_on") if self.is_valid() else None
        return found or otherwise


class StartForm(ExplainingForm):
    starts_on = forms.DateField(
        label=_("First day"),
        widget=forms.DateInput(
            attrs={
                "hx-get": "",
                "hx-trigger": "change",
                "hx-target": "#work-answer",
                "hx-swap": "outerHTML",
            }
        ),
    )
    last_day = forms.DateField(
        label=_("Last day"),
        required=False,
        widget=forms.DateInput,
        help_text=_("Only where it is limited in time."),
    )
    probation_months = forms.IntegerField(
        label=_("Probation in months"), required=False, min_value=1, max_value=24
    )
    weekly_hours = forms.DecimalField(
        label=_("Hours a week"),
        min_value=1,
        max_value=WEEK_HOURS,
        max_digits=4,
        decimal_places=1,
        required=False,
        localize=True,
    )
    insured = forms.TypedChoiceField(
        label=_("Subject to social insurance contributions"),
        required=False,
        choices=[("", _("not known")), ("yes", _("yes")), ("no", _("no"))],
        coerce=lambda value: value == "yes",
        empty_value=None,
    )
    permission_confirmed = forms.BooleanField(
        label=_("I have seen the permission to work (Beschäftigungserlaubnis) for this."),
        required=False,
    )

    def __init__(self, *args: Any, kind: OpportunityKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind not in MAX_PROBATION_MONTHS:
            del self.fields["probation_months"]
            del self.fields["insured"]

    def ends_on(self) -> date | None:
        last: date | None = self.cleaned_data["last_day"]
        return last + A_DAY if last else None

    def agreed_probation(self) -> int | None:
        months: int | None = self.cleaned_data.get("probation_months")
        return months

    def is_insured(self) -> bool | None:
        insured: bool | None = self.cleaned_data.get("insured")
        return insured


class EndForm(ExplainingForm):
    last_day = forms.DateField(label=_("Last day"), widget=forms.DateInput)
    reason = forms.ChoiceField(label=_("Reason"), choices=[("", _("Please choose")), *labelled(END_REASONS)])

    def ends_on(self) -> date:
        last: date = self.cleaned_data["last_day"]
        return last + A_DAY

    def end_reason(self) -> EndReason:
        return EndReason(self.cleaned_data["reason"])
