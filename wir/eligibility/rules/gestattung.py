"""Work during the asylum procedure (§ 61 AsylG in the version of the day)."""

from datetime import date

from wir.eligibility.rules.answers import (
    Answer,
    AuthorityPermission,
    BanClass,
    BanKind,
    DecisionMode,
    Reason,
    allowed,
    refused,
)
from wir.eligibility.rules.centre_duldung import only_employment
from wir.eligibility.rules.centre_gestattung import extension, is_rejected_for_good, within_centre
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.grounds import (
    CLEAR,
    Ground,
    because,
    clear,
    judge,
    lacking,
    not_covered,
    reasons_of,
    wanting,
)
from wir.eligibility.rules.law import AsylumWorkLaw, annex_ii, asylum_work_law
from wir.eligibility.rules.permissions import held_permission, still_held, with_permission
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.safe_countries import BARRING_GROUNDS, safe_country_in_procedure
from wir.eligibility.rules.stay import is_over, stay_reached, stay_reaches
from wir.eligibility.rules.vocabulary import (
    GRANTED_PROTECTION,
    AcceleratedGround,
    Activity,
    CooperationBreach,
    Decision,
    PermittedDuring,
)

OUTSIDE_MONTHS = 3
PENDING_PERMIT = ("AufenthG:25:1", "AufenthG:25:2")
"""Until this permit is issued the stay counts as permitted (§ 25 Abs. 1 S. 3, Abs. 2 S. 3 AufenthG)."""
_UNEXCUSED = frozenset({CooperationBreach.REPEATED_UNEXCUSED, CooperationBreach.SERIOUS_UNEXCUSED})


def assess_gestattung(facts: Facts, activity: Activity, on: date) -> Answer:
    """Return the answer for somebody whose asylum procedure runs."""
    law = asylum_work_law(on)
    if law is None:
        return not_covered("AsylG:61", on)
    settled = recognised(facts, on) or _contradiction(facts, on)
    if settled is not None:
        return settled
    grounds = [*procedure_grounds(facts, on, law)]
    if facts.reception_centre_duty is None:
        grounds.append(wanting("AsylG:61:1:1", on, "reception_centre_duty"))
    if activity is Activity.EXISTING_EMPLOYMENT and facts.work_permissions is None:
        grounds.append(wanting("AufenthG:4a:4", on, "work_permissions"))
    decided = judge(grounds)
    if decided is not None:
        return decided
    return _by_place(facts, activity, on, law, reasons_of(grounds))


def recognised(facts: Facts, on: date) -> Answer | None:
    """Return the answer for somebody whose protection is final but whose title is still to be issued.

    Until then the stay counts as permitted (§ 25 Abs. 1 S. 3, Abs. 2 S. 3 AufenthG).
    """
    outcome = facts.asylum_outcome
    if outcome is None or outcome.kind not in GRANTED_PROTECTION or outcome.protection_still_held is False:
        return None
    if outcome.final is None:
        return lacking("AufenthG:25:1:3", on, "asylum_outcome")
    if not outcome.final:
        return None
    pending = because(ReasonCode.PROTECTION_GRANTED_TITLE_PENDING, "AufenthG:25:1:3", on)
    work = because(ReasonCode.TITLE_ALLOWS_WORK, "AufenthG:4a:1:1", on)
    return allowed(DecisionMode.BY_LAW, (pending, work), self_employment=True)


def _contradiction(facts: Facts, on: date) -> Answer | None:
    """A final or withdrawn claim ends the Gestattung (§ 67 AsylG), and another basis is none of a Gestattung."""
    outcome = facts.asylum_outcome
    if outcome is not None and (outcome.final or outcome.kind is Decision.WITHDRAWN):
        return lacking("AsylG:67:1", on, "status")
    if facts.legal_basis is not None and not facts.legal_basis.startswith("AsylG:"):
        return lacking("AsylG:55:1", on, "legal_basis")
    return None


def procedure_grounds(facts: Facts, on: date, law: AsylumWorkLaw) -> tuple[Ground, ...]:
    """Return what excludes work wherever the person lives, as far as the version of the day knows it."""
    safe = safe_country_in_procedure(facts, on, law)
    if not law.since_2026:
        return (safe,)
    return safe, _accelerated(facts, on), _cooperation(facts, on)


def _accelerated(facts: Facts, on: date) -> Ground:
    """Return whether S. 5 excludes work; asked for older claims too.

    § 87e Abs. 1 AsylG, Art. 79 Abs. 3 VO (EU) 2024/1348 leave the procedure of claims lodged before 12 June 2026 as it
    was, but no transition says that S. 5 spares them: what is not known is not taken for "none".
    """
    found = facts.accelerated_procedure_ground
    if found is None:
        return wanting("AsylG:61:1:5", on, "accelerated_procedure_ground")
    if found in BARRING_GROUNDS:
        why = because(ReasonCode.ACCELERATED_PROCEDURE_EXCLUDES, "AsylG:61:1:5", on)
        return Ground(BanKind.ACCELERATED_PROCEDURE, BanClass.TEMPORARY, (why,))
    if found is AcceleratedGround.NONE:
        return CLEAR
    return clear(ReasonCode.ACCELERATED_ON_HARMLESS_GROUND, "AsylG:61:1:5", on)


def _cooperation(facts: Facts, on: date) -> Ground:
    if facts.cooperation_breach not in _UNEXCUSED:
        return CLEAR
    return Ground(
        BanKind.COOPERATION_BREACH,
        BanClass.TEMPORARY,
        (because(ReasonCode.COOPERATION_BREACH, "AsylG:61:1:4", on),),
        authority=AuthorityPermission.NEEDED,
        mode=DecisionMode.SHOULD_BE_REFUSED,
    )


def _by_place(
    facts: Facts, activity: Activity, on: date, law: AsylumWorkLaw, looked_at: tuple[Reason, ...]
) -> Answer:
    inside = bool(facts.reception_centre_duty)
    if activity is Activity.SELF_EMPLOYMENT:
        return only_employment(on, looked_at, "AsylG:61:1:1" if inside else "AsylG:61:2:1")
    if held_permission(facts, on, PermittedDuring.ASYLUM_PROCEDURE) is not None:
        mode = DecisionMode.ENTITLEMENT if inside else law.outside_mode
        return still_held(facts, activity, on, mode=mode, reasons=looked_at)
    if inside:
        return within_centre(facts, activity, on, law, looked_at)
    return _outside(facts, activity, on, law, looked_at)


def _outside(
    facts: Facts, activity: Activity, on: date, law: AsylumWorkLaw, looked_at: tuple[Reason, ...]
) -> Answer:
    reached = stay_reached(facts, OUTSIDE_MONTHS, on)
    if reached is None:
        return lacking("AsylG:61:2:1", on, "continuous_stay_since")
    if not reached:
        runs = because(ReasonCode.ASYLUM_WAITING_PERIOD_RUNS, "AsylG:61:2:1", on)
        return refused(
            BanClass.TEMPORARY,
            BanKind.GESTATTUNG_WAITING_PERIOD,
            (*looked_at, runs),
            authority=AuthorityPermission.NEEDED,
            earliest_on=stay_reaches(facts, OUTSIDE_MONTHS),
        )
    held_up = _longer_period_outside(facts, on, law)
    if held_up is not None:
        return held_up
    over = because(ReasonCode.ASYLUM_WAITING_PERIOD_OVER, "AsylG:61:2:1", on)
    conditions = because(ReasonCode.EMPLOYMENT_CONDITIONS_APPLY, "AsylG:61:2:3", on)
    reasons = (*looked_at, over, conditions)
    if _under_centre_entitlement(facts, on, law):
        also = because(ReasonCode.CENTRE_WAITING_PERIOD_OVER, "AsylG:61:1:2:1", on)
        return with_permission(facts, activity, on, mode=DecisionMode.ENTITLEMENT, reasons=(*reasons, also))
    return with_permission(facts, activity, on, mode=law.outside_mode, reasons=reasons)


def _longer_period_outside(facts: Facts, on: date, law: AsylumWorkLaw) -> Answer | None:
    """Whether Abs. 1 S. 3 reaches people outside through Abs. 2 S. 5 is open: no answer while it would run."""
    if law.centre_months_extended is None:
        return None
    since = facts.asylum_registered_on or facts.asylum_applied_on
    if since is not None and is_over(since, law.centre_months_extended, on):
        return None
    extended, missing = extension(facts)
    if extended is None:
        return lacking("AsylG:61:2:5", on, *missing)
    return not_covered("AsylG:61:2:5", on) if extended else None


def _under_centre_entitlement(facts: Facts, on: date, law: AsylumWorkLaw) -> bool:
    """Whether the old Abs. 1 S. 2, untouched by Abs. 2 S. 5, gave a right outside the centre as well."""
    if not law.rejection_excludes or facts.asylum_applied_on is None or facts.asylum_outcome is None:
        return False
    if facts.nationalities is None or facts.nationalities & annex_ii(on):
        return False
    return is_over(facts.asylum_applied_on, law.centre_months, on) and not is_rejected_for_good(facts)
