"""Waiting period of asylum seekers while the duty to live in a reception centre lasts (§ 61 Abs. 1 AsylG)."""

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
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.grounds import because, lacking
from wir.eligibility.rules.law import AsylumWorkLaw, annex_ii
from wir.eligibility.rules.permissions import with_permission
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.vocabulary import Activity, Decision, DublinRequest
from wir.kit.calendar import add_months

_EXCLUDING = frozenset({Decision.REJECTED_MANIFESTLY_UNFOUNDED, Decision.REJECTED_INADMISSIBLE})


def within_centre(
    facts: Facts, activity: Activity, on: date, law: AsylumWorkLaw, looked_at: tuple[Reason, ...]
) -> Answer:
    """Return the answer where nothing but time, or an old rejection, stands against work."""
    forbids = because(ReasonCode.CENTRE_FORBIDS_WORK, "AsylG:61:1:1", on)
    excluded = _excluded_by_old_law(facts, on, (*looked_at, forbids)) if law.rejection_excludes else None
    if excluded is not None:
        return excluded
    name = "asylum_registered_on" if law.centre_months_from_registration else "asylum_applied_on"
    since: date | None = getattr(facts, name)
    if since is None:
        return lacking("AsylG:61:1:2", on, name)
    extended, missing = (False, ()) if law.centre_months_extended is None else extension(facts)
    ends = _ends(since, law, longer=extended is not False)
    if extended is None and add_months(since, law.centre_months) <= on < ends:
        return lacking("AsylG:61:1:3", on, *missing)
    reasons = (*looked_at, forbids)
    if on < ends:
        return _refused_until(ends, on, law, reasons, extended=bool(extended))
    over = because(ReasonCode.CENTRE_WAITING_PERIOD_OVER, _period_citation(law), on)
    return with_permission(facts, activity, on, mode=DecisionMode.ENTITLEMENT, reasons=(*reasons, over))


def _excluded_by_old_law(facts: Facts, on: date, why: tuple[Reason, ...]) -> Answer | None:
    """Nr. 3 and 4 of the old S. 2: nationals of safe countries, and claims rejected as o.u. or unzulässig."""
    if facts.nationalities and facts.nationalities & annex_ii(on):
        # Nr. 3 knew no early claim, and § 87d spares from Abs. 2 S. 4 alone
        why = (*why, because(ReasonCode.CENTRE_EXCLUDES_SAFE_COUNTRY, "AsylG:61:1:2:3", on))
    elif facts.asylum_outcome is None:
        return lacking("AsylG:61:1:2:4", on, "asylum_outcome")
    elif is_rejected_for_good(facts):
        why = (*why, because(ReasonCode.CENTRE_EXCLUDES_REJECTED_CLAIM, "AsylG:61:1:2:4", on))
    else:
        return None
    return refused(BanClass.TEMPORARY, BanKind.RECEPTION_CENTRE_WAITING_PERIOD, why)


def is_rejected_for_good(facts: Facts) -> bool:
    """Whether the claim was rejected as o.u. or unzulässig and no court ordered suspensive effect."""
    outcome = facts.asylum_outcome
    return outcome is not None and outcome.kind in _EXCLUDING and not facts.court_suspensive_effect


def extension(facts: Facts) -> tuple[bool | None, tuple[str, ...]]:
    """Return whether the six months of S. 3 apply, and which facts are missing to tell."""
    if facts.dublin_request not in {None, DublinRequest.NONE}:
        return True, ()
    missing = []
    if facts.protection_in_other_state and facts.new_procedure_required is not True:
        if facts.new_procedure_required is False:
            return True, ()
        missing.append("new_procedure_required")
    if facts.protection_in_other_state is None:
        missing.append("protection_in_other_state")
    if facts.dublin_request is None:
        missing.append("dublin_request")
    return (None if missing else False), tuple(missing)


def _ends(since: date, law: AsylumWorkLaw, *, longer: bool) -> date:
    months = law.centre_months_extended if longer else None
    return add_months(since, law.centre_months if months is None else months)


def _period_citation(law: AsylumWorkLaw) -> str:
    return "AsylG:61:1:2" if law.since_2026 else "AsylG:61:1:2:1"


def _refused_until(
    ends: date, on: date, law: AsylumWorkLaw, reasons: tuple[Reason, ...], *, extended: bool
) -> Answer:
    kind = BanKind.RECEPTION_CENTRE_WAITING_PERIOD
    why = [because(ReasonCode.CENTRE_WAITING_PERIOD_RUNS, _period_citation(law), on)]
    if extended:
        kind = BanKind.RECEPTION_CENTRE_WAITING_PERIOD_EXTENDED
        why.append(because(ReasonCode.CENTRE_WAITING_PERIOD_EXTENDED, "AsylG:61:1:3", on))
    return refused(
        BanClass.TEMPORARY,
        kind,
        (*reasons, *why),
        authority=AuthorityPermission.NEEDED,
        earliest_on=ends,
    )
