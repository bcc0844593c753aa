"""Facts of entry and asylum procedure, each left open until somebody knows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wir.kit.choices import labelled
from wir.people.forms.fields import UNKNOWN, YesNoField
from wir.people.forms.words import OUTCOMES, OWN_CONDUCTS, REMOVAL_MEASURES
from wir.people.rules.facts import AsylumOutcome, OwnConduct, RemovalMeasure
from wir.people.rules.procedure import ProcedureFacts, ProcedureProblem

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_NOTICE = _(
    "This could harm the person and may be kept only as an authority’s finding: please enter the file number and the "
    "day of its notice (Bescheid) below, or leave this open and use “Assess without storing”."
)
EXPLANATIONS = {
    ProcedureProblem.CONDUCT_WITHOUT_NOTICE: ("own_conduct", _NOTICE),
    ProcedureProblem.BENEFITS_WITHOUT_NOTICE: ("entered_for_benefits", _NOTICE),
    ProcedureProblem.STAY_BEFORE_ENTRY: (
        "stay_since",
        _("The unbroken stay cannot begin before the entry into Germany. Please check both days."),
    ),
    ProcedureProblem.CLAIM_DENIED_BUT_DATED: (
        "asylum_applied",
        _("“No” does not fit a day or a decision of the asylum claim. Please correct one of them."),
    ),
    ProcedureProblem.DUTY_DATED_BUT_UNKNOWN: (
        "reception_centre_duty",
        _("A last day is given: please say whether the person must live in a reception centre."),
    ),
}


def _day(label: str | _StrPromise, hint: str | _StrPromise = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        help_text=hint,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("This is no day of the calendar. Please enter it like 24.11.2026.")},
    )


class ProcedureForm(forms.Form):
    """What the rules about work ask of entry, asylum procedure and Duldung."""

    PAST = (
        *("entered_on", "stay_since", "asylum_requested_on", "asylum_applied_on", "asylum_registered_on"),
        *("duldung_since", "finding_on"),
    )

    entered_on = _day(_("Entered Germany"))
    stay_since = _day(_("Unbroken stay since"), _("Permitted, tolerated or gestattet without a gap."))
    asylum_applied = YesNoField(label=_("Asylum was applied for"))
    asylum_requested_on = _day(_("Asylum first asked for (Asylgesuch, Ankunftsnachweis)"))
    asylum_registered_on = _day(_("Claim registered"))
    asylum_applied_on = _day(_("Application at the Bundesamt"))
    asylum_outcome = forms.TypedChoiceField(
        label=_("Decision of the Bundesamt"),
        choices=[UNKNOWN, *labelled(OUTCOMES)],
        coerce=AsylumOutcome,
        empty_value=None,
        required=False,
    )
    reception_centre_duty = YesNoField(label=_("Must live in a reception centre"))
    reception_centre_duty_until = _day(_("Last day of this duty"))
    duldung_since = _day(_("Duldung since"), _("Without times under § 60b: they do not count."))
    identity_unclear_note = YesNoField(label=_("Note “identity unclear” (§ 60b)"))
    own_conduct = forms.TypedChoiceField(
        label=_("Own conduct that may hinder removal"),
        choices=[UNKNOWN, *labelled(OWN_CONDUCTS)],
        coerce=OwnConduct,
        empty_value=None,
        required=False,
    )
    entered_for_benefits = YesNoField(
        label=_("Entered for benefits"), help_text=_("Only when the authority has established it.")
    )
    removal_measure = forms.TypedChoiceField(
        label=_("Measure to end the stay"),
        choices=[UNKNOWN, *labelled(REMOVAL_MEASURES)],
        coerce=RemovalMeasure,
        empty_value=None,
        required=False,
    )

    finding_notice = forms.CharField(
        label=_("Notice (Bescheid) of the authority: file number"),
        required=False,
        max_length=120,
        help_text=_(
            "Needed for conduct and motive of entry. What nobody has established is not written down."
        ),
    )
    finding_on = _day(_("Day of the notice"))

    def __init__(self, data: Mapping[str, Any] | None = None, *, known: ProcedureFacts, today: date) -> None:
        super().__init__(data, initial=asdict(known))
        self.today = today

    def clean(self) -> dict[str, Any]:
        super().clean()
        for name in self.PAST:
            day = self.cleaned_data.get(name)
            if day and day > self.today:
                shown = {"day": date_format(day, "SHORT_DATE_FORMAT")}
                self.add_error(
                    name, gettext("%(day)s lies in the future. Please enter today or an earlier day.") % shown
                )
        return self.cleaned_data

    def facts(self) -> ProcedureFacts:
        """Return what is known now."""
        return ProcedureFacts(**self.cleaned_data)

    def explain(self, problems: Iterable[ProcedureProblem]) -> None:
        """Say beside the field what does not fit."""
        for problem in problems:
            name, sentence = EXPLANATIONS[problem]
            self.add_error(name, sentence)
