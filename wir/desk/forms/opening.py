"""Opening what is closed: a reason that others can judge."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.network.rules import GlassProblem
from wir.privacy.rules import REASON_LENGTH

if TYPE_CHECKING:
    from django.utils.functional import Promise

EXPLANATIONS: dict[GlassProblem, Promise] = {
    GlassProblem.REASON_TOO_SHORT: _(
        "“%(value)s” is too short. Please give the reason in at least %(least)s characters."
    ),
    GlassProblem.NOT_ALLOWED: _(
        "Closed files are opened by those who advise or lead in a sub-project of the network. Please ask one of them."
    ),
    GlassProblem.OPEN_ALREADY: _("This is open to you already."),
    GlassProblem.OVER: _("This opening had already ended."),
}


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why you need it now"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=_(
            "At least 20 characters. The case team, the head of the sub-project and data protection can read it."
        ),
        error_messages={"required": _("Please say why you have to open this now.")},
    )

    def explain(self, problems: Iterable[GlassProblem]) -> None:
        for problem in problems:
            of_reason = problem is GlassProblem.REASON_TOO_SHORT
            value = self.cleaned_data["reason"] if of_reason else ""
            self.add_error(
                "reason" if of_reason else None,
                EXPLANATIONS[problem] % {"value": value, "least": REASON_LENGTH},
            )


class OpenFileForm(ReasonForm):
    case_number = forms.CharField(
        label=_("Case number"),
        max_length=20,
        error_messages={"required": _("Please enter the case number, for example NORD-00012.")},
    )
    field_order = ("case_number", "reason")

    def nothing_closed(self) -> None:
        """Say the same whether there is no such file or it is open anyway."""
        self.add_error(
            "case_number",
            _("Behind “%(value)s” there is no file that is closed to you. Please check the case number.")
            % {"value": self.cleaned_data["case_number"]},
        )
