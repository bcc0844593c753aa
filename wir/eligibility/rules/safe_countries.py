"""Safe countries of origin: what they mean during the asylum procedure and with a Duldung."""

from datetime import date

from wir.eligibility.rules.answers import BanKind
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.grounds import CLEAR, Ground, because, clear, strongest, unsettled, wanting
from wir.eligibility.rules.law import (
    AsylumWorkLaw,
    Spared,
    annex_ii,
    spared_in_procedure,
    spared_with_duldung,
    union_list,
    union_list_bans,
)
from wir.eligibility.rules.permissions import permitted_on
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.stay import claimed_by, tolerated_on
from wir.eligibility.rules.vocabulary import REJECTIONS, AcceleratedGround, Decision
from wir.kit.calendar import completed_years

LAST_HARMLESS_CLAIM = date(2015, 8, 31)
FULL_AGE = 18
BARRING_GROUNDS = frozenset(
    {
        AcceleratedGround.LETTER_A,
        AcceleratedGround.LETTER_B,
        AcceleratedGround.LETTER_C,
        AcceleratedGround.LETTER_D,
        AcceleratedGround.LETTER_E,
        AcceleratedGround.LETTER_F,
    }
)
_DULDUNG = "AufenthG:60a:6:1:3"
_PROCEDURE = "AsylG:61:2:4"


def safe_country_in_procedure(facts: Facts, on: date, law: AsylumWorkLaw) -> Ground:
    """Return whether § 61 Abs. 2 S. 4 AsylG bars permission while the asylum procedure runs."""
    if facts.nationalities is None:
        return wanting(_PROCEDURE, on, "nationalities")
    listed = sorted(facts.nationalities & annex_ii(on))
    return strongest([_in_procedure(country, facts, on, law) for country in listed]) if listed else CLEAR


def _in_procedure(country: str, facts: Facts, on: date, law: AsylumWorkLaw) -> Ground:
    early = claimed_by(facts, LAST_HARMLESS_CLAIM)
    if early:
        return clear(ReasonCode.SAFE_COUNTRY_GROUND_NOT_MET, _PROCEDURE, on)
    for row in spared_in_procedure(country, on):
        if row.claimed_by is not None and claimed_by(facts, row.claimed_by):
            return clear(ReasonCode.SAFE_COUNTRY_SPARED_IN_PROCEDURE, row.citation, on)
    if early is None or any(_may_be_spared(row, facts) for row in spared_in_procedure(country, on)):
        return wanting(_PROCEDURE, on, "asylum_applied_on")
    return _by_place(facts, on, law)


def _may_be_spared(row: Spared, facts: Facts) -> bool:
    return row.claimed_by is not None and claimed_by(facts, row.claimed_by) is None


def _by_place(facts: Facts, on: date, law: AsylumWorkLaw) -> Ground:
    """Since 2026 it is open whether S. 4 reaches into a centre, unless the procedure is accelerated."""
    if law.since_2026 and facts.accelerated_procedure_ground not in BARRING_GROUNDS:
        if facts.reception_centre_duty is None:
            return wanting(_PROCEDURE, on, "reception_centre_duty")
        if facts.reception_centre_duty:
            return unsettled(_PROCEDURE, on)
    return Ground(
        BanKind.SAFE_COUNTRY_ASYLUM_PROCEDURE,
        reasons=(
            because(ReasonCode.SAFE_COUNTRY_DURING_PROCEDURE, _PROCEDURE, on),
            because(ReasonCode.SAFE_COUNTRY_LIST, "AsylG:29a:2", on),
        ),
    )


def safe_country_with_duldung(facts: Facts, on: date) -> Ground:
    """Return whether § 60a Abs. 6 S. 1 Nr. 3 AufenthG bars permission for a tolerated person."""
    if facts.nationalities is None:
        return wanting(_DULDUNG, on, "nationalities")
    listed = sorted(facts.nationalities & (annex_ii(on) | _on_union_list(on)))
    return strongest([_with_duldung(country, facts, on) for country in listed]) if listed else CLEAR


def _on_union_list(on: date) -> frozenset[str]:
    return frozenset() if union_list_bans(on) is False else union_list(on)


def _with_duldung(country: str, facts: Facts, on: date) -> Ground:
    if country not in annex_ii(on) and union_list_bans(on) is None:
        return unsettled(_DULDUNG, on)
    claim = _claim(facts, on)
    if _is_pending(facts) and country in annex_ii(on) and not claimed_by(facts, LAST_HARMLESS_CLAIM):
        # Nr. 3 asks for a rejection, § 61 Abs. 2 S. 4 AsylG bars while the procedure runs: whether here too is open
        return unsettled(_PROCEDURE, on)
    if not (claim.stands or claim.is_open):
        return claim
    rows = spared_with_duldung(country, on)
    missing = claim.missing
    for row in rows:
        spared, lacking = _is_spared(row, facts)
        if spared:
            return _spared(row, on)
        missing += lacking
    if missing:
        return wanting(_DULDUNG, on, *missing)
    return claim if claim.unsettled else _banned(country, rows, on)


def _is_pending(facts: Facts) -> bool:
    return facts.asylum_outcome is not None and facts.asylum_outcome.kind is Decision.PENDING


def _spared(row: Spared, on: date) -> Ground:
    return Ground(
        reasons=(
            because(ReasonCode.SAFE_COUNTRY_SPARED_BY_CUT_OFF, row.citation, on),
            because(ReasonCode.SAFE_COUNTRY_GROUND_NOT_MET, _DULDUNG, on),
        )
    )


def _banned(country: str, rows: tuple[Spared, ...], on: date) -> Ground:
    cut_off = tuple(because(ReasonCode.SAFE_COUNTRY_CUT_OFF_NOT_MET, row.citation, on) for row in rows)
    if country in annex_ii(on):
        ban = because(ReasonCode.SAFE_COUNTRY_DULDUNG, _DULDUNG, on)
        listed = because(ReasonCode.SAFE_COUNTRY_LIST, "AsylG:29a:2", on)
        return Ground(BanKind.SAFE_COUNTRY_60A_6_3, reasons=(ban, listed, *cut_off))
    ban = because(ReasonCode.UNION_SAFE_COUNTRY_DULDUNG, _DULDUNG, on)
    listed = because(ReasonCode.SAFE_COUNTRY_LIST, "VO-2024-1348:62:1", on)
    return Ground(BanKind.EU_SAFE_COUNTRY_60A_6_3, reasons=(ban, listed, *cut_off))


def _is_spared(row: Spared, facts: Facts) -> tuple[bool, tuple[str, ...]]:
    """Return whether one of the row's conditions holds, and the facts that could still show it."""
    found: list[tuple[bool | None, str]] = []
    if row.claimed_by is not None and facts.asylum_applied is not False:
        found.append((claimed_by(facts, row.claimed_by), "asylum_applied_on"))
    if row.tolerated_without_claim_on is not None and facts.asylum_applied is False:
        found.append((tolerated_on(facts, row.tolerated_without_claim_on), "duldung_since"))
    if row.tolerated_on is not None:
        found.append((tolerated_on(facts, row.tolerated_on), "duldung_since"))
    if row.permitted_on is not None:
        found.append((permitted_on(facts, row.permitted_on), "work_permissions"))
    return any(held for held, _ in found), tuple(name for held, name in found if held is None)


def _claim(facts: Facts, on: date) -> Ground:
    """Return whether a claim was rejected, withdrawn or not made in the sense of Nr. 3 and S. 3."""
    met = Ground(BanKind.SAFE_COUNTRY_60A_6_3)
    if facts.asylum_applied is False:
        return _unless_for_the_child(facts, on, met)
    if facts.asylum_applied is None and facts.asylum_applied_on is None and facts.asylum_outcome is None:
        return wanting(_DULDUNG, on, "asylum_applied")
    early = claimed_by(facts, LAST_HARMLESS_CLAIM)
    if early:
        return clear(ReasonCode.SAFE_COUNTRY_GROUND_NOT_MET, _DULDUNG, on)
    if early is None or facts.asylum_outcome is None:
        names = {"asylum_applied_on": early, "asylum_outcome": facts.asylum_outcome}
        return wanting(_DULDUNG, on, *(name for name, value in names.items() if value is None))
    return _outcome(facts, on, facts.asylum_outcome.kind, met)


def _outcome(facts: Facts, on: date, kind: Decision, met: Ground) -> Ground:
    if kind in REJECTIONS:
        return met
    if kind is Decision.REMOVAL_BAN:
        return unsettled(_DULDUNG, on)
    if kind is not Decision.WITHDRAWN:
        return clear(ReasonCode.SAFE_COUNTRY_GROUND_NOT_MET, _DULDUNG, on)
    advised = facts.asylum_outcome.after_official_advice if facts.asylum_outcome else None
    if advised:
        return clear(ReasonCode.SAFE_COUNTRY_GROUND_NOT_MET, _DULDUNG, on)
    open_or_met = wanting(_DULDUNG, on, "asylum_outcome") if advised is None else met
    return _unless_for_the_child(facts, on, open_or_met)


def _unless_for_the_child(facts: Facts, on: date, otherwise: Ground) -> Ground:
    """S. 3: no ban where an unaccompanied minor waived the claim in its own interest; open after majority."""
    if not (facts.unaccompanied_minor and facts.waiver_in_child_interest):
        return otherwise
    if facts.birth_date is None:
        return wanting("AufenthG:60a:6:3", on, "birth_date")
    if completed_years(facts.birth_date, on) >= FULL_AGE:
        return unsettled("AufenthG:60a:6:3", on)
    return clear(ReasonCode.SAFE_COUNTRY_CHILD_INTEREST, "AufenthG:60a:6:3", on)
