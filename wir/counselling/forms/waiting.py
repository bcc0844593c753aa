"""Forms of the waiting list, and the words for what they choose among."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.counselling.actions import WaitingValues
from wir.counselling.forms.words import ExplainedForm, day_field
from wir.counselling.rules.waiting import DeclineReason, Urgency, WaitingProblem
from wir.kit.choices import labelled
from wir.kit.languages import SPOKEN

if TYPE_CHECKING:
    from wir.counselling.forms.words import Explanations, Words
    from wir.network.models import Project

URGENCIES: Words = {
    Urgency.DEADLINE: _("A day is near (course, training, paper, notice)"),
    Urgency.SOON: _("Soon"),
    Urgency.USUAL: _("As usual"),
}
SHORT_URGENCIES: Words = {
    Urgency.DEADLINE: _("A day is near"),
    Urgency.SOON: _("Soon"),
    Urgency.USUAL: _("As usual"),
}
TONES = {Urgency.DEADLINE: "danger", Urgency.SOON: "warning", Urgency.USUAL: "neutral"}
REASONS: Words = {
    DeclineReason.NOT_TARGET_GROUP: _("Does not belong to the target group"),
    DeclineReason.ELSEWHERE: _("Another office is the right one"),
    DeclineReason.NO_PLACE: _("No place in time"),
    DeclineReason.OWN_WISH: _("Own wish"),
    DeclineReason.NO_CONTACT: _("Cannot be reached"),
}
PROMISED = timedelta(days=14)
EXPLANATIONS: Explanations = {
    WaitingProblem.NOT_HERE: ("project", _("You do not work in this sub-project. Please choose your own.")),
    WaitingProblem.NAME_MISSING: ("family_names", _("Please enter a name.")),
    WaitingProblem.NO_WAY_TO_REACH: (
        "phone",
        _("Please enter a telephone number or an e-mail address, so that the answer arrives."),
    ),
    WaitingProblem.REASON_MISSING: ("reason", _("Please say in a few words what the person asks for.")),
    WaitingProblem.ASKED_IN_FUTURE: (
        "asked_on",
        _("%(value)s lies in the future. Please enter today or an earlier day."),
    ),
    WaitingProblem.REPLY_BEFORE_ASKED: (
        "reply_by",
        _("%(value)s is earlier than the day on which the person asked. Please enter a later day."),
    ),
    WaitingProblem.ALREADY_DECIDED: (None, _("It had already been decided about this entry.")),
}


class WaitingForm(ExplainedForm):
    """Somebody who asks for counselling."""

    explanations = EXPLANATIONS

    family_names = forms.CharField(
        label=_("Family names"), max_length=120, error_messages={"required": _("Please enter a name.")}
    )
    given_names = forms.CharField(label=_("Given names"), max_length=120, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=30, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    contact_language = forms.ChoiceField(
        label=_("Language"), choices=[("", "–"), *SPOKEN.items()], required=False
    )
    reason = forms.CharField(
        label=_("What does the person ask for?"),
        max_length=400,
        error_messages={"required": _("Please say in a few words what the person asks for.")},
    )
    urgency = forms.ChoiceField(label=_("Urgency"), choices=labelled(URGENCIES), initial=Urgency.USUAL.value)
    asked_on = day_field(_("Asked on"))
    reply_by = day_field(_("Answer promised by"))
    project = forms.ChoiceField(label=_("Sub-project"))

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, projects: Iterable[Project], today: date
    ) -> None:
        super().__init__(data, initial={"asked_on": today, "reply_by": today + PROMISED})
        self.projects = {str(project.pk): project for project in projects}
        field = self.fields["project"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(code, project.name) for code, project in self.projects.items()]

    def chosen_project(self) -> Project:
        """Return where the person waits."""
        return self.projects[self.cleaned_data["project"]]

    def values(self) -> WaitingValues:
        """Return what was typed."""
        cleaned = {name: value for name, value in self.cleaned_data.items() if name != "project"}
        return WaitingValues(**{**cleaned, "urgency": Urgency(cleaned["urgency"])})


class DecliningForm(ExplainedForm):
    """Why somebody is not taken on, and where they were sent."""

    explanations = EXPLANATIONS

    reason = forms.ChoiceField(label=_("Reason"), choices=labelled(REASONS))
    referred_to = forms.CharField(
        label=_("Sent to"),
        max_length=200,
        required=False,
        help_text=_("The office that the person was told of, if any."),
    )
