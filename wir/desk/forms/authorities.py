"""An authority asked: what is put down, and what the management decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.desk.forms.days import day_field
from wir.kit.choices import labelled
from wir.network.models import Project
from wir.privacy.actions import Asked, Decided
from wir.privacy.rules import AuthorityKind, DataCategory, RequestDecision, RequestProblem, RequestWay

KINDS = {
    AuthorityKind.POLICE: _("police"),
    AuthorityKind.PROSECUTION: _("public prosecutor"),
    AuthorityKind.CUSTOMS: _("customs"),
    AuthorityKind.IMMIGRATION_AUTHORITY: _("Ausländerbehörde"),
    AuthorityKind.BENEFITS_OFFICE: _("Jobcenter, employment agency, social welfare office"),
    AuthorityKind.COURT: _("court"),
    AuthorityKind.OTHER: _("somebody else"),
}
WAYS = {
    RequestWay.TELEPHONE: _("by telephone"),
    RequestWay.VISIT: _("in person"),
    RequestWay.LETTER: _("by letter"),
    RequestWay.EMAIL: _("by e-mail"),
}
DECISIONS = {
    RequestDecision.REFUSED: _("nothing is said"),
    RequestDecision.ANSWERED: _("it was answered"),
}
CATEGORIES = {
    DataCategory.TAKES_PART: _("whether the person takes part"),
    DataCategory.CONTACT: _("how to reach the person"),
    DataCategory.RESIDENCE: _("residence papers"),
    DataCategory.COUNSELLING: _("counselling"),
    DataCategory.HEALTH: _("health"),
    DataCategory.WORK: _("work and training"),
}
EXPLANATIONS = {
    RequestProblem.WHO_MISSING: ("asked_by", _("Please put down who asked: office, name, reference number.")),
    RequestProblem.IN_FUTURE: (
        "asked_on",
        _("This day lies in the future. Please enter today or an earlier day."),
    ),
    RequestProblem.DECIDED: (None, _("This request was decided before. Nothing was changed.")),
    RequestProblem.NOT_THE_LEAD: (
        None,
        _("Only the head of the sub-project decides on requests of authorities."),
    ),
    RequestProblem.REASON_MISSING: ("reason", _("Please give the reason of the decision.")),
    RequestProblem.OFFICER_NOT_ASKED: (
        "officer_asked_on",
        _(
            "Before anything is answered the data protection officer is asked. Enter the day on which that was done."
        ),
    ),
    RequestProblem.LEGAL_BASIS_MISSING: (
        "legal_basis",
        _("An answer needs a legal basis. Name the provision, or choose that nothing is said."),
    ),
    RequestProblem.CATEGORIES_MISSING: ("given_out", _("Please tick what was given out.")),
    RequestProblem.NOTHING_WAS_GIVEN: (
        "given_out",
        _(
            "You chose that nothing is said, but ticked something given out. Clear the ticks or change the decision."
        ),
    ),
}


class _Explaining(forms.Form):
    def explain(self, problems: Iterable[RequestProblem]) -> None:
        """Say what stands in the way, each sentence beside the field that mends it."""
        for problem in problems:
            self.add_error(*EXPLANATIONS[problem])


class RequestForm(_Explaining):
    """Who asked, when, how, on what stated basis, about whom."""

    project = forms.ChoiceField(label=_("Sub-project"))
    kind = forms.ChoiceField(label=_("Who asked"), choices=labelled(KINDS))
    asked_by = forms.CharField(
        label=_("Office, name, reference number"),
        max_length=200,
        error_messages={"required": EXPLANATIONS[RequestProblem.WHO_MISSING][1]},
    )
    way = forms.ChoiceField(label=_("How they asked"), choices=labelled(WAYS))
    asked_on = day_field(_("On which day"), required=True)
    stated_basis = forms.CharField(
        label=_("On what legal basis, as they say"), max_length=400, required=False
    )
    case_number = forms.CharField(
        label=_("Case number, if the request is about one person"), max_length=20, required=False
    )
    demand = forms.CharField(
        label=_("What they want to know"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, projects: Sequence[Project], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.projects = {str(project.pk): project for project in projects}
        field = self.fields["project"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(code, project.name) for code, project in self.projects.items()]
            if len(projects) == 1:
                field.widget = forms.HiddenInput()
                field.initial = str(projects[0].pk)

    def chosen_project(self) -> Project:
        """Return the sub-project chosen."""
        return self.projects[self.cleaned_data["project"]]

    def say_unknown(self) -> None:
        """Say that the case number is nobody's in the user's reach."""
        number = self.cleaned_data.get("case_number", "")
        text = _("“%(number)s” is no case number in your sub-projects. Check it, or leave it empty.")
        self.add_error("case_number", forms.ValidationError(text, params={"number": number}))

    def asked(self) -> Asked:
        """Return the request as typed."""
        values = self.cleaned_data
        return Asked(
            kind=AuthorityKind(values["kind"]),
            way=RequestWay(values["way"]),
            asked_by=values["asked_by"],
            asked_on=values["asked_on"],
            stated_basis=values["stated_basis"],
            demand=values["demand"],
        )


class RequestDecisionForm(_Explaining):
    """Nothing is said unless the officer was asked and a legal basis is named."""

    officer_asked_on = day_field(_("Data protection officer asked on"))
    decision = forms.ChoiceField(
        label=_("Decision"), choices=labelled(DECISIONS), widget=forms.RadioSelect, initial="refused"
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        error_messages={"required": EXPLANATIONS[RequestProblem.REASON_MISSING][1]},
    )
    legal_basis = forms.CharField(label=_("Legal basis of an answer"), max_length=400, required=False)
    given_out = forms.MultipleChoiceField(
        label=_("What was given out"),
        choices=labelled(CATEGORIES),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Only the kind of data, not the data themselves."),
    )

    def decided(self) -> Decided:
        """Return the decision as typed."""
        values = self.cleaned_data
        asked_on: date | None = values["officer_asked_on"]
        return Decided(
            decision=RequestDecision(values["decision"]),
            reason=values["reason"],
            officer_asked_on=asked_on,
            legal_basis=values["legal_basis"],
            given_out=tuple(DataCategory(code) for code in values["given_out"]),
        )
