"""Words for rights and causes; forms for deputies, releases and roles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.network.forms.words import ROLES
from wir.network.models import Membership, Project
from wir.network.rules import IN_PROJECTS, Cause, Permission, ReleaseProblem, Role, RoleProblem, Scope

PERMISSIONS = {
    Permission.SEE_OWN_DAY: _("Open “My day”"),
    Permission.LIST_CASES: _(
        "List cases: with names in one's own sub-project, by case number when coordinating"
    ),
    Permission.WORK_IN_FILES: _("Read and keep files of one's own sub-project"),
    Permission.IMPORT_LISTS: _("Take over lists of people"),
    Permission.KEEP_TASKS: _("Keep tasks"),
    Permission.OFFER_PLACES: _("See and add opportunities of the network"),
    Permission.SEE_FIGURES: _("See figures of one's own area"),
    Permission.SEE_NETWORK: _("See carriers, sub-projects and colleagues of the network"),
    Permission.RELEASE_FILES: _("Release a file for a time (case team and head)"),
    Permission.NAME_DEPUTIES: _("Name deputies (for oneself; the head for anybody)"),
    Permission.CHANGE_ROLES: _("Change roles in sub-projects, never one's own"),
    Permission.SET_SECOND_FACTOR: _("Set who needs a second factor in the network"),
    Permission.SEE_PROGRAMME: _("See totals of all networks, without cases"),
    Permission.SEE_WORKLOAD: _("See how the running cases are spread, and give them on"),
    Permission.SET_TASK_RULES: _("Set which tasks arise by themselves"),
    Permission.KEEP_RECORD_OF_PROCESSING: _("Read and complete the record of processing activities"),
    Permission.READ_TRAIL: _("Read the trail of the network or carrier, without names"),
}
SCOPES = {
    Scope.FILE: _("File, without counselling notes"),
    Scope.CASE_TEAM: _("Case team: counselling notes too"),
}
CAUSES = {
    Cause.STAY: _("Case team of the stay"),
    Cause.RELEASE: _("Release"),
    Cause.DEPUTY: _("Deputy"),
}
RELEASE_SENTENCES = {
    ReleaseProblem.NOT_YOUR_PROJECT: (
        "",
        _("Only the case team or the head of the sub-project decides this. Please ask them."),
    ),
    ReleaseProblem.TO_YOURSELF: (
        "grantee",
        _("You cannot open anything to yourself. Please choose somebody else."),
    ),
    ReleaseProblem.NOT_IN_NETWORK: (
        "grantee",
        _("Files are only released within the network. Please choose somebody who works in its files."),
    ),
    ReleaseProblem.NOT_IN_PROJECT: (
        "deputy",
        _("Both must work in this sub-project. Please choose two colleagues of the same one."),
    ),
    ReleaseProblem.IS_OPEN_ALREADY: (
        "grantee",
        _("The file is open to them in this time already. Please choose somebody else, or another time."),
    ),
    ReleaseProblem.ENDS_BEFORE_START: (
        "last_day",
        _("The last day lies before the first. Please enter a later day."),
    ),
    ReleaseProblem.STARTS_IN_PAST: (
        "from_on",
        _("Nothing is opened for days that have passed. Please enter today or a later day."),
    ),
    ReleaseProblem.TOO_LONG: (
        "last_day",
        _("At most a year at a time. Please enter an earlier day; it can be renewed then."),
    ),
    ReleaseProblem.SAME_PERSON: ("deputy", _("Nobody stands in for themselves. Please choose a colleague.")),
    ReleaseProblem.NO_CASES: (
        "absent",
        _("On that day they are in no case team of this sub-project. There is nothing to stand in for."),
    ),
    ReleaseProblem.NOT_BY_HAND: (
        "",
        _("This belongs to a stay and ends with it. Change the case team in the case file."),
    ),
}
ROLE_SENTENCES = {
    RoleProblem.NOT_YOUR_NETWORK: _("You do not coordinate this network. Please ask its coordination."),
    RoleProblem.OWN_ROLE: _("Nobody changes their own role. Please ask a colleague who coordinates too."),
    RoleProblem.NOT_IN_A_PROJECT: _("Only roles in sub-projects are changed here."),
    RoleProblem.ROLE_NOT_OF_PROJECTS: _("Only roles in sub-projects are given here. Please choose another."),
    RoleProblem.SAME_ROLE: _("They have this role already. Please choose the other."),
    RoleProblem.NOT_IN_FORCE: _("This role is not in force today. Please load the list again."),
}
A_DAY = timedelta(days=1)


class TimeForm(forms.Form):
    from_on = forms.DateField(label=_("From"), widget=forms.DateInput)
    last_day = forms.DateField(label=_("Last day"), widget=forms.DateInput, help_text=_("At most a year."))

    def times(self) -> dict[str, date]:
        """Return the half-open period: people name the last day."""
        return {"from_on": self.cleaned_data["from_on"], "until_on": self.cleaned_data["last_day"] + A_DAY}

    def explain(self, problems: Iterable[ReleaseProblem]) -> None:
        """Say what stands against it, at its field where the form has it."""
        for problem in problems:
            name, sentence = RELEASE_SENTENCES[problem]
            self.add_error(name if name in self.fields else None, str(sentence))


class DeputyForm(TimeForm):
    project = forms.ChoiceField(label=_("Sub-project"))
    absent = forms.ChoiceField(label=_("Who is absent"))
    deputy = forms.ChoiceField(
        label=_("Who stands in"), help_text=_("Sees the cases with counselling notes in this time.")
    )
    field_order = ("project", "absent", "deputy", "from_on", "last_day")

    def __init__(
        self, *args: Any, projects: Iterable[Project], staff: Sequence[Membership], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.projects = {str(one.pk): one for one in projects}
        here = {str(one.user_id): one.user.name for one in staff if str(one.project_id) in self.projects}
        choose(self, "project", [(key, one.name) for key, one in self.projects.items()])
        for name in ("absent", "deputy"):
            choose(self, name, [("", _("Please choose")), *here.items()])

    def chosen(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "project": self.projects[data["project"]],
            "absent_id": UUID(data["absent"]),
            "deputy_id": UUID(data["deputy"]),
            **self.times(),
        }


class RoleForm(forms.Form):
    role = forms.ChoiceField(
        label=_("Role from today on"),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "role", [(role.value, label) for role, label in ROLES.items() if role in IN_PROJECTS])

    def chosen(self) -> Role:
        return Role(self.cleaned_data["role"])

    def explain(self, problems: Iterable[RoleProblem]) -> None:
        for problem in problems:
            self.add_error("role", str(ROLE_SENTENCES[problem]))


def choose(form: forms.Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    """Give a field of choices what can be chosen today."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)
