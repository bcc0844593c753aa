"""Words for what placement's rules call by code."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from wir.directory.rules import OrganisationKind
from wir.eligibility.rules.answers import MayWork
from wir.placement.rules import ApplicationState, EndReason, Obstacle, OpportunityKind

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

KINDS: dict[StrEnum, _StrPromise] = {
    OpportunityKind.JOB: _("Job"),
    OpportunityKind.APPRENTICESHIP: _("Apprenticeship"),
    OpportunityKind.SCHOOL: _("School"),
    OpportunityKind.INTERNSHIP: _("Internship"),
    OpportunityKind.INTRODUCTORY_TRAINING: _("Introductory training (Einstiegsqualifizierung)"),
    OpportunityKind.COURSE: _("Course"),
}
PROVIDER_KINDS: dict[StrEnum, _StrPromise] = {
    OrganisationKind.EMPLOYER: _("Employer"),
    OrganisationKind.VOCATIONAL_SCHOOL: _("Vocational school"),
    OrganisationKind.SCHOOL: _("School"),
    OrganisationKind.COURSE_PROVIDER: _("Course provider"),
    OrganisationKind.CARRIER: _("Carrier (Träger)"),
    OrganisationKind.JOBCENTER: _("Jobcenter"),
    OrganisationKind.EMPLOYMENT_AGENCY: _("Employment agency"),
    OrganisationKind.CHAMBER: _("Chamber"),
    OrganisationKind.AUTHORITY: _("Authority"),
    OrganisationKind.OTHER: _("Other"),
}
STATES: dict[StrEnum, _StrPromise] = {
    ApplicationState.SUGGESTED: _("suggested"),
    ApplicationState.SENT: _("application sent"),
    ApplicationState.INTERVIEW: _("interview or trial"),
    ApplicationState.OFFERED: _("offered"),
    ApplicationState.STARTED: _("started"),
    ApplicationState.DECLINED_BY_PERSON: _("declined by the person"),
    ApplicationState.DECLINED_BY_PROVIDER: _("declined by the provider"),
}
STATE_TONES = {
    ApplicationState.SUGGESTED: "info",
    ApplicationState.SENT: "info",
    ApplicationState.INTERVIEW: "info",
    ApplicationState.OFFERED: "warning",
    ApplicationState.STARTED: "success",
    ApplicationState.DECLINED_BY_PERSON: "neutral",
    ApplicationState.DECLINED_BY_PROVIDER: "neutral",
}
END_REASONS: dict[StrEnum, _StrPromise] = {
    EndReason.AS_PLANNED: _("as planned"),
    EndReason.BETTER_OFFER: _("better offer"),
    EndReason.DISMISSED: _("dismissed"),
    EndReason.OWN_WISH: _("own wish"),
    EndReason.PERMIT_LOST: _("permission to work lost"),
    EndReason.ILLNESS: _("illness"),
    EndReason.OTHER: _("other reason"),
}
ANSWERS = {
    MayWork.YES: _("May begin"),
    MayWork.YES_WITH_PERMISSION: _("May begin with the permission of the Ausländerbehörde"),
    MayWork.NO: _("May not begin"),
    MayWork.UNDECIDED: _("Not decided: look into it before the start"),
}
ANSWER_TONES = {
    MayWork.YES: "success",
    MayWork.YES_WITH_PERMISSION: "warning",
    MayWork.NO: "danger",
    MayWork.UNDECIDED: "warning",
}
EXPLANATIONS = {
    Obstacle.APPLICATION_CLOSED: (
        "",
        _("This application is closed already. Add a new one if the person tries again."),
    ),
    Obstacle.OPPORTUNITY_CLOSED: ("", _("This opportunity is closed. Choose another one.")),
    Obstacle.ALREADY_APPLIED: (
        "",
        _("An application for this opportunity is under way already. Open it in the list."),
    ),
    Obstacle.NO_OPEN_STAY: (
        "",
        _("The person has no open stay in the sub-project. Record the entry before the start."),
    ),
    Obstacle.BEFORE_ENTRY: (
        "starts_on",
        _("%(day)s lies before the entry into the sub-project. Give a later day or correct the entry."),
    ),
    Obstacle.TOO_FAR_AHEAD: (
        "starts_on",
        _("%(day)s is more than a year ahead. Check the year, or record the start later."),
    ),
    Obstacle.WORK_FORBIDDEN: (
        "starts_on",
        _(
            "On %(day)s the person may not begin this; the reasons stand above. Choose another day or opportunity."
        ),
    ),
    Obstacle.WORK_UNDECIDED: (
        "permission_confirmed",
        _("Whether the person may work is not decided. See the permission on the paper and confirm it here."),
    ),
    Obstacle.PERMISSION_NOT_CONFIRMED: (
        "permission_confirmed",
        _("The start needs the permission of the Ausländerbehörde. See the paper and confirm it here."),
    ),
    Obstacle.OVERLAPS_OTHER_SPELL: (
        "",
        _("In this time the person already works, learns or goes to school. End the other spell first."),
    ),
    Obstacle.PROBATION_TOO_LONG: (
        "probation_months",
        _("Probation is longer than the law allows: 6 months for a job, 4 for an apprenticeship."),
    ),
    Obstacle.STEP_NOT_POSSIBLE: (
        "state",
        _("The application cannot take this step now. Choose one of the list."),
    ),
    Obstacle.BEFORE_LAST_STEP: (
        "on",
        _("%(day)s lies before the last step of this application. Give that day or a later one."),
    ),
    Obstacle.IN_FUTURE: ("on", _("%(day)s lies in the future. Give the day on which it happened.")),
    Obstacle.ENDS_BEFORE_START: ("last_day", _("%(day)s lies before the first day. Give a later last day.")),
    Obstacle.ALREADY_ENDED: ("", _("The end of this spell is recorded already.")),
}
"""For each obstacle the field it belongs to ("" for none of them) and the sentence; ``day`` is what was typed."""
