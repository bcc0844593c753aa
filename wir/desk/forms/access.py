"""Who may see a file, in sentences, and the form that opens it to others for a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wir.network.models import Grant, Membership
from wir.network.queries import Reason
from wir.network.rules import Cause, ReasonCode, ReleaseProblem, Role, Scope

A_DAY = timedelta(days=1)
EVERYBODY = "project:"
ROLES = {
    Role.ADVISOR.value: gettext_lazy("Advisor"),
    Role.PROJECT_LEAD.value: gettext_lazy("Head of the sub-project"),
}
CAUSES = {
    Cause.STAY.value: gettext_lazy("case team of the stay"),
    Cause.RELEASE.value: gettext_lazy("release"),
    Cause.DEPUTY.value: gettext_lazy("deputy during an absence"),
}
SCOPES = {
    Scope.FILE.value: gettext_lazy("file, without counselling notes"),
    Scope.CASE_TEAM.value: gettext_lazy("counselling notes too"),
}
SENTENCES = {
    ReleaseProblem.NOT_YOUR_PROJECT: (
        "",
        gettext_lazy("Only the case team or the head of the sub-project decides this. Please ask them."),
    ),
    ReleaseProblem.TO_YOURSELF: (
        "grantee",
        gettext_lazy("You cannot open anything to yourself. Please choose somebody else."),
    ),
    ReleaseProblem.NOT_IN_NETWORK: (
        "grantee",
        gettext_lazy("Nobody of this choice works in files of the network. Please choose somebody who does."),
    ),
    ReleaseProblem.IS_OPEN_ALREADY: (
        "grantee",
        gettext_lazy(
            "The file is open to them in this time already. Please choose somebody else, or another time."
        ),
    ),
    ReleaseProblem.ENDS_BEFORE_START: (
        "last_day",
        gettext_lazy("The last day lies before the first. Please enter a later day."),
    ),
    ReleaseProblem.STARTS_IN_PAST: (
        "from_on",
        gettext_lazy("Nothing is opened for days that have passed. Please enter today or a later day."),
    ),
    ReleaseProblem.TOO_LONG: (
        "last_day",
        gettext_lazy("At most a year at a time. Please enter an earlier day; it can be renewed then."),
    ),
}


def sentence_of(reason: Reason) -> str:
    """Say one reason in plain words."""
    since = formats.date_format(reason.from_on, "SHORT_DATE_FORMAT")
    until = formats.date_format(reason.until_on - A_DAY, "SHORT_DATE_FORMAT") if reason.until_on else ""
    if reason.code is ReasonCode.MEMBERSHIP:
        said = _("You work in %(project)s since %(since)s (%(role)s): the file is open to you.") % {
            "project": reason.project,
            "since": since,
            "role": ROLES[reason.role],
        }
    else:
        said = _("It was opened to you (%(cause)s, %(scope)s) from %(since)s.") % {
            "cause": CAUSES.get(reason.cause, reason.cause),
            "scope": SCOPES[reason.scope],
            "since": since,
        }
    if not until:
        return str(said)
    last_day = _("Last day: %(until)s.") % {"until": until}
    return f"{said} {last_day}"


def words_of(grant: Grant) -> dict[str, Any]:
    """Return a grant in words; people read the last day."""
    return {
        "grant": grant,
        "cause": CAUSES.get(grant.cause, grant.cause),
        "scope": SCOPES[grant.scope],
        "last_day": grant.until_on - A_DAY if grant.until_on else None,
    }


class ReleaseForm(forms.Form):
    grantee = forms.ChoiceField(label=gettext_lazy("Open to"))
    from_on = forms.DateField(label=gettext_lazy("From"), widget=forms.DateInput)
    last_day = forms.DateField(
        label=gettext_lazy("Last day"), widget=forms.DateInput, help_text=gettext_lazy("At most a year.")
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("The person has agreed that these colleagues read the file"),
        help_text=gettext_lazy("Without consent nothing is passed on to another carrier."),
    )

    def __init__(self, *args: Any, others: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people: dict[str, set[UUID]] = {}
        labels: dict[str, str] = {}
        for one in others:
            project = one.project.name if one.project else ""
            team, user = f"{EVERYBODY}{one.project_id}", str(one.user_id)
            labels[team] = _("Everybody in %(project)s today") % {"project": project}
            labels[user] = f"{one.user.name} ({project})"
            self.people.setdefault(team, set()).add(one.user_id)
            self.people.setdefault(user, set()).add(one.user_id)
        field = self.fields["grantee"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Please choose")), *labels.items()]

    def chosen(self) -> dict[str, Any]:
        """Return who gets the file open, for which half-open time."""
        first: date = self.cleaned_data["from_on"]
        return {
            "grantee_ids": sorted(self.people[self.cleaned_data["grantee"]]),
            "from_on": first,
            "until_on": self.cleaned_data["last_day"] + A_DAY,
        }

    def explain(self, problems: Iterable[ReleaseProblem]) -> None:
        """Say what stands against it, at its field where the form has it."""
        for problem in problems:
            name, sentence = SENTENCES[problem]
            self.add_error(name or None, str(sentence))
