"""Leaving: the last day, why, and what ESF Plus asks about it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.counselling.rules import ExitReason
from wir.desk.forms.days import DayForm, day_field
from wir.desk.forms.identity import YesNoField
from wir.desk.forms.words import EMPLOYMENT_AFTER, EXIT_REASONS
from wir.kit.choices import labelled
from wir.monitoring.rules.vocabulary import Employment


class LeavingForm(DayForm):
    """The exit questionnaire, as far as it can be answered on the day of leaving."""

    PAST: tuple[str, ...] = ("left_on", "qualification_on")

    left_on = day_field(_("Last day"), required=True)
    reason = forms.ChoiceField(
        label=_("Why the stay ends"),
        choices=[("", _("Please choose")), *labelled(EXIT_REASONS)],
        error_messages={"required": _("Please choose why the person leaves.")},
    )
    status_after = forms.ChoiceField(
        label=_("Work right after leaving"),
        required=False,
        choices=[
            ("", _("not known yet")),
            *((code.value, label) for code, label in EMPLOYMENT_AFTER.items()),
        ],
        help_text=_("It can be completed within four weeks; the last answer counts."),
    )
    education_in_window = YesNoField(
        label=_("School, training or a course begun or agreed for the next four weeks")
    )
    education_from = day_field(_("It begins on"))
    qualification_on = day_field(_("Qualification gained on"))
    qualification_certified = YesNoField(label=_("There is a certificate of a formal assessment"))

    def exit_reason(self) -> ExitReason:
        """Return why the person leaves."""
        return ExitReason(self.cleaned_data["reason"])

    def status(self) -> Employment | None:
        """Return the work status right after leaving, if it is known."""
        code = self.cleaned_data["status_after"]
        return Employment(code) if code else None

    def facts(self) -> dict[str, Any]:
        """Return what is known of education and qualification."""
        names = ("education_from", "education_in_window", "qualification_on", "qualification_certified")
        return {name: self.cleaned_data[name] for name in names}
