"""What a coordinator decides: how the wording is read, and how early case teams are warned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.eligibility.actions import DecisionProblem
from wir.eligibility.forms.words import BAN_KINDS, CHANGE_KINDS, SETTINGS
from wir.eligibility.rules.answers import BanKind
from wir.eligibility.rules.changes import ChangeKind
from wir.eligibility.rules.policy import DECIDED_BY_POLICY, Setting
from wir.kit.choices import labelled

if TYPE_CHECKING:
    from wir.network.models import Network

LONGEST_WARNING = 365
PROBLEMS = {
    DecisionProblem.NOT_THE_COORDINATOR: _("Only the coordination of the network can decide this."),
    DecisionProblem.SOURCE_MISSING: _(
        "Please say where this reading comes from, for instance an answer of KBS."
    ),
    DecisionProblem.NOT_OF_THIS_TABLE: _("On this kind of ban nothing is to be decided."),
    DecisionProblem.TOO_EARLY_A_WARNING: _("Please enter a number of days from 0 to 365."),
    DecisionProblem.UNKNOWN_SENTENCE: _("There is no such sentence."),
    DecisionProblem.OWN_LANGUAGE: _("German, easy German and English need no release."),
    DecisionProblem.UNKNOWN_LANGUAGE: _("In this language no sentences are kept."),
    DecisionProblem.WORDING_MISSING: _("Please enter the sentence in this language first."),
    DecisionProblem.BLANK_MISSING: _("Please write {day} where the day stands in the German sentence."),
    DecisionProblem.RELEASER_MISSING: _("Please say who checked the wording."),
}


class _OfNetwork(forms.Form):
    network = forms.TypedChoiceField(label=_("Network"), coerce=UUID)

    def __init__(self, networks: Iterable[Network], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        choices = [(str(network.pk), network.name) for network in networks]
        field = self.fields["network"]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
        if len(choices) == 1:
            field.initial = choices[0][0]
            field.widget = forms.HiddenInput()

    def explain(self, problems: Iterable[DecisionProblem]) -> None:
        """Say what stands against the decision."""
        for problem in problems:
            self.add_error(None, PROBLEMS[problem])


class PolicyForm(_OfNetwork):
    """One line of the policy table."""

    kind = forms.ChoiceField(
        label=_("Kind of ban"), choices=[(kind.value, BAN_KINDS[kind]) for kind in DECIDED_BY_POLICY]
    )
    setting = forms.ChoiceField(label=_("Target group"), choices=labelled(SETTINGS))
    from_on = forms.DateField(
        label=_("In force from"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("This is no day of the calendar. Please enter it like 24.11.2026.")},
    )
    source = forms.CharField(
        label=_("Where this comes from"),
        max_length=300,
        help_text=_("For instance: answer of KBS of 12.11.2026. No names of participants."),
    )

    def __init__(
        self, networks: Iterable[Network], data: Mapping[str, Any] | None = None, *, today: date
    ) -> None:
        super().__init__(networks, data)
        self.fields["from_on"].initial = today

    def decision(self) -> dict[str, Any]:
        """Return the arguments of ``decide_policy``."""
        told = self.cleaned_data
        return {
            "network_id": told["network"],
            "kind": BanKind(told["kind"]),
            "setting": Setting(told["setting"]),
            "from_on": told["from_on"],
            "source": told["source"],
        }


class WarningForm(_OfNetwork):
    """How many days before a change the case team is told."""

    change = forms.ChoiceField(label=_("Kind of change"), choices=labelled(CHANGE_KINDS))
    days = forms.IntegerField(
        label=_("Days before; 0 for never"),
        min_value=0,
        max_value=LONGEST_WARNING,
        error_messages={"invalid": PROBLEMS[DecisionProblem.TOO_EARLY_A_WARNING]},
    )

    def decision(self) -> dict[str, Any]:
        """Return the arguments of ``set_days_before``."""
        told = self.cleaned_data
        return {"network_id": told["network"], "kind": ChangeKind(told["change"]), "days": told["days"]}
