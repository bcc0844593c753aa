"""A sentence for every rule that an answer can rest on; the citation stands beside it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wir.eligibility.rules.reason_codes import ReasonCode

REASONS = {
    ReasonCode.FACTS_MISSING: _("This rule decides, but a fact that it asks for is not known."),
    ReasonCode.CASE_NOT_COVERED: _(
        "The law is open here, or this case is not covered by the rules. Please have it checked."
    ),
    ReasonCode.FREE_MOVEMENT_APPLIES: _(
        "Union citizens have freedom of movement; the Aufenthaltsgesetz does not apply to them."
    ),
    ReasonCode.SCHOOL_TRAINING_IS_NO_EMPLOYMENT: _(
        "School-based training is no employment and needs no permission to work."
    ),
    ReasonCode.WORK_OPPORTUNITY_IS_NO_EMPLOYMENT: _(
        "A work opportunity under the AsylbLG is no employment; bans on work do not stand in its way."
    ),
    ReasonCode.CHILD_MUST_NOT_WORK: _(
        "Under 15 years of age work is forbidden, whatever the residence status."
    ),
    ReasonCode.TITLE_ALLOWS_WORK: _("Whoever holds this residence title may work by law."),
    ReasonCode.TITLE_WITHOUT_WORK_RIGHT: _("This title gives no right to work; the authority can permit it."),
    ReasonCode.OLD_LAW_TITLE_NEEDS_PERMISSION: _(
        "Under the law before 1 March 2020 this title needed a permission to work."
    ),
    ReasonCode.LAND_ORDER_ALLOWS_WORK: _(
        "The order of the Land under which the title was issued allows work."
    ),
    ReasonCode.LAND_ORDER_ALLOWS_PERMISSION: _("The order of the Land lets the authority permit work."),
    ReasonCode.LAND_ORDER_IS_SILENT: _("The order of the Land does not provide for work."),
    ReasonCode.TITLE_FOR_THIS_JOB: _("The title was issued for exactly this training or job."),
    ReasonCode.TITLE_FOR_ANOTHER_JOB: _("The title was issued for another training or job."),
    ReasonCode.SIDE_JOB_WITHIN_LIMIT: _(
        "Beside the training a side job of up to 20 hours a week is allowed."
    ),
    ReasonCode.SIDE_JOB_BEYOND_LIMIT: _("The side job exceeds the 20 hours a week that are allowed."),
    ReasonCode.TITLE_EXCLUDES_SELF_EMPLOYMENT: _("The title does not cover self-employment."),
    ReasonCode.TITLE_DEEMED_TO_CONTINUE: _(
        "The extension was applied for in time: the title counts as continuing until the decision, for work too."
    ),
    ReasonCode.TITLE_EXPIRED: _("The title has expired."),
    ReasonCode.STAY_DEEMED_PERMITTED: _("The stay counts as permitted until the application is decided."),
    ReasonCode.PROTECTION_GRANTED_TITLE_PENDING: _(
        "Protection has been granted; until the title is issued the stay counts as permitted."
    ),
    ReasonCode.DOCUMENT_NOTE_ALLOWS_WORK: _("The side note on the paper allows this work."),
    ReasonCode.DOCUMENT_NOTE_DIFFERS: _("The side note on the paper says something else than the law."),
    ReasonCode.ASYLUM_WAITING_PERIOD_OVER: _(
        "The person has stayed for three months permitted, tolerated or gestattet: the waiting period is over."
    ),
    ReasonCode.ASYLUM_WAITING_PERIOD_RUNS: _("The first three months of the stay are not over."),
    ReasonCode.CENTRE_FORBIDS_WORK: _(
        "While the person must live in a reception centre, work is forbidden in principle."
    ),
    ReasonCode.CENTRE_WAITING_PERIOD_OVER: _(
        "The waiting period for people in reception centres is over: employment has to be permitted."
    ),
    ReasonCode.CENTRE_WAITING_PERIOD_RUNS: _(
        "The waiting period for people in reception centres is not over."
    ),
    ReasonCode.CENTRE_WAITING_PERIOD_EXTENDED: _(
        "The waiting period is six months because another member state may be responsible or has granted protection."
    ),
    ReasonCode.CENTRE_EXCLUDES_REJECTED_CLAIM: _(
        "The claim was rejected as manifestly unfounded or inadmissible; in a reception centre that excludes work."
    ),
    ReasonCode.ACCELERATED_PROCEDURE_EXCLUDES: _(
        "The claim is examined in an accelerated procedure on a ground that excludes work."
    ),
    ReasonCode.ACCELERATED_ON_HARMLESS_GROUND: _(
        "The procedure is accelerated on a ground that does not exclude work."
    ),
    ReasonCode.COOPERATION_BREACH: _(
        "Duties to cooperate were breached repeatedly or seriously without excuse; as a rule the permission is refused."
    ),
    ReasonCode.SAFE_COUNTRY_DURING_PROCEDURE: _(
        "Nationals of a safe country of origin who applied after 31 August 2015 may not work during the procedure."
    ),
    ReasonCode.SAFE_COUNTRY_SPARED_IN_PROCEDURE: _(
        "The ban for safe countries of origin does not apply: the claim was made before the cut-off day."
    ),
    ReasonCode.EMPLOYMENT_CONDITIONS_APPLY: _(
        "For the permission the general conditions for employment apply (comparable working conditions)."
    ),
    ReasonCode.ONLY_EMPLOYMENT_CAN_BE_PERMITTED: _(
        "Only employment can be permitted here, no other gainful activity."
    ),
    ReasonCode.UNCLARIFIED_IDENTITY_NOTE: _(
        "The Duldung bears the note “unclarified identity”: no work; the acts required can be made up any time."
    ),
    ReasonCode.PROTECTION_STILL_HELD: _(
        "The person is recognised as entitled to protection and holds only a Duldung: work is allowed by law."
    ),
    ReasonCode.BENEFIT_MOTIVE: _("According to the authority the person came to obtain benefits."),
    ReasonCode.OWN_CONDUCT_PREVENTS_REMOVAL: _(
        "The person’s own conduct is what prevents removal now, for instance deception about identity."
    ),
    ReasonCode.OWN_CONDUCT_NOT_CAUSAL: _("There was such conduct, but it is not what prevents removal now."),
    ReasonCode.SAFE_COUNTRY_DULDUNG: _(
        "Safe country of origin, and a claim after 31 August 2015 was rejected, withdrawn or never made."
    ),
    ReasonCode.SAFE_COUNTRY_LIST: _("The country is on the list of safe countries of origin."),
    ReasonCode.UNION_SAFE_COUNTRY_DULDUNG: _(
        "The country is on the Union list of safe countries of origin, which counts for a Duldung too."
    ),
    ReasonCode.SAFE_COUNTRY_GROUND_NOT_MET: _(
        "The conditions of the ban for safe countries of origin are not met."
    ),
    ReasonCode.SAFE_COUNTRY_CHILD_INTEREST: _(
        "No ban for unaccompanied minors who did without the claim in the interest of the child."
    ),
    ReasonCode.SAFE_COUNTRY_SPARED_BY_CUT_OFF: _(
        "A transitional rule spares the person from the ban for safe countries of origin."
    ),
    ReasonCode.SAFE_COUNTRY_CUT_OFF_NOT_MET: _(
        "The transitional rule for safe countries of origin does not apply to the person."
    ),
    ReasonCode.REMOVAL_MEASURES_UNDER_WAY: _(
        "Concrete measures to end the stay are under way; as a rule the permission is refused."
    ),
    ReasonCode.DULDUNG_WORK_RULE: _(
        "With a Duldung the Ausländerbehörde decides on the permission under this rule."
    ),
    ReasonCode.CENTRE_DULDUNG_PERIOD_OVER: _(
        "The waiting period with a Duldung in a reception centre is over."
    ),
    ReasonCode.CENTRE_DULDUNG_PERIOD_RUNS: _(
        "The waiting period with a Duldung in a reception centre is not over."
    ),
    ReasonCode.CENTRE_DULDUNG_PERIOD_SHORTENED: _(
        "The waiting period is three months because of the training or because a valid passport clears the identity."
    ),
    ReasonCode.PERMITTED_DURING_PROCEDURE: _(
        "Work was already permitted during the asylum procedure; it has to be permitted further."
    ),
    ReasonCode.TRAINING_DULDUNG: _(
        "The person has, or can claim, the Ausbildungsduldung: the training has to be permitted."
    ),
    ReasonCode.OLD_PERMISSION_CONTINUES: _(
        "The job was permitted by 31 December 2019; the older, milder rule goes on applying to it."
    ),
    ReasonCode.PERMISSION_HELD: _("The permission for exactly this job has been given and still holds."),
    ReasonCode.CONSENT_NEEDED: _(
        "The Bundesagentur für Arbeit must consent; it checks the working conditions."
    ),
    ReasonCode.CONSENT_GIVEN: _("The Bundesagentur für Arbeit has consented."),
    ReasonCode.CONSENT_WAITING_PERIOD: _(
        "The Bundesagentur can consent only after three months of permitted, tolerated or gestattet stay."
    ),
    ReasonCode.CONSENT_FREE_INTERNSHIP: _(
        "Internships that are exempt from the minimum wage need no consent of the Bundesagentur."
    ),
    ReasonCode.CONSENT_FREE_TRAINING: _(
        "Training in a recognised occupation needs no consent of the Bundesagentur."
    ),
    ReasonCode.CONSENT_FREE_RELATIVE: _(
        "Work in the firm of a close relative in the same household needs no consent of the Bundesagentur."
    ),
    ReasonCode.CONSENT_FREE_FOUR_YEARS: _(
        "After four years of unbroken stay no consent of the Bundesagentur is needed."
    ),
    ReasonCode.CONSENT_FREE_FOR_GESTATTUNG_TOO: _(
        "The exemption from consent holds with an Aufenthaltsgestattung too."
    ),
    ReasonCode.CONSENT_FREE_HUMANITARIAN_TITLE: _(
        "Humanitarian residence titles need no consent of the Bundesagentur."
    ),
}
