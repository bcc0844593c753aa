"""Words for what is asked and told: activities and circumstances."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wir.eligibility.rules.circumstances import PermissionGiven
from wir.eligibility.rules.dwelling import Obligation
from wir.eligibility.rules.vocabulary import (
    AcceleratedGround,
    Activity,
    CooperationBreach,
    DublinRequest,
    Identity,
    MeasureKind,
    OrderRule,
    OwnConduct,
)

ACTIVITIES = {
    Activity.EMPLOYMENT_UNSKILLED: _("Job without required qualification"),
    Activity.EMPLOYMENT_SKILLED: _("Skilled job"),
    Activity.VOCATIONAL_TRAINING_IN_COMPANY: _("Vocational training in a company"),
    Activity.INTERNSHIP_ORIENTATION: _("Internship for orientation"),
    Activity.TEMPORARY_AGENCY_WORK: _("Temporary agency work"),
    Activity.SIDE_JOB: _("Side job"),
    Activity.EXISTING_EMPLOYMENT: _("Going on with a job already held"),
    Activity.SELF_EMPLOYMENT: _("Self-employment"),
    Activity.SCHOOL_BASED_TRAINING: _("School-based training"),
    Activity.ASYLBLG_WORK_OPPORTUNITY: _("Work opportunity under § 5 AsylbLG"),
    Activity.INTRODUCTORY_TRAINING: _("Introductory training (Einstiegsqualifizierung, § 54a SGB III)"),
    Activity.INTERNSHIP_COMPULSORY: _("Internship required by school, training or study"),
    Activity.INTERNSHIP_ACCOMPANYING: _("Voluntary internship beside training or study (up to three months)"),
    Activity.INTERNSHIP_PREPARATION: _("Internship within preparation for training (BvB)"),
    Activity.INTERNSHIP_WITH_MINIMUM_WAGE: _("Any other internship (minimum wage due)"),
    Activity.MEASURE_AT_EMPLOYER: _(
        "Measure at an employer assigned by agency or Jobcenter (MAG, § 45 SGB III)"
    ),
    Activity.JOB_SHADOWING: _("Looking on without working (Hospitation)"),
    Activity.TRIAL_WORK: _("Trial work (Probearbeit), paid or not"),
    Activity.VOLUNTARY_SERVICE: _("Voluntary service (BFD, FSJ)"),
    Activity.VOLUNTEERING: _("Unpaid voluntary engagement (Ehrenamt)"),
}
ACCELERATED_GROUNDS = {
    AcceleratedGround.NONE: _("not accelerated"),
    AcceleratedGround.LETTER_A: _("(a) statements without relevance for protection"),
    AcceleratedGround.LETTER_B: _("(b) clearly inconsistent or false statements"),
    AcceleratedGround.LETTER_C: _("(c) authorities misled"),
    AcceleratedGround.LETTER_D: _("(d) claim only to delay removal"),
    AcceleratedGround.LETTER_E: _("(e) safe country of origin"),
    AcceleratedGround.LETTER_F: _("(f) danger to security or order"),
    AcceleratedGround.LETTER_G: _("(g)"),
    AcceleratedGround.LETTER_H: _("(h)"),
    AcceleratedGround.LETTER_I: _("(i)"),
    AcceleratedGround.LETTER_J: _("(j) country with a low recognition rate"),
}
DUBLIN_REQUESTS = {
    DublinRequest.NONE: _("no request"),
    DublinRequest.TAKE_CHARGE_REQUEST: _("request to take charge (Aufnahmegesuch)"),
    DublinRequest.TAKE_BACK_NOTIFICATION: _("notification to take back (Wiederaufnahmemitteilung)"),
}
COOPERATION_BREACHES = {
    CooperationBreach.NONE: _("no breach"),
    CooperationBreach.EXCUSED: _("breach, but excused"),
    CooperationBreach.REPEATED_UNEXCUSED: _("repeated, without excuse"),
    CooperationBreach.SERIOUS_UNEXCUSED: _("serious, without excuse"),
}
IDENTITIES = {
    Identity.CLARIFIED_BY_VALID_PASSPORT: _("clear through a valid passport"),
    Identity.CLARIFIED_OTHERWISE: _("clear in another way"),
    Identity.NOT_CLARIFIED: _("not clear"),
}
ORDER_RULES = {
    OrderRule.ALLOWS_WORK: _("allows work"),
    OrderRule.ALLOWS_PERMISSION: _("lets the authority permit work"),
    OrderRule.SILENT: _("says nothing about work"),
}
PERMISSIONS_GIVEN = {
    PermissionGiven.NONE: _("never given"),
    PermissionGiven.ASYLUM_PROCEDURE: _("during the asylum procedure"),
    PermissionGiven.DULDUNG: _("with a Duldung"),
    PermissionGiven.TITLE: _("with a residence title"),
}
OBLIGATIONS = {
    Obligation.NONE: _("no duty"),
    Obligation.AFTER_RECOGNITION: _("after recognition (§ 12a AufenthG)"),
    Obligation.WITH_DULDUNG: _("with a Duldung (§ 61 Abs. 1d AufenthG)"),
    Obligation.IN_PROCEDURE: _("during the asylum procedure (§ 60 AsylG)"),
}
OWN_CONDUCTS = {
    OwnConduct.NONE: _("none"),
    OwnConduct.DECEPTION: _("deception about identity or nationality"),
    OwnConduct.FALSE_STATEMENTS: _("false statements"),
    OwnConduct.MISSING_COOPERATION: _("missing cooperation"),
}
MEASURES = {
    MeasureKind.TRAVEL_FITNESS_EXAMINATION: _("examination of fitness to travel ordered"),
    MeasureKind.FUNDED_VOLUNTARY_RETURN: _("funded voluntary return applied for"),
    MeasureKind.TRANSPORT_BOOKING: _("booking of transport begun"),
    MeasureKind.COMPARABLE_PREPARATION: _("comparable preparations"),
    MeasureKind.DUBLIN_PROCEDURE: _("Dublin procedure begun"),
}
