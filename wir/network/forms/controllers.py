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


class ControllerForm(forms.Form):
    """Law, name, address and officer of one carrier."""

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

    @classmethod
    def about(cls, controller: Controller, data: Any = None) -> ControllerForm:
        """Return the form filled with what is known."""
        return cls(data, initial={name: getattr(controller, name) for name in cls.base_fields})

    def values(self) -> ControllerValues:
        """Return what was typed."""
        known: dict[str, Any] = dict(self.cleaned_data)
        known["law"] = CarrierLaw(known["law"]) if known["law"] else None
        return ControllerValues(**known)
