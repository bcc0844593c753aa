"""The list of opportunities and writing one down."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from wir.directory.rules import OrganisationKind
from wir.kit.choices import labelled
from wir.network.models import Network
from wir.placement.forms.words import KINDS, PROVIDER_KINDS
from wir.placement.rules import NewOpportunity, OpportunityKind

POSTCODE = r"[0-9]{5}"
WEEK_HOURS = 60


class OpportunityFilter(forms.Form):
    q = forms.CharField(label=_("Search"), required=False, max_length=100)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("All kinds")), *labelled(KINDS)]
    )
    show = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=[("", _("Open ones")), ("all", _("Open and closed ones"))],
    )

    def words(self) -> str:
        return self._chosen("q")

    def chosen_kind(self) -> OpportunityKind | None:
        kind = self._chosen("kind")
        return OpportunityKind(kind) if kind else None

    def open_on(self, today: date) -> date | None:
        return None if self._chosen("show") == "all" else today

    def _chosen(self, name: str) -> str:
        """What was chosen; a value that is no choice narrows nothing."""
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))


class NewOpportunityForm(forms.Form):
    network = forms.ChoiceField(label=_("Network"))
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("Please choose")), *labelled(KINDS)])
    title = forms.CharField(label=_("Title"), max_length=160, help_text=_("For example: kitchen assistant."))
    skilled = forms.BooleanField(
        label=_("Needs a vocational or academic qualification"),
        required=False,
        help_text=_("Whether somebody may work can depend on it."),
    )
    provider_name = forms.CharField(
        label=_("Provider"),
        max_length=200,
        help_text=_("Firm, school or office that offers it."),
        widget=forms.TextInput(
            attrs={
                "list": "providers",
                "autocomplete": "off",
                "hx-get": reverse_lazy("placement:providers"),
                "hx-trigger": "input changed delay:250ms",
                "hx-target": "#providers",
                "hx-swap": "innerHTML",
            }
        ),
    )
    provider_kind = forms.ChoiceField(label=_("Kind of provider"), choices=labelled(PROVIDER_KINDS))
    provider_postcode = forms.RegexField(
        label=_("Postcode"),
        regex=rf"\A{POSTCODE}\Z",
        required=False,
        error_messages={"invalid": _("A postcode has five digits, for example 20095.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 5}),
    )
    provider_place = forms.CharField(label=_("Place"), max_length=120, required=False)
    weekly_hours = forms.DecimalField(
        label=_("Hours a week"),
        min_value=1,
        max_value=WEEK_HOURS,
        max_digits=4,
        decimal_places=1,
        required=False,
        localize=True,
    )
    seats = forms.IntegerField(label=_("Number of places"), min_value=1, max_value=500, initial=1)
    available_from = forms.DateField(label=_("Available from"), required=False, widget=forms.DateInput)

    def __init__(self, *args: Any, networks: Iterable[Network], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(network.pk), network.name) for network in networks]
        field = self.fields["network"]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
        if len(choices) == 1:
            field.widget, field.initial = forms.HiddenInput(), choices[0][0]

    def network_id(self) -> UUID:
        return UUID(self.cleaned_data["network"])

    def values(self) -> NewOpportunity:
        typed = self.cleaned_data
        return NewOpportunity(
            title=typed["title"],
            kind=OpportunityKind(typed["kind"]),
            provider_name=typed["provider_name"],
            provider_kind=OrganisationKind(typed["provider_kind"]),
            provider_postcode=typed["provider_postcode"],
            provider_place=typed["provider_place"],
            skilled=typed["skilled"],
            weekly_hours=typed["weekly_hours"],
            seats=typed["seats"],
            available_from=typed["available_from"],
        )
