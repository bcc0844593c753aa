"""Work with a residence title: allowed unless a law forbids it (§ 4a Abs. 1 AufenthG), before 2020 the reverse."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from wir.eligibility.rules.answers import (
    Answer,
    AuthorityPermission,
    BaConsent,
    BanClass,
    BanKind,
    DecisionMode,
    MayWork,
    Reason,
    allowed,
    permissible,
    refused,
)
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.grounds import because, lacking, not_covered
from wir.eligibility.rules.law import TitleEffect, TitleLaw, is_too_coarse, title_law, under
from wir.eligibility.rules.permissions import held_permission, note_allows
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.training_title import by_purpose, with_training_title
from wir.eligibility.rules.vocabulary import Activity, OrderRule, PermittedDuring, WorkNote

_CONTINUES_ONLY_FOR = ("AufenthG:25a", "AufenthG:25b")
_NOTES_AGAINST = frozenset(
    {WorkNote.BESCHAEFTIGUNG_NUR_MIT_ERLAUBNIS, WorkNote.ERWERBSTAETIGKEIT_NICHT_ERLAUBT}
)


def assess_permit(facts: Facts, activity: Activity, on: date) -> Answer:
    """Return the answer for the holder of an Aufenthaltserlaubnis, expired ones included."""
    if facts.legal_basis is None:
        return lacking("AufenthG:4a:1:1", on, "legal_basis")
    if facts.title_issued_on is not None and facts.title_issued_on > on:
        return lacking("AufenthG:4a:1:1", on, "title_issued_on")
    if facts.title_valid_until is not None and facts.title_valid_until < on:
        return continued(facts, activity, on, facts.legal_basis, field="legal_basis")
    return by_title(facts, activity, on, facts.legal_basis, field="legal_basis")


def assess_settlement(facts: Facts, activity: Activity, on: date) -> Answer:
    """Return the answer for the holder of a Niederlassungserlaubnis: any work, whatever its basis."""
    reasons = tuple(
        because(ReasonCode.TITLE_ALLOWS_WORK, citation, on)
        for citation in ("AufenthG:4a:1:1", "AufenthG:9:1")
    )
    answer = allowed(DecisionMode.BY_LAW, reasons, self_employment=True)
    return _compared_with_note(answer, facts, activity, on)


def continued(facts: Facts, activity: Activity, on: date, basis: str, *, field: str) -> Answer:
    """Return the answer for a title deemed to continue because its extension was applied for in time."""
    applied, until = facts.title_applied_on, facts.title_valid_until
    if applied is None or applied > on:
        return lacking("AufenthG:81:4:1", on, "title_applied_on")
    if until is not None and applied > until:
        return not_covered("AufenthG:81:4:3", on)
    return deemed_to_continue(facts, activity, on, basis, field=field)


def deemed_to_continue(facts: Facts, activity: Activity, on: date, basis: str, *, field: str) -> Answer:
    """Return the title's own answer with the effect of § 81 Abs. 4 AufenthG put before it."""
    if under(basis, "AufenthG:104c"):
        applied_for = facts.applied_title_basis
        if applied_for is None:
            return lacking("AufenthG:104c:2:3", on, "applied_title_basis")
        if not any(under(applied_for, one) for one in _CONTINUES_ONLY_FOR):
            return not_covered("AufenthG:104c:2:3", on)
    answer = by_title(facts, activity, on, basis, field=field)
    deemed = because(ReasonCode.TITLE_DEEMED_TO_CONTINUE, "AufenthG:81:4:1", on)
    return replace(answer, reasons=(deemed, *answer.reasons))


def by_title(facts: Facts, activity: Activity, on: date, basis: str, *, field: str) -> Answer:
    """Return what the title on that basis says about the activity; ``field`` names where the basis stands."""
    law = title_law(basis, on)
    if law is None:
        return lacking(basis, on, field) if is_too_coarse(basis) else not_covered(basis, on)
    return _compared_with_note(_EFFECTS[law.effect](facts, activity, on, law), facts, activity, on)


def _because_of(code: ReasonCode, law: TitleLaw, on: date) -> tuple[Reason, ...]:
    return tuple(because(code, citation, on) for citation in law.citations)


def _by_law(facts: Facts, activity: Activity, on: date, law: TitleLaw) -> Answer:
    reasons = _because_of(ReasonCode.TITLE_ALLOWS_WORK, law, on)
    return allowed(DecisionMode.BY_LAW, reasons, self_employment=law.self_employment)


def _by_permission(facts: Facts, activity: Activity, on: date, law: TitleLaw) -> Answer:
    if activity is Activity.SELF_EMPLOYMENT and law.self_employment:
        return not_covered(law.citations[0], on)
    if activity is Activity.EXISTING_EMPLOYMENT and facts.work_permissions is None:
        return lacking(law.citations[0], on, "work_permissions")
    return _permission(facts, on, law, ReasonCode.TITLE_WITHOUT_WORK_RIGHT, BanKind.TITLE_WITHOUT_WORK_RIGHT)


def _by_old_permission(facts: Facts, activity: Activity, on: date, law: TitleLaw) -> Answer:
    if activity is Activity.SELF_EMPLOYMENT:
        return not_covered("AufenthG:21:6", on)
    return _permission(facts, on, law, ReasonCode.OLD_LAW_TITLE_NEEDS_PERMISSION, None)


def _permission(facts: Facts, on: date, law: TitleLaw, code: ReasonCode, kind: BanKind | None) -> Answer:
    held = held_permission(facts, on, PermittedDuring.TITLE)
    return permissible(
        DecisionMode.DISCRETION,
        _because_of(code, law, on),
        ba_consent=BaConsent.NOT_NEEDED,
        authority=AuthorityPermission.NEEDED if held is None else AuthorityPermission.ALREADY_HELD,
        kind=kind,
        self_employment=law.self_employment,
    )


def _by_order(facts: Facts, activity: Activity, on: date, law: TitleLaw) -> Answer:
    rule = facts.admission_order_work_rule
    if rule is None:
        return lacking(law.citations[0], on, "admission_order_work_rule")
    if rule is OrderRule.ALLOWS_WORK:
        reasons = _because_of(ReasonCode.LAND_ORDER_ALLOWS_WORK, law, on)
        return allowed(DecisionMode.BY_ORDER, reasons, self_employment=True)
    if rule is OrderRule.ALLOWS_PERMISSION:
        code, kind = ReasonCode.LAND_ORDER_ALLOWS_PERMISSION, BanKind.TITLE_WITHOUT_WORK_RIGHT
        answer = _permission(facts, on, law, code, kind)
        free = because(ReasonCode.CONSENT_FREE_HUMANITARIAN_TITLE, "BeschV:31", on)
        return replace(answer, reasons=(*answer.reasons, free), self_employment=False)
    return refused(
        BanClass.NONE,
        BanKind.TITLE_WITHOUT_WORK_RIGHT,
        _because_of(ReasonCode.LAND_ORDER_IS_SILENT, law, on),
        mode=DecisionMode.ONLY_IF_ORDER_PROVIDES,
        self_employment=False,
    )


_EFFECTS: dict[TitleEffect, Callable[[Facts, Activity, date, TitleLaw], Answer]] = {
    TitleEffect.BY_LAW: _by_law,
    TitleEffect.PERMISSION: _by_permission,
    TitleEffect.OLD_PERMISSION: _by_old_permission,
    TitleEffect.ORDER: _by_order,
    TitleEffect.TRAINING: with_training_title,
    TitleEffect.PURPOSE: by_purpose,
}


def _compared_with_note(answer: Answer, facts: Facts, activity: Activity, on: date) -> Answer:
    """Let a permission written on the document count, and flag a note that says less than the statute."""
    if answer.may_work is MayWork.YES_WITH_PERMISSION and note_allows(facts, activity):
        note = because(ReasonCode.DOCUMENT_NOTE_ALLOWS_WORK, "AufenthG:4a:3:1", on)
        whole = facts.document_work_note is WorkNote.ERWERBSTAETIGKEIT_ERLAUBT
        reasons = (*answer.reasons, note)
        return allowed(DecisionMode.BY_DOCUMENT_NOTE, reasons, self_employment=whole)
    differs = (answer.may_work is MayWork.YES and facts.document_work_note in _NOTES_AGAINST) or (
        answer.may_work is MayWork.NO and note_allows(facts, activity)
    )
    if differs:
        flag = because(ReasonCode.DOCUMENT_NOTE_DIFFERS, "AufenthG:4a:3:1", on)
        return replace(answer, reasons=(*answer.reasons, flag))
    return answer
