"""Lines of the trail in plain words: one sentence per verb, for the officer and for the person alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wir.kit import registry
from wir.privacy.rules import Purpose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import Promise

SENTENCES: dict[str, Promise] = {
    "aftercare.check_in_held": gettext_lazy("A check-in of the aftercare was recorded."),
    "aftercare.check_ins_cancelled": gettext_lazy("Planned check-ins were cancelled."),
    "aftercare.check_ins_planned": gettext_lazy("Check-ins of the aftercare were planned."),
    "counselling.appointment_called_off": gettext_lazy("An appointment was called off."),
    "counselling.appointment_made": gettext_lazy("An appointment was made."),
    "counselling.appointment_moved": gettext_lazy("An appointment was moved or changed."),
    "counselling.case_reassigned": gettext_lazy("The case was given to another advisor."),
    "counselling.contact_corrected": gettext_lazy("What was recorded of a conversation was corrected."),
    "counselling.contact_removed": gettext_lazy("A conversation that was recorded by mistake was removed."),
    "counselling.contact_recorded": gettext_lazy("A conversation was recorded."),
    "counselling.feed_ended": gettext_lazy("The address for a calendar program ended."),
    "counselling.feed_made": gettext_lazy("An address for a calendar program was made."),
    "counselling.goal_agreed": gettext_lazy("A goal was recorded."),
    "counselling.goal_reached": gettext_lazy("A goal was marked as reached."),
    "counselling.group_held": gettext_lazy("A conversation with several people was recorded."),
    "counselling.guardian_named": gettext_lazy("Parent or guardian of the person was recorded."),
    "counselling.legal_question_answered": gettext_lazy("The answer to a legal question was recorded."),
    "counselling.legal_question_asked": gettext_lazy("A legal question was put to a qualified person."),
    "counselling.letter_written": gettext_lazy("A letter to an authority was written."),
    "counselling.matter_changed": gettext_lazy("A procedure at an authority was changed."),
    "counselling.matter_closed": gettext_lazy("A procedure at an authority was closed."),
    "counselling.matter_opened": gettext_lazy("A procedure at an authority was recorded."),
    "counselling.notice_corrected": gettext_lazy("A notice of an authority was corrected."),
    "counselling.notice_recorded": gettext_lazy("A notice of an authority was recorded."),
    "counselling.notice_settled": gettext_lazy("It was recorded what was decided about a notice."),
    "counselling.plan_agreed": gettext_lazy("The person agreed to the plan."),
    "counselling.power_prepared": gettext_lazy("A power of attorney or release was prepared for signature."),
    "counselling.power_revoked": gettext_lazy("A power of attorney or release was taken back."),
    "counselling.power_signed": gettext_lazy(
        "The signature under a power of attorney or release was recorded."
    ),
    "counselling.stay_began": gettext_lazy("The entry into the sub-project was recorded."),
    "counselling.stay_ended": gettext_lazy("The exit from the sub-project was recorded."),
    "counselling.stay_corrected": gettext_lazy("The days of a stay were corrected."),
    "counselling.stay_reopened": gettext_lazy("An exit was undone; the stay goes on."),
    "counselling.step_added": gettext_lazy("A step of the plan was added."),
    "counselling.step_finished": gettext_lazy("A step of the plan was ticked off."),
    "counselling.talk_begun": gettext_lazy("A conversation about needs was begun."),
    "counselling.talk_finished": gettext_lazy("A conversation about needs was finished."),
    "counselling.talk_saved": gettext_lazy("A part of a conversation about needs was saved."),
    "counselling.waiting_began": gettext_lazy("Somebody was put on the waiting list."),
    "counselling.waiting_declined": gettext_lazy("Somebody on the waiting list was declined, with a reason."),
    "counselling.waiting_taken": gettext_lazy("Somebody was taken on from the waiting list."),
    "counselling.way_kept": gettext_lazy("The network kept a plan as a way for others."),
    "directory.organisation_added": gettext_lazy("An organisation was added to the directory."),
    "eligibility.assessed": gettext_lazy("It was checked whether the person may take part or work."),
    "eligibility.circumstances_recorded": gettext_lazy(
        "Facts for the check of the permission to work were recorded."
    ),
    "eligibility.policy_decided": gettext_lazy("It was decided how the network reads the target group."),
    "eligibility.rechecked": gettext_lazy("Kept answers on work were checked against the present rules."),
    "eligibility.release_withdrawn": gettext_lazy(
        "The release of a legal sentence in a language was withdrawn."
    ),
    "eligibility.sentence_proposed": gettext_lazy(
        "The wording of a legal sentence was entered in a language."
    ),
    "eligibility.sentence_released": gettext_lazy(
        "The wording of a legal sentence was released in a language."
    ),
    "eligibility.warning_set": gettext_lazy("It was set how early the team hears of a legal date."),
    "files.file_opened": gettext_lazy("A document was opened."),
    "files.file_removed": gettext_lazy("A document was deleted."),
    "files.file_stored": gettext_lazy("A document was stored."),
    "files.resealed": gettext_lazy("Sealed data were sealed anew with another key."),
    "monitoring.entry_recorded": gettext_lazy("The entry questionnaire was saved."),
    "monitoring.exit_recorded": gettext_lazy("The data on leaving were saved."),
    "monitoring.follow_up_recorded": gettext_lazy("The follow-up after six months was saved."),
    "monitoring.participants_read": gettext_lazy(
        "The participants behind a figure of the report were looked at."
    ),
    "monitoring.report_downloaded": gettext_lazy("The report was downloaded."),
    "monitoring.status_recorded": gettext_lazy("The status after leaving was saved."),
    "network.account_switched_off": gettext_lazy(
        "An account was switched off because its last role had ended."
    ),
    "network.carrier_added": gettext_lazy("A carrier was added to the network."),
    "network.controller_described": gettext_lazy("A carrier recorded what it says of itself as controller."),
    "network.deputy_named": gettext_lazy("A deputy got access to the file."),
    "network.duplicate_check_closed": gettext_lazy("The network ended the check between networks."),
    "network.duplicate_check_opened": gettext_lazy(
        "The network decided to take part in the check between networks."
    ),
    "network.face_chosen": gettext_lazy("A member of staff chose what participants see of them."),
    "network.file_closed": gettext_lazy("Access to the file was ended."),
    "network.file_opened": gettext_lazy("Somebody was given access to the file."),
    "network.file_opened_on_consent": gettext_lazy(
        "Somebody was given access to the file because the person agreed."
    ),
    "network.file_released": gettext_lazy("The file was released to somebody for a time."),
    "network.files_closed": gettext_lazy("Every access that rested on a consent was ended."),
    "network.founded": gettext_lazy("The network was set up."),
    "network.glass_broken": gettext_lazy("Somebody opened the closed file for one hour and gave a reason."),
    "network.glass_closed": gettext_lazy("The opening of the closed file was ended early."),
    "network.glass_reasons_read": gettext_lazy("The reasons for opening closed files were read."),
    "network.invitation_accepted": gettext_lazy("An invitation was accepted."),
    "network.invitation_withdrawn": gettext_lazy("An invitation was withdrawn."),
    "network.invited": gettext_lazy("Somebody was invited to a role."),
    "network.member_signed_out": gettext_lazy("Somebody was signed out on every device."),
    "network.memberships_confirmed": gettext_lazy("Members were looked through and confirmed."),
    "network.project_added": gettext_lazy("A sub-project was added to the network."),
    "network.reset_link_issued": gettext_lazy("A link for a new password was made for somebody."),
    "network.role_changed": gettext_lazy("Somebody's role was changed."),
    "network.role_ended": gettext_lazy("Somebody's role was ended."),
    "network.role_given": gettext_lazy("Somebody was given a role."),
    "network.second_factor_policy_set": gettext_lazy(
        "It was decided who needs a second factor in the network."
    ),
    "network.second_factor_removed": gettext_lazy("Somebody's second factor was taken away."),
    "people.card_corrected": gettext_lazy("Facts about the person were corrected."),
    "people.entry_kept": gettext_lazy("A language, school, qualification or work was recorded."),
    "people.entry_removed": gettext_lazy("A language, school, qualification or work was removed."),
    "people.member_kept": gettext_lazy("Somebody of the household was recorded."),
    "people.member_linked": gettext_lazy("Two files of one household were linked."),
    "people.member_removed": gettext_lazy("Somebody was taken out of the household."),
    "people.refused_rows_downloaded": gettext_lazy("The refused rows of a list were downloaded."),
    "people.requirement_withdrawn": gettext_lazy("A requirement on a workplace was taken back."),
    "people.requirements_released": gettext_lazy(
        "Requirements on a workplace were released without their reason."
    ),
    "people.residence_corrected": gettext_lazy("A residence paper was corrected."),
    "people.asked_elsewhere": gettext_lazy("Other networks were asked whether they may know somebody."),
    "people.file_read": gettext_lazy("The file was read."),
    "people.files_merged": gettext_lazy("Two files about one person were put together."),
    "people.identity_corrected": gettext_lazy("Name, date of birth or address was corrected."),
    "people.link_decided": gettext_lazy("It was decided whether another sub-project knows the same person."),
    "people.link_undone": gettext_lazy("It was noted that two files are about two people after all."),
    "people.list_confirmed": gettext_lazy("A list of persons was taken over."),
    "people.list_uploaded": gettext_lazy("A list of persons was uploaded."),
    "people.lists_discarded": gettext_lazy("Old uploaded lists were deleted."),
    "people.merge_undone": gettext_lazy("Two files that had been put together were taken apart."),
    "people.marks_forgotten": gettext_lazy(
        "Marks of the check between networks were deleted because the consent ran out."
    ),
    "people.marks_renewed": gettext_lazy("The marks of the check between networks were made anew."),
    "people.need_closed": gettext_lazy("A special need was marked as ended."),
    "people.need_sealed": gettext_lazy("A special need was recorded, sealed."),
    "people.needs_read": gettext_lazy("Special needs were read."),
    "people.person_added": gettext_lazy("The file was created."),
    "people.procedure_corrected": gettext_lazy("Facts of entry and asylum procedure were recorded."),
    "people.residence_changed": gettext_lazy("A residence paper was recorded."),
    "placement.application_declined": gettext_lazy("An application was ended with a refusal."),
    "placement.application_moved": gettext_lazy("The state of an application was changed."),
    "placement.applied": gettext_lazy("An application was recorded."),
    "placement.opportunity_added": gettext_lazy("A vacancy or place was added."),
    "placement.opportunity_closed": gettext_lazy("A vacancy or place was closed."),
    "placement.spell_ended": gettext_lazy("The end of work, training or school was recorded."),
    "placement.spell_started": gettext_lazy("The start of work, training or school was recorded."),
    "post.message_queued": gettext_lazy("A message to the person was written."),
    "post.message_tried_again": gettext_lazy("A message that had not arrived was sent once more."),
    "privacy.authority_asked": gettext_lazy("A request of an authority was recorded."),
    "privacy.authority_decided": gettext_lazy("The management decided on the request of an authority."),
    "privacy.consent_given": gettext_lazy("A consent was recorded."),
    "privacy.consent_refused": gettext_lazy("A refusal was recorded."),
    "privacy.consent_withdrawn": gettext_lazy("A consent was withdrawn."),
    "privacy.disclosed": gettext_lazy("It was recorded that something was passed on."),
    "privacy.erasure_held": gettext_lazy("An erasure was held back."),
    "privacy.erasure_ordered": gettext_lazy("An erasure was ordered."),
    "privacy.erasure_released": gettext_lazy("A held erasure goes on."),
    "privacy.history_forgotten": gettext_lazy("Earlier values of the file were deleted for good."),
    "privacy.notice_given": gettext_lazy("The handing over of information on data protection was recorded."),
    "privacy.receiver_told": gettext_lazy("A receiver was told of a withdrawal."),
    "privacy.retention_decided": gettext_lazy("A carrier decided how long something is kept."),
    "privacy.sharing_agreed": gettext_lazy("A consent to sharing was recorded."),
    "privacy.sharing_withdrawn": gettext_lazy("A consent to sharing was withdrawn."),
    "privacy.trail_evaluated": gettext_lazy("The trail of one member of staff was evaluated, with a reason."),
    "privacy.trail_read": gettext_lazy("The trail was read by data protection."),
    "tasks.rule_set": gettext_lazy("It was set which tasks the house makes by itself."),
    "tasks.task_changed": gettext_lazy("A task was changed."),
    "tasks.task_put_off": gettext_lazy("A task was put off."),
    "tasks.task_added": gettext_lazy("A task was created."),
    "tasks.task_finished": gettext_lazy("A task was done."),
    "tasks.task_reopened": gettext_lazy("A task was opened again."),
}

FUNCTIONS: dict[str, Promise] = {
    "advisor": gettext_lazy("Advice"),
    "project_lead": gettext_lazy("Head of the sub-project"),
    "coordinator": gettext_lazy("Coordination of the network"),
    "programme_office": gettext_lazy("Programme office"),
    "data_protection": gettext_lazy("Data protection officer"),
}
"""Functions in which somebody looks or acts; a function stands for a person whose name is nobody's business here."""

PURPOSES: dict[Purpose, Promise] = {
    Purpose.COUNSELLING: gettext_lazy("Counselling"),
    Purpose.MONITORING: gettext_lazy("Monitoring of the funding"),
    Purpose.EVIDENCE: gettext_lazy("Evidence for the funding"),
    Purpose.AFTERCARE: gettext_lazy("Aftercare"),
    Purpose.STRUCTURAL: gettext_lazy("Structural measures"),
    Purpose.OUTREACH: gettext_lazy("Outreach"),
    Purpose.SECURITY: gettext_lazy("Security"),
    Purpose.BETWEEN_NETWORKS: gettext_lazy("Check between networks"),
    Purpose.HEALTH: gettext_lazy("Special needs"),
}


def sentence_of(verb: str, detail: Mapping[str, object]) -> str:
    """Return what a line tells; a verb without a sentence shows itself, so that nothing is hidden."""
    page = detail.get("page")
    if verb == "people.file_read" and page:
        labels = {tab.url_name: tab.label for tab in registry.tabs()}
        if page in labels:
            return _("The file was read: “%(page)s”.") % {"page": labels[str(page)]}
    return str(SENTENCES.get(verb, verb))


def words_of_roles(kind: str, roles: str) -> str:
    """Return in which function somebody acted; the program acts in none."""
    if kind != "user":
        return _("The program itself")
    known = [str(FUNCTIONS.get(role, role)) for role in roles.split(",") if role]
    return ", ".join(known) or _("Staff")
