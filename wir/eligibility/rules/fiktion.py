"""Work while an application for a title is pending (§ 81 Abs. 3, 4 AufenthG)."""

from datetime import date

from wir.eligibility.rules.answers import Answer, DecisionMode, allowed
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.gestattung import PENDING_PERMIT, recognised
from wir.eligibility.rules.grounds import because, lacking, not_covered
from wir.eligibility.rules.law import under
from wir.eligibility.rules.permissions import note_allows
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.titles import continued, deemed_to_continue
from wir.eligibility.rules.vocabulary import Activity, WorkNote


def assess_fiktion(facts: Facts, activity: Activity, on: date) -> Answer:
    """Return the answer for the holder of a Fiktionsbescheinigung."""
    basis = facts.legal_basis
    if basis is not None and any(under(basis, one) for one in PENDING_PERMIT):
        return recognised(facts, on) or lacking("AufenthG:25:1:3", on, "asylum_outcome")
    if basis is None or basis == "AufenthG:81":
        return lacking("AufenthG:81:5", on, "legal_basis")
    if under(basis, "AufenthG:81:4"):
        return _continuing(facts, activity, on, basis)
    if basis in {"AufenthG:81:3", "AufenthG:81:3:1"}:
        return _first_application(facts, activity, on)
    return not_covered("AufenthG:81:5", on)


def _continuing(facts: Facts, activity: Activity, on: date, basis: str) -> Answer:
    previous = facts.previous_title_basis
    if previous is None:
        return lacking("AufenthG:81:4:1", on, "previous_title_basis")
    if under(basis, "AufenthG:81:4:2"):
        return not_covered("AufenthG:81:4:2", on)
    # The document itself proves the effect; dates are compared only where they are known, S. 3 heals lateness.
    if facts.title_applied_on is None or under(basis, "AufenthG:81:4:3"):
        return deemed_to_continue(facts, activity, on, previous, field="previous_title_basis")
    return continued(facts, activity, on, previous, field="previous_title_basis")


def _first_application(facts: Facts, activity: Activity, on: date) -> Answer:
    protected = recognised(facts, on)
    if protected is not None:
        return protected
    if facts.document_work_note is None:
        return lacking("AufenthG:81:3:1", on, "document_work_note")
    if not note_allows(facts, activity):
        return not_covered("AufenthG:4a:4", on)
    deemed = because(ReasonCode.STAY_DEEMED_PERMITTED, "AufenthG:81:3:1", on)
    note = because(ReasonCode.DOCUMENT_NOTE_ALLOWS_WORK, "AufenthG:4a:4", on)
    whole = facts.document_work_note is WorkNote.ERWERBSTAETIGKEIT_ERLAUBT
    return allowed(DecisionMode.BY_DOCUMENT_NOTE, (deemed, note), self_employment=whole)
