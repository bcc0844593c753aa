"""Forms made from the guide of the conversation about needs, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wir.counselling.forms.words import ExplainedForm
from wir.counselling.rules.guide import HIGHEST, Guide, Nearness, Phase, Question, TalkProblem

if TYPE_CHECKING:
    from wir.counselling.forms.words import Explanations, Words

EXPLANATIONS: Explanations = {
    TalkProblem.NO_CONSENT: (
        None,
        _(
            "The person took the consent to counselling back. Nothing more is put down until there is a new one."
        ),
    ),
    TalkProblem.NOT_IN_TEAM: (None, _("Only the case team of this person holds this conversation.")),
    TalkProblem.ALREADY_OPEN: (None, _("A conversation is open. Go on with it, or finish it first.")),
    TalkProblem.FINISHED: (
        None,
        _("This conversation is finished. Begin a new one to put down what changed."),
    ),
    TalkProblem.UNKNOWN: (None, _("An answer does not belong to this guide. Load the page again.")),
}
NEARNESS: Words = {
    Nearness.FAR: _("still far from work"),
    Nearness.NEARER: _("on the way"),
    Nearness.NEAR: _("near to work or training"),
}
SCALE_STEPS = (
    _("0: still far away"),
    _("1: first steps"),
    _("2: half way"),
    _("3: nearly there"),
    _("4: nothing stands in the way"),
)
SCALE = "scale_"


def worded(wording: Mapping[str, str]) -> str:
    """Return the wording in the reader's language: German, else English."""
    return wording["de" if (get_language() or "de").startswith("de") else "en"]


def answer_words(question: Question, answer: str) -> str:
    """Return an answer in words."""
    option = question.options.get(answer)
    return worded(option) if option else answer


class PhaseForm(ExplainedForm):
    """The questions of one phase; nothing is compulsory, the scales stand at the last phase."""

    explanations = EXPLANATIONS

    def __init__(
        self, data: Mapping[str, Any] | None, *, phase: Phase, guide: Guide, known: Mapping[str, Any]
    ) -> None:
        super().__init__(data, initial=dict(known))
        for question in phase.questions:
            self.fields[question.code] = _field(question)
        if guide.after(phase.code) is None:
            for scale in guide.scales:
                self.fields[SCALE + scale.code] = forms.TypedChoiceField(
                    label=worded(scale.wording),
                    choices=[("", "–"), *enumerate(SCALE_STEPS)],
                    coerce=int,
                    empty_value=None,
                    required=False,
                )

    def answers(self) -> dict[str, str]:
        """Return the answers by question."""
        return {name: value for name, value in self.cleaned_data.items() if not name.startswith(SCALE)}

    def scales(self) -> dict[str, int]:
        """Return what was judged, by scale."""
        return {
            name.removeprefix(SCALE): value
            for name, value in self.cleaned_data.items()
            if name.startswith(SCALE) and value is not None and value <= HIGHEST
        }


def _field(question: Question) -> forms.Field:
    label = worded(question.wording)
    if question.options:
        options = [(code, worded(wording)) for code, wording in question.options.items()]
        return forms.ChoiceField(label=label, choices=[("", _("not talked about")), *options], required=False)
    return forms.CharField(
        label=label, widget=forms.Textarea(attrs={"rows": 3}), max_length=2_000, required=False
    )
