"""From "may be permitted" to the answer: consent of the BA, a permission held, the note on the document."""

from datetime import date

from wir.eligibility.rules.answers import (
    Answer,
    AuthorityPermission,
    BaConsent,
    BanClass,
    BanKind,
    DecisionMode,
    Reason,
    allowed,
    permissible,
    refused,
    undecided,
)
from wir.eligibility.rules.consent import ba_consent
from wir.eligibility.rules.facts import Facts, WorkPermission
from wir.eligibility.rules.grounds import because
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.vocabulary import Activity, PermittedDuring, WorkNote


def held_permission(facts: Facts, on: date, during: PermittedDuring) -> WorkPermission | None:
    """Return the permission for exactly this job that holds on the day and was given in this status."""
    for permission in facts.work_permissions or ():
        if permission.same_job and permission.during is during and on in permission.period:
            return permission
    return None


def permitted_on(facts: Facts, day: date) -> bool | None:
    """Whether any permission to work was held on that day; ``None`` where permissions are not known."""
    if facts.work_permissions is None:
        return None
    return any(day in permission.period for permission in facts.work_permissions)


def note_allows(facts: Facts, activity: Activity) -> bool:
    """Whether the Nebenbestimmung on the document covers the activity."""
    if facts.document_work_note is WorkNote.ERWERBSTAETIGKEIT_ERLAUBT:
        return True
    employed = activity is not Activity.SELF_EMPLOYMENT
    return employed and facts.document_work_note is WorkNote.BESCHAEFTIGUNG_ERLAUBT


def still_held(
    facts: Facts, activity: Activity, on: date, *, mode: DecisionMode, reasons: tuple[Reason, ...]
) -> Answer:
    """Lawful because the permission for exactly this job exists and still holds."""
    consent = ba_consent(facts, activity, on)
    free = consent.value is BaConsent.NOT_NEEDED
    held = because(ReasonCode.PERMISSION_HELD, "AufenthG:4a:4", on)
    return permissible(
        mode,
        (*reasons, held, *(consent.reasons if free else ())),
        ba_consent=BaConsent.NOT_NEEDED if free else BaConsent.ALREADY_GIVEN,
        authority=AuthorityPermission.ALREADY_HELD,
    )


def with_permission(
    facts: Facts, activity: Activity, on: date, *, mode: DecisionMode, reasons: tuple[Reason, ...]
) -> Answer:
    """Lawful with a permission in this mode, as soon as the BA can agree."""
    consent = ba_consent(facts, activity, on)
    if consent.value is None:
        return undecided((*reasons, *consent.reasons), consent.missing)
    if consent.value is BaConsent.WAITING:
        return refused(
            BanClass.TEMPORARY,
            BanKind.BA_CONSENT_WAITING_PERIOD,
            (*reasons, *consent.reasons),
            authority=AuthorityPermission.NEEDED,
            ba_consent=BaConsent.WAITING,
            earliest_on=consent.earliest_on,
        )
    if note_allows(facts, activity):
        free = consent.value is BaConsent.NOT_NEEDED
        note = because(ReasonCode.DOCUMENT_NOTE_ALLOWS_WORK, "AufenthG:4a:4", on)
        return allowed(
            DecisionMode.BY_DOCUMENT_NOTE,
            (*reasons, note),
            ba_consent=BaConsent.NOT_NEEDED if free else BaConsent.ALREADY_GIVEN,
        )
    return permissible(mode, (*reasons, *consent.reasons), ba_consent=consent.value)
