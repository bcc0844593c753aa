"""A sentence in a participant's language: its words, and who checked them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.eligibility.actions import DecisionProblem
from wir.eligibility.adapters.languages import LANGUAGES, name_of, reads_from_right
from wir.eligibility.adapters.sentences import Kind, codes
from wir.eligibility.forms.decisions import PROBLEMS

KINDS = {
    Kind.SAID: _("The answer itself"),
    Kind.REASON: _("Reasons"),
    Kind.SUPPORT: _("Support"),
    Kind.DWELLING: _("Living and moving"),
}


class ChoiceForm(forms.Form):
    """Which language and which sentences are looked at."""

    language = forms.ChoiceField(
        label=_("Language"), choices=[(one, f"{name_of(one)} ({one})") for one in LANGUAGES]
    )
    kind = forms.ChoiceField(
        label=_("Sentences"), choices=[(kind.value, words) for kind, words in KINDS.items()]
    )

    def __init__(self, data: Mapping[str, str]) -> None:
        start = {"language": LANGUAGES[0], "kind": Kind.SAID.value}
        super().__init__(start | {name: data[name] for name in start if data.get(name)})

    def chosen(self) -> tuple[str, Kind]:
        """Return language and kind; the first of each where something else was sent."""
        told = self.cleaned_data if self.is_valid() else {}
        return told.get("language", LANGUAGES[0]), Kind(told.get("kind", Kind.SAID.value))


class _Explained(forms.Form):
    def explain(self, problems: Iterable[DecisionProblem]) -> None:
        """Say what stands against it."""
        for problem in problems:
            self.add_error(None, PROBLEMS[problem])


class WordingForm(_Explained):
    """How a sentence reads in the language."""

    code = forms.ChoiceField(
        choices=[(f"{kind}.{one}", one) for kind in Kind for one in codes(kind)],
        widget=forms.HiddenInput(),
        error_messages={"required": _("Please choose a sentence from the list.")},
    )
    text = forms.CharField(
        label=_("Wording"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Please enter the sentence in this language.")},
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        language: str,
        initial: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        direction = "rtl" if reads_from_right(language) else "ltr"
        self.fields["text"].widget.attrs |= {"lang": language, "dir": direction}


class ReleaseForm(_Explained):
    """Who has checked the wording, and when."""

    released_by = forms.CharField(
        label=_("Checked by: name and office"),
        max_length=160,
        help_text=_(
            "Somebody who knows the language and the law, for instance a sworn translator with a lawyer."
        ),
        error_messages={"required": _("Please say who checked the wording.")},
    )
    released_on = forms.DateField(
        label=_("Checked on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Please enter the day on which the wording was checked."),
            "invalid": _("This is no day of the calendar. Please enter it like 24.11.2026."),
        },
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date) -> None:
        super().__init__(data, initial={"released_on": today})
        self.today = today

    def clean_released_on(self) -> date:
        day: date = self.cleaned_data["released_on"]
        if day > self.today:
            raise forms.ValidationError(
                _("The day of the check lies in the future. Please enter today or an earlier day.")
            )
        return day
