"""Words for the answer and its parts; German legal terms stay as they stand in the law."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wir.eligibility.rules.answers import (
    AuthorityPermission,
    BaConsent,
    BanClass,
    BanKind,
    DecisionMode,
    MayWork,
    TargetGroup,
)
from wir.eligibility.rules.changes import ChangeKind
from wir.eligibility.rules.policy import Setting
from wir.eligibility.rules.support import Access, Support

MAY_WORK = {
    MayWork.YES: _("Yes"),
    MayWork.YES_WITH_PERMISSION: _("Yes, with permission"),
    MayWork.NO: _("No"),
    MayWork.UNDECIDED: _("Cannot be decided yet"),
}
MEANINGS = {
    MayWork.YES: _("The person may do this work. No permission for the single job is needed."),
    MayWork.YES_WITH_PERMISSION: _(
        "The Ausländerbehörde must have permitted exactly this job before the first day of work."
    ),
    MayWork.NO: _("On this day the law forbids this work."),
    MayWork.UNDECIDED: _(
        "Something that decides is not known, or the law is open here. This is neither a yes nor a no."
    ),
}
"""The answer in a sentence, below the word."""
SELF_MEANINGS = {
    MayWork.YES: _("You may do this work."),
    MayWork.YES_WITH_PERMISSION: _("First the Ausländerbehörde must say yes to exactly this job."),
    MayWork.NO: _("You may not do this work today."),
    MayWork.UNDECIDED: _(
        "We cannot say it from these answers. That is neither yes nor no: please ask an advice centre."
    ),
}
AUTHORITY_PERMISSIONS = {
    AuthorityPermission.NOT_NEEDED: _("no permission needed"),
    AuthorityPermission.NEEDED: _("permission needed (Beschäftigungserlaubnis)"),
    AuthorityPermission.NOT_AVAILABLE: _("may not give a permission"),
    AuthorityPermission.ALREADY_HELD: _("permission has been given"),
}
DECISION_MODES = {
    DecisionMode.BY_LAW: _("allowed by law; nobody has to decide"),
    DecisionMode.BY_ORDER: _("allowed by the order of the Land"),
    DecisionMode.BY_TITLE_PURPOSE: _("allowed because the title was issued for it"),
    DecisionMode.BY_DOCUMENT_NOTE: _("allowed by the side note on the paper"),
    DecisionMode.ENTITLEMENT: _("right to the permission: it has to be given"),
    DecisionMode.SHALL: _("as a rule the permission has to be given (“soll”)"),
    DecisionMode.DISCRETION: _("discretion of the authority (“kann”)"),
    DecisionMode.DISCRETION_USUALLY_REFUSED: _("discretion, as a rule refused"),
    DecisionMode.SHOULD_BE_REFUSED: _("as a rule the permission is refused (“soll nicht”)"),
    DecisionMode.BARRED: _("barred by law"),
    DecisionMode.BARRED_BY_YOUTH_PROTECTION: _("barred by youth protection"),
    DecisionMode.ONLY_IF_ORDER_PROVIDES: _("only if the order of the Land provides for it"),
    DecisionMode.BEYOND_STATUTORY_SCOPE: _("goes beyond what the title allows"),
    DecisionMode.OLD_LAW_CONTINUES: _("the older law goes on applying to this job"),
    DecisionMode.NOT_EMPLOYMENT: _("is no employment, so no permission is needed"),
}
BA_CONSENTS = {
    BaConsent.NEEDED: _("consent needed; the Ausländerbehörde asks for it"),
    BaConsent.NOT_NEEDED: _("no consent needed"),
    BaConsent.WAITING: _("not possible yet: waiting period of three months"),
    BaConsent.ALREADY_GIVEN: _("consent has been given"),
    BaConsent.NOT_APPLICABLE: _("does not arise"),
}
BAN_CLASSES = {
    BanClass.NONE: _("no ban on work"),
    BanClass.TEMPORARY: _("ban for a time"),
    BanClass.ABSOLUTE: _("ban that waiting does not end"),
}
BAN_KINDS = {
    BanKind.TITLE_WITHOUT_WORK_RIGHT: _("the title itself gives no right to work"),
    BanKind.SCOPE_EXCEEDED: _("the work goes beyond what the title allows"),
    BanKind.YOUTH_PROTECTION: _("youth protection (under 15)"),
    BanKind.EMPLOYMENT_ONLY: _("only employment can be permitted, no self-employment"),
    BanKind.GESTATTUNG_WAITING_PERIOD: _("waiting period of three months with Aufenthaltsgestattung"),
    BanKind.RECEPTION_CENTRE_WAITING_PERIOD: _("waiting period while living in a reception centre"),
    BanKind.RECEPTION_CENTRE_WAITING_PERIOD_EXTENDED: _(
        "longer waiting period while living in a reception centre (six months)"
    ),
    BanKind.RECEPTION_CENTRE_DULDUNG_PERIOD: _("waiting period with Duldung in a reception centre"),
    BanKind.BA_CONSENT_WAITING_PERIOD: _(
        "waiting period of three months before the Bundesagentur can consent"
    ),
    BanKind.ACCELERATED_PROCEDURE: _("accelerated asylum procedure"),
    BanKind.COOPERATION_BREACH: _("repeated or serious breach of the duty to cooperate"),
    BanKind.REMOVAL_MEASURES: _("concrete measures to end the stay are under way"),
    BanKind.SAFE_COUNTRY_ASYLUM_PROCEDURE: _("safe country of origin, while the asylum procedure lasts"),
    BanKind.UNCLARIFIED_IDENTITY_60B: _(
        "Duldung “for persons with unclarified identity” (§ 60b); can be cured"
    ),
    BanKind.BENEFIT_MOTIVE_60A_6_1: _("entered to obtain benefits (§ 60a Abs. 6 S. 1 Nr. 1)"),
    BanKind.OWN_CONDUCT_60A_6_2: _("own conduct prevents removal (§ 60a Abs. 6 S. 1 Nr. 2); can be cured"),
    BanKind.SAFE_COUNTRY_60A_6_3: _("safe country of origin (§ 60a Abs. 6 S. 1 Nr. 3)"),
    BanKind.EU_SAFE_COUNTRY_60A_6_3: _("safe country of origin on the Union list (§ 60a Abs. 6 S. 1 Nr. 3)"),
}
TARGET_GROUPS = {
    TargetGroup.YES: _("yes, by the wording of the programme"),
    TargetGroup.NO: _("no, by the wording of the programme"),
    TargetGroup.REVIEW: _("not clear: please decide with the coordination"),
}
SETTINGS = {
    Setting.ADMIT: _("belongs to it"),
    Setting.REFUSE: _("does not belong to it"),
    Setting.ASK: _("to be asked in the single case"),
}
CHANGE_KINDS = {
    ChangeKind.TITLE_ENDS: _("The paper runs out"),
    ChangeKind.CHANCE_TITLE_ENDS: _("The permit under § 104c runs out: apply for § 25a or § 25b before"),
    ChangeKind.WAITING_PERIOD_ENDS: _("A waiting period ends"),
    ChangeKind.FOUR_YEARS_REACHED: _("Four years of stay: the Bundesagentur drops out"),
    ChangeKind.CENTRE_DUTY_ENDS: _("The duty to live in a reception centre ends"),
    ChangeKind.PERMISSION_ENDS: _("The permission to work runs out"),
    ChangeKind.NOTE_ENDS: _("The note “unclarified identity” ends"),
    ChangeKind.AGE_REACHED: _("An age is reached"),
    ChangeKind.COURSE_CLAIM_LAPSES: _("The claim to an integration course lapses"),
    ChangeKind.SUPPORT_OPENS: _("Access to support changes"),
    ChangeKind.LAW_CHANGES: _("The law, or an admission stop, changes"),
}
ACCESSES = {
    Access.CLAIM: _("Claim"),
    Access.OPEN: _("Open to everybody concerned"),
    Access.IF_PLACES: _("Admission if there are places"),
    Access.ON_CONDITIONS: _("Open under conditions"),
    Access.NOT_YET: _("Not yet"),
    Access.NOT_OPEN: _("Not open"),
    Access.UNDECIDED: _("Cannot be decided yet"),
    Access.REVIEW: _("To be checked by a person"),
}
SUPPORTS = {
    Support.INTEGRATION_COURSE: _("Integration course"),
    Support.VOCATIONAL_LANGUAGE_COURSE: _("Vocational language course (DeuFöV)"),
    Support.TRAINING_PREPARATION: _("Preparation for training (BvB)"),
    Support.TRAINING_GRANT: _("Training grant (Berufsausbildungsbeihilfe)"),
    Support.EARLY_SUPPORT: _("Early support despite a ban on work (§ 39a SGB III)"),
    Support.BENEFITS_SGB2: _("Benefits of the Jobcenter (SGB II)"),
    Support.BENEFITS_ASYLBLG: _("Benefits under the AsylbLG"),
    Support.WORK_OPPORTUNITY: _("Work opportunity (§ 5 AsylbLG)"),
    Support.RECOGNITION: _("Recognition of foreign qualifications"),
    Support.RECOGNITION_ADVICE: _("Free advice on labour and social law"),
    Support.ACTIVATION_VOUCHER: _("Activation and placement voucher (AVGS)"),
    Support.PLACEMENT_BUDGET: _("Placement budget (Vermittlungsbudget)"),
    Support.TRAINING_VOUCHER: _("Training voucher (Bildungsgutschein)"),
    Support.INTEGRATION_SUBSIDY: _("Wage subsidy (Eingliederungszuschuss)"),
    Support.START_UP_MONEY: _("Einstiegsgeld"),
    Support.INTRODUCTORY_TRAINING: _("Introductory training (EQ)"),
    Support.ASSISTED_TRAINING: _("Assisted training (AsA flex)"),
    Support.EMPLOYEE_TRAINING: _("Further training of employees (§ 82 SGB III)"),
    Support.STUDENT_AID: _("Student aid (BAföG)"),
    Support.UNEMPLOYMENT_BENEFIT: _("Unemployment benefit (SGB III)"),
}
VERSION_CODES = {
    "asylum_work": _("Work during the asylum procedure and in reception centres"),
    "duldung_work": _("Work with a Duldung"),
    "titles": _("Work with a residence title"),
    "safe_countries": _("Safe countries of origin"),
    "consent": _("Consent of the Bundesagentur"),
    "courses": _("Integration course"),
}
