"""Work with a Duldung while the duty to live in a reception centre lasts (§ 61 Abs. 1 S. 1, 6, 7, 9 AsylG)."""

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
from wir.eligibility.rules.duldung_grounds import measures_under_way
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.grounds import because, lacking, not_covered
from wir.eligibility.rules.law import AsylumWorkLaw, asylum_work_law
from wir.eligibility.rules.permissions import held_permission, still_held, with_permission
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.stay import counted_duldung_since, is_over
from wir.eligibility.rules.vocabulary import Activity, Identity, PermittedDuring
from wir.kit.calendar import add_months


def only_employment(on: date, looked_at: tuple[Reason, ...], citation: str) -> Answer:
    """Refused because only Beschäftigung can be permitted, and the activity is something else."""
    only = because(ReasonCode.ONLY_EMPLOYMENT_CAN_BE_PERMITTED, citation, on)
    return refused(BanClass.TEMPORARY, BanKind.EMPLOYMENT_ONLY, (*looked_at, only))


def in_centre(facts: Facts, activity: Activity, on: date, looked_at: tuple[Reason, ...]) -> Answer:
    """Return the answer where no ground of § 60a Abs. 6 AufenthG stands."""
    law = asylum_work_law(on)
    if law is None:
        return not_covered("AsylG:61:1", on)
    if activity is Activity.SELF_EMPLOYMENT:
        return only_employment(on, looked_at, "AsylG:61:1:1")
    rule = (*looked_at, because(ReasonCode.DULDUNG_WORK_RULE, law.duldung_citation, on))
    if held_permission(facts, on, PermittedDuring.DULDUNG) is not None:
        return still_held(facts, activity, on, mode=law.duldung_mode, reasons=rule)
    if law.since_2026 and _permitted_during_procedure(facts):
        before = because(ReasonCode.PERMITTED_DURING_PROCEDURE, "AsylG:61:1:9", on)
        return with_permission(
            facts, activity, on, mode=DecisionMode.ENTITLEMENT, reasons=(*looked_at, before)
        )
    return _measures(facts, on, law, looked_at) or _wait(facts, activity, on, law, rule)


def _permitted_during_procedure(facts: Facts) -> bool:
    return any(
        permission.during is PermittedDuring.ASYLUM_PROCEDURE
        and (facts.duldung_since is None or permission.period.start <= facts.duldung_since)
        for permission in facts.work_permissions or ()
    )


def _measures(facts: Facts, on: date, law: AsylumWorkLaw, looked_at: tuple[Reason, ...]) -> Answer | None:
    if not measures_under_way(facts, on):
        return None
    if law.duldung_mode is not DecisionMode.SHALL:
        return not_covered(law.duldung_citation, on)
    if law.since_2026 and facts.work_permissions is None:
        return lacking("AsylG:61:1:9", on, "work_permissions")
    measures = because(ReasonCode.REMOVAL_MEASURES_UNDER_WAY, f"{law.duldung_citation}:1", on)
    return refused(
        BanClass.TEMPORARY,
        BanKind.REMOVAL_MEASURES,
        (*looked_at, measures),
        authority=AuthorityPermission.NEEDED,
    )


def _wait(facts: Facts, activity: Activity, on: date, law: AsylumWorkLaw, rule: tuple[Reason, ...]) -> Answer:
    since = counted_duldung_since(facts)
    if since is None:
        return lacking(law.duldung_citation, on, "duldung_since")
    over = because(ReasonCode.CENTRE_DULDUNG_PERIOD_OVER, law.duldung_citation, on)
    if is_over(since, law.duldung_months, on):
        return with_permission(facts, activity, on, mode=law.duldung_mode, reasons=(*rule, over))
    short = law.duldung_months_identified
    shortened = None if short is None else _is_shortened(facts, activity)
    if short is not None and shortened and is_over(since, short, on):
        why = because(ReasonCode.CENTRE_DULDUNG_PERIOD_SHORTENED, "AsylG:61:1:7", on)
        return with_permission(facts, activity, on, mode=law.duldung_mode, reasons=(*rule, why))
    missing = _what_could_end_the_wait(facts, on, since, law)
    if missing:
        return lacking(law.duldung_citation, on, *missing)
    months = short if short is not None and shortened else law.duldung_months
    runs = because(ReasonCode.CENTRE_DULDUNG_PERIOD_RUNS, law.duldung_citation, on)
    return refused(
        BanClass.TEMPORARY,
        BanKind.RECEPTION_CENTRE_DULDUNG_PERIOD,
        (*rule, runs),
        authority=AuthorityPermission.NEEDED,
        earliest_on=add_months(since, months),
    )


def _is_shortened(facts: Facts, activity: Activity) -> bool:
    """Whether S. 7 applies: training in the sense of § 60c Abs. 1 S. 1 Nr. 2, or identity clear by a passport."""
    by_passport = facts.identity_status is Identity.CLARIFIED_BY_VALID_PASSPORT
    return by_passport or activity is Activity.VOCATIONAL_TRAINING_IN_COMPANY


def _what_could_end_the_wait(facts: Facts, on: date, since: date, law: AsylumWorkLaw) -> tuple[str, ...]:
    missing = []
    short = law.duldung_months_identified
    if short is not None and facts.identity_status is None and is_over(since, short, on):
        missing.append("identity_status")
    if law.since_2026 and facts.work_permissions is None:
        missing.append("work_permissions")
    return tuple(missing)
