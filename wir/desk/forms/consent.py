"""Forms of the tab on consent and data protection, and the words for what they choose among."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.desk.forms.days import DayForm, day_field
from wir.desk.forms.words import CONSENT_WAYS
from wir.kit.choices import labelled
from wir.kit.languages import SPOKEN
from wir.privacy.rules import (
    ConsentProblem,
    ConsentState,
    ConsentWay,
    Purpose,
    Receiver,
    Shared,
    on_consent,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = dict[StrEnum, _StrPromise]
    Groups = list[tuple[str, list[tuple[str, str]]]]

PURPOSES: Words = {
    Purpose.COUNSELLING: _("Counselling"),
    Purpose.EVIDENCE: _("Funding evidence"),
    Purpose.MONITORING: _("ESF Plus monitoring"),
    Purpose.AFTERCARE: _("Contact after leaving"),
    Purpose.STRUCTURAL: _("Work with firms, schools and authorities"),
    Purpose.OUTREACH: _("First information"),
    Purpose.SECURITY: _("Security and proof"),
    Purpose.BETWEEN_NETWORKS: _("To be found by other networks"),
    Purpose.HEALTH: _("Special needs (health data)"),
}
STATES: Words = {
    ConsentState.NOT_ASKED: _("nobody asked yet"),
    ConsentState.GIVEN: _("given"),
    ConsentState.REFUSED: _("said no"),
    ConsentState.WITHDRAWN: _("taken back"),
    ConsentState.ENDED: _("ran out"),
}
TONES = {
    ConsentState.NOT_ASKED: "neutral",
    ConsentState.GIVEN: "success",
    ConsentState.REFUSED: "warning",
    ConsentState.WITHDRAWN: "danger",
    ConsentState.ENDED: "warning",
}
SHARED: Words = {
    Shared.IDENTITY: _("Name and date of birth"),
    Shared.REACH: _("How to reach the person"),
    Shared.PAPER: _("Residence paper and permission to work"),
    Shared.LANGUAGES: _("Languages"),
    Shared.EDUCATION: _("School, training, occupation"),
    Shared.PLAN: _("Goals and steps"),
    Shared.WORK: _("Applications, work and training"),
    Shared.FILE: _("The whole file, without the notes of conversations"),
}
RECEIVERS: dict[str, _StrPromise] = {
    Receiver.USER.value: _("Colleagues of the network"),
    Receiver.ORGANISATION.value: _("Organisations"),
}
PROBLEMS: Words = {
    ConsentProblem.RESTS_ON_LAW: _("This purpose rests on law. Nobody is asked; hand over the information."),
    ConsentProblem.END_NOT_AFTER_START: _("The end does not lie after the first day. Enter a later day."),
    ConsentProblem.ALREADY_GIVEN: _("A consent is in force. Let it be withdrawn instead of recording a no."),
    ConsentProblem.NOT_IN_FORCE: _(
        "This consent is no longer in force. Open the tab again to see where it stands."
    ),
    ConsentProblem.BEFORE_GIVEN: _("The consent was given later than this day. Enter a later day."),
    ConsentProblem.IN_FUTURE: _("This day lies in the future. Enter today or an earlier day."),
    ConsentProblem.NOTHING_TO_SHARE: _("Choose at least one thing that the receiver may know."),
    ConsentProblem.NO_CONSENT: _(
        "On this day the person has not agreed to sharing. Ask for the consent first."
    ),
    ConsentProblem.NOT_COVERED: _("The person has not agreed to share this. Choose only what was agreed."),
    ConsentProblem.NOT_YOUR_PROJECT: _(
        "The whole file is opened only by the sub-project that keeps it. Choose single things, or ask its case team."
    ),
}


class ConsentForm(DayForm):
    """What every form about an answer asks: the day, the way, the language and the proof."""

    PAST: tuple[str, ...] = ("on",)

    on = day_field(_("Day"), required=True)
    way = forms.ChoiceField(label=_("How it was said"), choices=labelled(CONSENT_WAYS))
    language = forms.ChoiceField(label=_("Language in which it was explained"), choices=list(SPOKEN.items()))
    proof = forms.CharField(
        label=_("Proof"),
        max_length=200,
        help_text=_(
            "On paper: where the scan or the paper lies. On the screen: the name as the person typed it. "
            "By word of mouth: who was there as witness."
        ),
        error_messages={
            "required": _("Please say where the paper lies, which name was typed, or who was witness.")
        },
    )

    def explain(self, problems: Iterable[StrEnum]) -> None:
        """Say what stands in the way."""
        for problem in problems:
            self.add_error(None, PROBLEMS[problem])

    def said(self) -> dict[str, Any]:
        """Return way, language and proof."""
        return {
            "way": ConsentWay(self.cleaned_data["way"]),
            "language": self.cleaned_data["language"],
            "proof": self.cleaned_data["proof"],
        }


class AnswerForm(ConsentForm):
    """A yes or a no to one purpose."""

    purpose = forms.ChoiceField(
        label=_("Purpose"), choices=[(one.value, PURPOSES[one]) for one in on_consent()]
    )
    answer = forms.ChoiceField(
        label=_("Answer"),
        choices=[("yes", _("The person agrees")), ("no", _("The person does not agree"))],
        widget=forms.RadioSelect,
    )
    ends_on = day_field(
        _("Ends on"), hint=_("Only where the person limits the consent; the first day on which it is over.")
    )

    field_order = ("purpose", "answer", "on", "ends_on", "way", "language", "proof")


class WithdrawalForm(DayForm):
    """On which day the person took it back."""

    PAST: tuple[str, ...] = ("on",)

    on = day_field(_("Withdrawn on"), required=True)

    def explain(self, problems: Iterable[StrEnum]) -> None:
        """Say what stands in the way."""
        for problem in problems:
            self.add_error(None, PROBLEMS[problem])


class SharingForm(ConsentForm):
    """Who may know what, and until when."""

    receiver = forms.ChoiceField(label=_("Who may know it"))
    fields_shared = forms.MultipleChoiceField(
        label=_("What they may know"),
        choices=labelled(SHARED),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing that the receiver may know.")},
    )
    until_on = day_field(_("Until"), required=True, hint=_("The first day on which it is over."))

    field_order = ("receiver", "fields_shared", "on", "until_on", "way", "language", "proof")

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        receivers: Groups,
        today: date,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, today=today, initial=initial)
        field = self.fields["receiver"]
        if isinstance(field, forms.ChoiceField):
            groups = [(RECEIVERS[kind], choices) for kind, choices in receivers]
            field.choices = [("", _("Please choose")), *groups]

    def to(self) -> tuple[Receiver, UUID]:
        """Return who may know it."""
        kind, _colon, key = self.cleaned_data["receiver"].partition(":")
        return Receiver(kind), UUID(key)

    def shared(self) -> list[Shared]:
        """Return what they may know."""
        return [Shared(code) for code in self.cleaned_data["fields_shared"]]


class DisclosureForm(DayForm):
    """What the receiver got on a day."""

    PAST: tuple[str, ...] = ("on",)

    on = day_field(_("Passed on on"), required=True)
    fields_shared = forms.MultipleChoiceField(
        label=_("What was passed on"),
        choices=labelled(SHARED),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what was passed on.")},
    )

    def explain(self, problems: Iterable[StrEnum]) -> None:
        """Say what stands in the way."""
        for problem in problems:
            self.add_error(None, PROBLEMS[problem])

    def shared(self) -> list[Shared]:
        """Return what was passed on."""
        return [Shared(code) for code in self.cleaned_data["fields_shared"]]
