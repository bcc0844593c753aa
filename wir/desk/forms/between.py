"""A person agrees to be found by other networks as perhaps known."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.desk.forms.words import CHECK_PROBLEMS, CONSENT_WAYS
from wir.kit.choices import labelled
from wir.kit.languages import SPOKEN
from wir.people.actions import CheckProblem
from wir.privacy.rules import ConsentWay


class JoinForm(forms.Form):
    """The person's yes, how it was given and in which language it was explained."""

    agreed = forms.BooleanField(
        label=_("The person agrees that other networks are asked, and may be found by them"),
        error_messages={
            "required": _("Without the person's consent nothing is asked. Tick the box once it is given.")
        },
    )
    way = forms.ChoiceField(label=_("How the consent was given"), choices=labelled(CONSENT_WAYS))
    language = forms.ChoiceField(label=_("Language in which it was explained"), choices=list(SPOKEN.items()))

    def consent_way(self) -> ConsentWay:
        """Return how consent was given."""
        return ConsentWay(self.cleaned_data["way"])

    def explain(self, problems: Iterable[CheckProblem]) -> None:
        """Say what stands in the way."""
        for problem in problems:
            self.add_error(None, CHECK_PROBLEMS[problem][1])
