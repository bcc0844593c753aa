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
