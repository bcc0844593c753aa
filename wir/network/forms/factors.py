"""Who needs a second factor in a network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wir.network.forms.members import POLICIES
from wir.network.rules import PolicyProblem, SecondFactorFor

POLICY_PROBLEMS = {
    PolicyProblem.NOT_ALLOWED: _("This is not yours to change. Please ask the coordinators of the network."),
    PolicyProblem.BELOW_INSTALLATION: _(
        "Whoever runs this site asks for more than that in every network. Please choose a stricter rule."
    ),
    PolicyProblem.SAME: _("That is the rule already. Nothing was changed."),
}


class SecondFactorForm(forms.Form):
    policy = forms.ChoiceField(
        label=_("Who needs a second factor to sign in"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose who needs a second factor.")},
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        asked: Mapping[SecondFactorFor, int],
        now: SecondFactorFor,
    ) -> None:
        """Offer the policies of ``asked``, each with how many members it would lead to the set-up."""
        super().__init__(data, initial={"policy": now.value})
        field = self.fields["policy"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(policy.value, _with_effect(policy, number)) for policy, number in asked.items()]

    def chosen(self) -> SecondFactorFor:
        """Return the policy that was chosen."""
        return SecondFactorFor(self.cleaned_data["policy"])

    def explain(self, problems: Iterable[PolicyProblem]) -> None:
        """Say what stands against it."""
        for problem in problems:
            self.add_error("policy", str(POLICY_PROBLEMS[problem]))


def _with_effect(policy: SecondFactorFor, number: int) -> str:
    if not number:
        return str(POLICIES[policy])
    effect = ngettext(
        "%(policy)s: %(number)s person would have to set one up",
        "%(policy)s: %(number)s people would have to set one up",
        number,
    )
    return effect % {"policy": POLICIES[policy], "number": number}
