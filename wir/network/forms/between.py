"""A network decides to take part in the check between networks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.network.models import Network
from wir.network.rules import BasisProblem

EXPLANATIONS = {
    BasisProblem.DECIDED_BY_MISSING: (
        "decided_by",
        _("Please say who decided, for example the steering group."),
    ),
    BasisProblem.LEGAL_BASIS_MISSING: ("legal_basis", _("Please name the legal basis of the decision.")),
    BasisProblem.IN_FUTURE: (
        "from_on",
        _("This day lies in the future. Please enter today or an earlier day."),
    ),
    BasisProblem.IN_FORCE: (
        "network",
        _("A decision is in force for this network. End it before recording another."),
    ),
    BasisProblem.ENDED: (None, _("This decision was ended before. Nothing was changed.")),
}


class BasisForm(forms.Form):
    """Who decided, on which basis, since when."""

    network = forms.ChoiceField(label=_("Network"))
    decided_by = forms.CharField(
        label=_("Who decided"),
        max_length=200,
        help_text=_("Body and day of the decision."),
        error_messages={"required": EXPLANATIONS[BasisProblem.DECIDED_BY_MISSING][1]},
    )
    legal_basis = forms.CharField(
        label=_("Legal basis"),
        max_length=400,
        help_text=_("Beside it, every single person has to agree."),
        error_messages={"required": EXPLANATIONS[BasisProblem.LEGAL_BASIS_MISSING][1]},
    )
    from_on = forms.DateField(
        label=_("In force since"),
        widget=forms.DateInput,
        error_messages={
            "required": _("Please enter a day, for example 24.11.2026."),
            "invalid": _("This is no day of the calendar. Please enter it like 24.11.2026."),
        },
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, networks: Iterable[Network], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.networks = {str(network.pk): network for network in networks}
        field = self.fields["network"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(code, network.name) for code, network in self.networks.items()]

    def chosen_network(self) -> Network:
        """Return the network chosen."""
        return self.networks[self.cleaned_data["network"]]

    def explain(self, problems: Iterable[BasisProblem]) -> None:
        """Say what stands in the way, each sentence beside the field that mends it."""
        for problem in problems:
            self.add_error(*EXPLANATIONS[problem])
