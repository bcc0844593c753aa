"""Work with a Duldung: outside a reception centre § 60a Abs. 5b AufenthG, inside § 61 Abs. 1 AsylG."""

from datetime import date

from wir.eligibility.rules.answers import (
    Answer,
    AuthorityPermission,
    BanClass,
    BanKind,
    DecisionMode,
    Reason,
    refused,
)
from wir.eligibility.rules.centre_duldung import in_centre
from wir.eligibility.rules.duldung_grounds import (
    benefit_motive,
    exclusions,
    measures_under_way,
    own_conduct,
    protection_still_held,
    unclarified_identity,
)
from wir.eligibility.rules.facts import Facts, WorkPermission
from wir.eligibility.rules.grounds import because, judge, not_covered, reasons_of, wanting
from wir.eligibility.rules.law import DuldungWorkLaw, duldung_work_law, under
from wir.eligibility.rules.permissions import held_permission, still_held, with_permission
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.safe_countries import safe_country_with_duldung
from wir.eligibility.rules.stay import counted_duldung_since, is_over
from wir.eligibility.rules.vocabulary import REJECTIONS, Activity, Identity, PermittedDuring
from wir.kit.calendar import add_months

LAST_OLD_PERMISSION = date(2019, 12, 31)
TRAINING_DULDUNG_MONTHS = 3


def assess_duldung(facts: Facts, activity: Activity, on: date) -> Answer:
    """Return the answer for a tolerated person; the order of tests is that of the statute."""
    law = duldung_work_law(on)
    if law is None:
        return not_covered("AufenthG:60a:6", on)
    identity = unclarified_identity(facts, on)
    if identity.stands:
        return judge([identity]) or not_covered("AufenthG:60b:5:2", on)
    protected = protection_still_held(facts, on)
    if protected is not None:
        return judge([identity]) or protected
    return _old_permission(facts, activity, on) or _under_exclusions(facts, activity, on, law)


def _under_exclusions(facts: Facts, activity: Activity, on: date, law: DuldungWorkLaw) -> Answer:
    grounds = [unclarified_identity(facts, on), *exclusions(facts, on)]
    if facts.reception_centre_duty is None:
        grounds.append(wanting("AsylG:61:1:6", on, "reception_centre_duty"))
    if activity is Activity.EXISTING_EMPLOYMENT and facts.work_permissions is None:
        grounds.append(wanting("AufenthG:4a:4", on, "work_permissions"))
    decided = judge(grounds)
    if decided is not None:
        return decided
    looked_at = reasons_of(grounds)
    if facts.reception_centre_duty:
        return in_centre(facts, activity, on, looked_at)
    return _outside(facts, activity, on, law, looked_at)


def _old_permission(facts: Facts, activity: Activity, on: date) -> Answer | None:
    """Return the answer for a job permitted by 2019, to which the old § 60a Abs. 6 goes on applying.

    That text knew Nr. 3 for rejected claims only, so whoever falls under it stays with the present rules.
    """
    held = held_permission(facts, on, PermittedDuring.DULDUNG)
    if held is None or held.period.start > LAST_OLD_PERMISSION or not _spared_by_old_law(facts, on):
        return None
    old = because(ReasonCode.OLD_PERMISSION_CONTINUES, "AufenthG:104:16", on)
    decided = judge([unclarified_identity(facts, on), benefit_motive(facts, on), own_conduct(facts, on)])
    return decided or still_held(facts, activity, on, mode=DecisionMode.OLD_LAW_CONTINUES, reasons=(old,))


def _spared_by_old_law(facts: Facts, on: date) -> bool:
    safe = safe_country_with_duldung(facts, on)
    if not (safe.stands or safe.is_open):
        return True
    if facts.asylum_applied is False:
        return True
    return facts.asylum_outcome is not None and facts.asylum_outcome.kind not in REJECTIONS


def _outside(
    facts: Facts, activity: Activity, on: date, law: DuldungWorkLaw, looked_at: tuple[Reason, ...]
) -> Answer:
    if activity is Activity.SELF_EMPLOYMENT:
        return not_covered(law.citation, on)
    rule = (*looked_at, because(ReasonCode.DULDUNG_WORK_RULE, law.citation, on))
    held: WorkPermission | None = held_permission(facts, on, PermittedDuring.DULDUNG)
    if held is not None:
        return still_held(facts, activity, on, mode=law.mode, reasons=rule)
    if law.mode is DecisionMode.SHALL and measures_under_way(facts, on):
        measures = because(ReasonCode.REMOVAL_MEASURES_UNDER_WAY, "AufenthG:60a:5b:2", on)
        return refused(
            BanClass.TEMPORARY,
            BanKind.REMOVAL_MEASURES,
            (*looked_at, measures),
            authority=AuthorityPermission.NEEDED,
            mode=DecisionMode.DISCRETION_USUALLY_REFUSED,
        )
    if activity is Activity.VOCATIONAL_TRAINING_IN_COMPANY and has_training_duldung(facts, on):
        training = because(ReasonCode.TRAINING_DULDUNG, "AufenthG:60c:1:3", on)
        return with_permission(facts, activity, on, mode=DecisionMode.ENTITLEMENT, reasons=(*rule, training))
    return with_permission(facts, activity, on, mode=law.mode, reasons=rule)


def has_training_duldung(facts: Facts, on: date) -> bool:
    """Whether § 60c Abs. 1 S. 3 AufenthG turns the permission for training into a right.

    Either the Ausbildungsduldung is there, or waiting time and identity (Abs. 2 Nr. 2, 3) are met. Convictions and
    orders of Abs. 2 Nr. 4 are not among the facts: they would bar the Duldung, and the case stays a "soll".
    """
    if facts.legal_basis is not None and under(facts.legal_basis, "AufenthG:60c"):
        return True
    since = counted_duldung_since(facts)
    return since is not None and is_over(since, TRAINING_DULDUNG_MONTHS, on) and _identity_in_time(facts)


def _identity_in_time(facts: Facts) -> bool:
    entered, clarified = facts.entered_on, facts.identity_clarified_on
    if facts.identity_status in {None, Identity.NOT_CLARIFIED} or entered is None:
        return False
    if entered <= date(2016, 12, 31):
        return True
    if clarified is None:
        return False
    if entered < date(2020, 1, 1):
        return clarified <= date(2020, 6, 30)
    return clarified <= add_months(entered, 6)
