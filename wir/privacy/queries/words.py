"""Lines of the trail in plain words: one sentence per verb, for the officer and for the person alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from wir.kit import registry
from wir.privacy.rules import Purpose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import Promise

SENTENCES: dict[str, Promise] = {
    "aftercare.check_in_held": lazy("A check-in of the aftercare was recorded."),
    "aftercare.check_ins_cancelled": lazy("Planned check-ins were cancelled."),
    "aftercare.check_ins_planned": lazy("Check-ins of the aftercare were planned."),
    "counselling.contact_recorded": lazy("A conversation was recorded."),
    "counselling.goal_agreed": lazy("A goal was recorded."),
    "counselling.goal_reached": lazy("A goal was marked as reached."),
    "counselling.stay_began": lazy("The entry into the sub-project was recorded."),
    "counselling.stay_ended": lazy("The exit from the sub-project was recorded."),
    "counselling.step_added": lazy("A step of the plan was added."),
    "counselling.step_finished": lazy("A step of the plan was ticked off."),
    "directory.organisation_added": lazy("An organisation was added to the directory."),
    "eligibility.assessed": lazy("It was checked whether the person may take part or work."),
    "eligibility.circumstances_recorded": lazy(
        "Facts for the check of the permission to work were recorded."
    ),
    "monitoring.entry_recorded": lazy("The entry questionnaire was saved."),
    "monitoring.exit_recorded": lazy("The data on leaving were saved."),
    "monitoring.follow_up_recorded": lazy("The follow-up after six months was saved."),
    "monitoring.participants_read": lazy("The participants behind a figure of the report were looked at."),
    "monitoring.report_downloaded": lazy("The report was downloaded."),
    "monitoring.status_recorded": lazy("The status after leaving was saved."),
    "network.carrier_added": lazy("A carrier was added to the network."),
    "network.file_opened": lazy("Somebody was given access to the file."),
    "network.founded": lazy("The network was set up."),
    "network.glass_broken": lazy("Somebody opened the closed file for one hour and gave a reason."),
    "network.glass_closed": lazy("The opening of the closed file was ended early."),
    "network.glass_reasons_read": lazy("The reasons for opening closed files were read."),
    "network.project_added": lazy("A sub-project was added to the network."),
    "network.role_given": lazy("Somebody was given a role."),
    "people.file_read": lazy("The file was read."),
    "people.identity_corrected": lazy("Name, date of birth or address was corrected."),
    "people.list_confirmed": lazy("A list of persons was taken over."),
    "people.list_uploaded": lazy("A list of persons was uploaded."),
    "people.lists_discarded": lazy("Old uploaded lists were deleted."),
    "people.person_added": lazy("The file was created."),
    "people.procedure_corrected": lazy("Facts of entry and asylum procedure were recorded."),
    "people.residence_changed": lazy("A residence paper was recorded."),
    "placement.application_declined": lazy("An application was ended with a refusal."),
    "placement.application_moved": lazy("The state of an application was changed."),
    "placement.applied": lazy("An application was recorded."),
    "placement.opportunity_added": lazy("A vacancy or place was added."),
    "placement.opportunity_closed": lazy("A vacancy or place was closed."),
    "placement.spell_ended": lazy("The end of work, training or school was recorded."),
    "placement.spell_started": lazy("The start of work, training or school was recorded."),
    "privacy.consent_given": lazy("A consent was recorded."),
    "privacy.history_forgotten": lazy("Earlier values of the file were deleted for good."),
    "privacy.notice_given": lazy("The handing over of information on data protection was recorded."),
    "privacy.trail_evaluated": lazy("The trail of one member of staff was evaluated, with a reason."),
    "privacy.trail_read": lazy("The trail was read by data protection."),
    "tasks.task_added": lazy("A task was created."),
    "tasks.task_finished": lazy("A task was done."),
    "tasks.task_reopened": lazy("A task was opened again."),
}

FUNCTIONS: dict[str, Promise] = {
    "advisor": lazy("Advice"),
    "project_lead": lazy("Head of the sub-project"),
    "coordinator": lazy("Coordination of the network"),
    "programme_office": lazy("Programme office"),
    "data_protection": lazy("Data protection officer"),
}
"""Functions in which somebody looks or acts; a function stands for a person whose name is nobody's business here."""

PURPOSES: dict[Purpose, Promise] = {
    Purpose.COUNSELLING: lazy("Counselling"),
    Purpose.MONITORING: lazy("Monitoring of the funding"),
    Purpose.EVIDENCE: lazy("Evidence for the funding"),
    Purpose.AFTERCARE: lazy("Aftercare"),
    Purpose.STRUCTURAL: lazy("Structural measures"),
    Purpose.OUTREACH: lazy("Outreach"),
    Purpose.SECURITY: lazy("Security"),
}


def sentence_of(verb: str, detail: Mapping[str, object]) -> str:
    """Return what a line tells; a verb without a sentence shows itself, so that nothing is hidden."""
    page = detail.get("page")
    if verb == "people.file_read" and page:
        labels = {tab.url_name: tab.label for tab in registry.tabs()}
        if page in labels:
            return _("The file was read: %(page)s.") % {"page": labels[str(page)]}
    return str(SENTENCES.get(verb, verb))


def words_of_roles(kind: str, roles: str) -> str:
    """Return in which function somebody acted; the program acts in none."""
    if kind != "user":
        return _("The program itself")
    known = [str(FUNCTIONS.get(role, role)) for role in roles.split(",") if role]
    return ", ".join(known) or _("Staff")
