"""What excludes work for a tolerated person wherever they live (§ 60b Abs. 5, § 60a Abs. 6 AufenthG)."""

from datetime import date

from wir.eligibility.rules.answers import Answer, BanKind, DecisionMode, allowed
from wir.eligibility.rules.facts import Facts, RemovalMeasure
from wir.eligibility.rules.grounds import CLEAR, Ground, because, clear, lacking, not_covered, wanting
from wir.eligibility.rules.law import under
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.safe_countries import safe_country_with_duldung
from wir.eligibility.rules.vocabulary import GRANTED_PROTECTION, OwnConduct

PROTECTED_WORK_BY_LAW_SINCE = date(2023, 1, 1)
_KINDS_OF_DULDUNG = ("AufenthG:60a", "AufenthG:60c", "AufenthG:60d")


def unclarified_identity(facts: Facts, on: date) -> Ground:
    """Return whether the document bears the note „für Personen mit ungeklärter Identität“."""
    basis = facts.legal_basis
    noted = any(on in period for period in facts.duldung_60b_periods or ())
    if noted or (basis is not None and under(basis, "AufenthG:60b")):
        note = because(ReasonCode.UNCLARIFIED_IDENTITY_NOTE, "AufenthG:60b:5:2", on)
        return Ground(BanKind.UNCLARIFIED_IDENTITY_60B, reasons=(note,))
    if basis is None or not any(under(basis, kind) for kind in _KINDS_OF_DULDUNG):
        return wanting("AufenthG:60b:5:2", on, "legal_basis")
    return CLEAR


def protection_still_held(facts: Facts, on: date) -> Answer | None:
    """Return the answer for a recognised refugee who holds only a Duldung (§ 60a Abs. 6 S. 4), if it is one."""
    outcome = facts.asylum_outcome
    if outcome is None or outcome.kind not in GRANTED_PROTECTION or on < PROTECTED_WORK_BY_LAW_SINCE:
        return None
    if outcome.protection_still_held is None:
        return lacking("AufenthG:60a:6:4", on, "asylum_outcome")
    if not outcome.protection_still_held:
        return None
    if facts.reception_centre_duty:
        return not_covered("AsylG:61:1:1", on)
    held = because(ReasonCode.PROTECTION_STILL_HELD, "AufenthG:60a:6:4", on)
    return allowed(DecisionMode.BY_LAW, (held,), self_employment=True)


def benefit_motive(facts: Facts, on: date) -> Ground:
    """Return whether Nr. 1 stands: entered to obtain benefits, as the authority has established."""
    if not facts.entered_for_benefits:
        return CLEAR
    return Ground(
        BanKind.BENEFIT_MOTIVE_60A_6_1,
        reasons=(because(ReasonCode.BENEFIT_MOTIVE, "AufenthG:60a:6:1:1", on),),
    )


def own_conduct(facts: Facts, on: date) -> Ground:
    """Return whether Nr. 2 stands: conduct that is what prevents removal now, not merely once."""
    if facts.own_conduct_obstacle in {None, OwnConduct.NONE}:
        return CLEAR
    if facts.own_conduct_causal is None:
        return wanting("AufenthG:60a:6:1:2", on, "own_conduct_causal")
    if not facts.own_conduct_causal:
        return clear(ReasonCode.OWN_CONDUCT_NOT_CAUSAL, "AufenthG:60a:6:1:2", on)
    conduct = because(ReasonCode.OWN_CONDUCT_PREVENTS_REMOVAL, "AufenthG:60a:6:1:2", on)
    return Ground(BanKind.OWN_CONDUCT_60A_6_2, reasons=(conduct,))


def exclusions(facts: Facts, on: date) -> tuple[Ground, ...]:
    """Return the three grounds of § 60a Abs. 6 S. 1 AufenthG in their order."""
    return benefit_motive(facts, on), own_conduct(facts, on), safe_country_with_duldung(facts, on)


def measures_under_way(facts: Facts, on: date) -> tuple[RemovalMeasure, ...]:
    """Return the concrete measures to end the stay that have begun by the day."""
    return tuple(
        measure
        for measure in facts.removal_measures or ()
        if measure.started_on is None or measure.started_on <= on
    )
