"""What a carrier says of itself as controller."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.kit.choices import labelled
from wir.network.actions import ControllerValues
from wir.network.forms.words import LAWS
from wir.network.models import Controller
from wir.network.rules import CarrierLaw

FEWEST_MONTHS, MOST_MONTHS = 1, 120


class ControllerForm(forms.Form):
    """Law, name, address, officer and retention of one carrier."""

    law = forms.ChoiceField(
        label=_("Data protection law of the carrier"),
        choices=[("", _("not stated yet")), *labelled(LAWS)],
        required=False,
        help_text=_("Churches and their welfare organisations have a law of their own (Art. 91 GDPR)."),
    )
    legal_name = forms.CharField(
        label=_("Name of the controller"), max_length=200, required=False, help_text=_("As in the register.")
    )
    represented_by = forms.CharField(label=_("Represented by"), max_length=200, required=False)
    street = forms.CharField(label=_("Street and number"), max_length=160, required=False)
    postcode = forms.RegexField(
        r"^\d{5}$",
        label=_("Postcode"),
        required=False,
        error_messages={"invalid": _("A German postcode has five digits, for example 20457.")},
    )
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    officer_name = forms.CharField(label=_("Data protection officer"), max_length=160, required=False)
    officer_email = forms.EmailField(label=_("E-mail of the officer"), required=False)
    officer_phone = forms.CharField(label=_("Telephone of the officer"), max_length=40, required=False)
    notes_months = forms.IntegerField(
        label=_("Counselling notes are kept after the exit for (months)"),
        required=False,
        min_value=FEWEST_MONTHS,
        max_value=MOST_MONTHS,
        help_text=_("The controller decides this; empty means that nothing was decided."),
        error_messages={
            "min_value": _("Please enter a number of months from 1 to 120."),
            "max_value": _("Please enter a number of months from 1 to 120."),
            "invalid": _("Please enter a whole number of months, for example 6."),
        },
    )
    notes_decided_on = forms.DateField(
        label=_("Decided on"),
        required=False,
        widget=forms.DateInput,
        error_messages={"invalid": _("This is no day of the calendar. Please enter it like 24.11.2026.")},
    )

    @classmethod
    def about(cls, controller: Controller, data: Any = None) -> ControllerForm:
        """Return the form filled with what is known."""
        return cls(data, initial={name: getattr(controller, name) for name in cls.base_fields})

    def clean(self) -> dict[str, Any]:
        super().clean()
        months, day = self.cleaned_data.get("notes_months"), self.cleaned_data.get("notes_decided_on")
        if months and not day and "notes_decided_on" not in self.errors:
            self.add_error("notes_decided_on", _("Please enter the day on which the controller decided."))
        if day and not months and "notes_months" not in self.errors:
            self.add_error("notes_months", _("Please enter the number of months that was decided."))
        return self.cleaned_data

    def values(self) -> ControllerValues:
        """Return what was typed."""
        known: dict[str, Any] = dict(self.cleaned_data)
        known["law"] = CarrierLaw(known["law"]) if known["law"] else None
        return ControllerValues(**known)
