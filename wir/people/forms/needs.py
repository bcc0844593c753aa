"""Needs that are health data, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.kit.choices import labelled
from wir.people.models import SealedNeed
from wir.people.rules.needs import MAX_TEXT, NeedKind, NeedProblem

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

KINDS = {
    NeedKind.DISABILITY: _("Disability"),
    NeedKind.ILLNESS: _("Illness or chronic condition"),
    NeedKind.STRAIN: _("Psychological strain"),
    NeedKind.PREGNANCY: _("Pregnancy"),
    NeedKind.OTHER: _("Other need of protection"),
}
PROBLEMS = {
    NeedProblem.NOT_IN_TEAM: _("Only the case team of this person may write down or close a need."),
    NeedProblem.NOTHING_SAID: _("Say what the need is or what helps."),
    NeedProblem.TOO_LONG: _("The text is longer than 4000 characters. Shorten it to what is needed."),
    NeedProblem.FROM_IN_FUTURE: _("“Told on” lies in the future. Enter the day of the conversation."),
    NeedProblem.ALREADY_CLOSED: _("This need was closed before. Nothing to do."),
}
_FIELDS = {
    NeedProblem.NOTHING_SAID: "text",
    NeedProblem.TOO_LONG: "text",
    NeedProblem.FROM_IN_FUTURE: "known_on",
}


class NeedForm(forms.Form):
    """A new need, as the person told it."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[("", _("Please choose")), *labelled(KINDS)],
        error_messages=dict.fromkeys(
            ["required", "invalid_choice"], _("Please choose what kind of need it is.")
        ),
    )
    text = forms.CharField(
        label=_("What is to be considered"),
        help_text=_("Only what counselling and placement need; no diagnoses that nobody asked for."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=MAX_TEXT,
        required=False,
    )
    helps = forms.CharField(
        label=_("What helps"),
        help_text=_("For example breaks, no night shifts, a desk, company to appointments."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=MAX_TEXT,
        required=False,
    )
    known_on = forms.DateField(
        label=_("Told on"),
        error_messages={
            "required": _("Please enter a day, for example 24.11.2026."),
            "invalid": _("This is no day of the calendar. Please enter it like 24.11.2026."),
        },
    )

    def values(self) -> dict[str, Any]:
        """Return the fields as ``seal_need`` takes them."""
        return self.cleaned_data | {"kind": NeedKind(self.cleaned_data["kind"])}

    def explain(self, problems: Iterable[NeedProblem]) -> None:
        """Say beside the field what does not fit."""
        for problem in problems:
            self.add_error(_FIELDS.get(problem), str(PROBLEMS[problem]))


@dataclass(frozen=True, slots=True)
class NeedWords:
    """What the opened page shows of one need."""

    id: UUID
    kind: str | _StrPromise
    text: str
    helps: str
    known_on: date
    closed_on: date | None


def words_of(need: SealedNeed) -> NeedWords:
    """Open a need for the page; raises KeyMissing or CannotUnseal when that is impossible."""
    return NeedWords(
        need.pk, KINDS[NeedKind(need.kind)], need.text, need.helps, need.known_on, need.closed_on
    )
