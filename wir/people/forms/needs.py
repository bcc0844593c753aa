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
from wir.kit.languages import SPOKEN
from wir.people.forms.fields import day
from wir.people.forms.profile_words import REQUIREMENTS
from wir.people.models import SealedNeed
from wir.people.rules.needs import DEGREES, MAX_TEXT, Disability, NeedKind, NeedProblem, ReadingReason
from wir.people.rules.requirements import RequirementKind, RequirementProblem
from wir.privacy.rules import ConsentWay

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

KINDS = {
    NeedKind.DISABILITY: _("Disability"),
    NeedKind.ILLNESS: _("Illness or chronic condition"),
    NeedKind.FLIGHT_ILLNESS: _("Illness or injury from the flight"),
    NeedKind.TRAUMA: _("Trauma"),
    NeedKind.STRAIN: _("Psychological strain"),
    NeedKind.PREGNANCY: _("Pregnancy"),
    NeedKind.OTHER: _("Other need of protection"),
}
PROBLEMS = {
    NeedProblem.NOT_IN_TEAM: _("Only the case team of this person may write down or close a need."),
    NeedProblem.NOT_AGREED: _(
        "The person has not agreed that health data are kept. Record the consent first."
    ),
    NeedProblem.NOTHING_SAID: _("Say what the need is or what helps."),
    NeedProblem.NO_SUCH_DEGREE: _(
        "Degrees of disability go from 20 to 100 in steps of ten. Compare the notice."
    ),
    NeedProblem.CARD_BELOW_SEVERE: _(
        "A Schwerbehindertenausweis is issued from a degree of 50 on. Correct the degree, or clear the card."
    ),
    NeedProblem.EQUAL_OUT_OF_RANGE: _(
        "Gleichstellung is for degrees of 30 and 40. Correct the degree, or clear the box."
    ),
    NeedProblem.TOO_LONG: _("The text is longer than 4000 characters. Shorten it to what is needed."),
    NeedProblem.FROM_IN_FUTURE: _("“Told on” lies in the future. Enter the day of the conversation."),
    NeedProblem.ALREADY_CLOSED: _("This need was closed before. Nothing to do."),
}
_FIELDS = {
    NeedProblem.NOTHING_SAID: "text",
    NeedProblem.TOO_LONG: "text",
    NeedProblem.FROM_IN_FUTURE: "known_on",
    NeedProblem.NO_SUCH_DEGREE: "degree",
    NeedProblem.CARD_BELOW_SEVERE: "card",
    NeedProblem.EQUAL_OUT_OF_RANGE: "equal",
}
REASONS = {
    ReadingReason.TALK: _("to prepare a conversation"),
    ReadingReason.WORKPLACE: _("to look for or adapt a workplace"),
    ReadingReason.APPOINTMENT: _("to accompany to an appointment"),
    ReadingReason.AUTHORITY: _("for an application at an authority"),
    ReadingReason.CORRECTION: _("to correct or close an entry"),
}
WAYS = {
    ConsentWay.PAPER: _("on paper, signed"),
    ConsentWay.ON_SCREEN: _("on the screen"),
    ConsentWay.SPOKEN: _("by word of mouth, noted here"),
}


RELEASE_PROBLEMS = {
    RequirementProblem.NOT_IN_TEAM: _("Only the case team of this person may release requirements."),
    RequirementProblem.NO_CONSENT: _(
        "Nothing is released without the person's yes. Ask the person and tick the box."
    ),
    RequirementProblem.NOTHING_CHOSEN: _("Please tick what others may know."),
    RequirementProblem.NOT_RELEASED: _("This requirement was taken back before. Nothing to do."),
}
_RELEASE_FIELDS = {RequirementProblem.NO_CONSENT: "agreed", RequirementProblem.NOTHING_CHOSEN: "kinds"}


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
        label=_("What helps at work"),
        help_text=_("For example breaks, no night shifts, a desk."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=MAX_TEXT,
        required=False,
    )
    helps_in_counselling = forms.CharField(
        label=_("What helps in counselling"),
        help_text=_("For example a quiet room, short talks, a woman as interpreter."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=MAX_TEXT,
        required=False,
    )
    degree = forms.TypedChoiceField(
        label=_("Degree of disability (GdB)"),
        choices=[("", _("none established"))] + [(str(one), str(one)) for one in DEGREES],
        coerce=int,
        empty_value=None,
        required=False,
    )
    card = forms.BooleanField(label="Schwerbehindertenausweis", required=False)
    card_until = day(_("Card valid until"))
    equal = forms.BooleanField(label=_("Gleichstellung by the Agentur für Arbeit"), required=False)
    known_on = forms.DateField(
        label=_("Told on"),
        error_messages={
            "required": _("Please enter a day, for example 24.11.2026."),
            "invalid": _("This is no day of the calendar. Please enter it like 24.11.2026."),
        },
    )

    def values(self) -> dict[str, Any]:
        """Return the fields as ``seal_need`` takes them."""
        data = dict(self.cleaned_data)
        degree, card = data.pop("degree"), data.pop("card")
        until, equal = data.pop("card_until"), data.pop("equal")
        if degree is not None:
            data["disability"] = Disability(degree, card=card, card_until=until, equal=equal)
        return data | {"kind": NeedKind(data["kind"])}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        said = data.get("card") or data.get("card_until") or data.get("equal")
        if said and data.get("degree") is None:
            self.add_error(
                "degree", _("Card and Gleichstellung need a degree of disability. Choose it or clear them.")
            )
        return data

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
    helps_in_counselling: str
    disability: Disability | None
    known_on: date
    closed_on: date | None


def words_of(need: SealedNeed) -> NeedWords:
    """Open a need for the page; raises KeyMissing or CannotUnseal when that is impossible."""
    return NeedWords(
        id=need.pk,
        kind=KINDS[NeedKind(need.kind)],
        text=need.text,
        helps=need.helps,
        helps_in_counselling=need.helps_in_counselling or "",
        disability=Disability.from_json(need.disability),
        known_on=need.known_on,
        closed_on=need.closed_on,
    )


class ReadingForm(forms.Form):
    """What the needs are opened for."""

    reason = forms.ChoiceField(
        label=_("What for?"),
        choices=labelled(REASONS),
        error_messages=dict.fromkeys(
            ["required", "invalid_choice"], _("Please choose what you open them for.")
        ),
    )

    def reading_reason(self) -> ReadingReason:
        """Return the reason as ``read_needs`` takes it."""
        return ReadingReason(self.cleaned_data["reason"])


class AgreementForm(forms.Form):
    """How the person agreed, and in which language it was explained."""

    way = forms.ChoiceField(
        label=_("The person agreed"),
        choices=labelled(WAYS),
        error_messages=dict.fromkeys(
            ["required", "invalid_choice"], _("Please choose how the person agreed.")
        ),
    )
    language = forms.ChoiceField(label=_("Explained in"), choices=list(SPOKEN.items()), initial="de")

    def values(self) -> dict[str, Any]:
        """Return the fields as ``agree_to_needs`` takes them."""
        return {"way": ConsentWay(self.cleaned_data["way"]), "language": self.cleaned_data["language"]}


class ReleaseForm(forms.Form):
    """Requirements that others may read."""

    kinds = forms.MultipleChoiceField(
        label=_("Requirements"),
        choices=labelled(REQUIREMENTS),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please tick what others may know.")},
    )
    agreed = forms.BooleanField(label=_("The person agrees to exactly this release"), required=False)
    way = forms.ChoiceField(label=_("How the person agreed"), choices=labelled(WAYS))

    def values(self) -> dict[str, Any]:
        """Return the fields as ``release_requirements`` takes them."""
        data = self.cleaned_data
        return {
            "kinds": [RequirementKind(kind) for kind in data["kinds"]],
            "agreed": data["agreed"],
            "way": ConsentWay(data["way"]),
        }

    def explain(self, problems: Iterable[RequirementProblem]) -> None:
        """Say beside the field what does not fit."""
        for problem in problems:
            self.add_error(_RELEASE_FIELDS.get(problem), str(RELEASE_PROBLEMS[problem]))
