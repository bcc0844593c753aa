"""The one entry: facts, activity and day in, answer with reasons out. No clock, no database, no guess."""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import date

from wir.eligibility.rules.answers import Answer, BaConsent, DecisionMode, MayWork, allowed, undecided
from wir.eligibility.rules.contradictions import Contradiction
from wir.eligibility.rules.duldung import assess_duldung
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.fiktion import assess_fiktion
from wir.eligibility.rules.gestattung import assess_gestattung
from wir.eligibility.rules.grounds import because, lacking, not_covered
from wir.eligibility.rules.law import FREE_MOVEMENT, KNOWN_BEFORE
from wir.eligibility.rules.policy import Policy
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.target_group import target_group
from wir.eligibility.rules.titles import assess_permit, assess_settlement
from wir.eligibility.rules.vocabulary import NOT_EMPLOYMENT, Activity, Status
from wir.eligibility.rules.youth import with_youth_protection

_BY_STATUS: dict[Status, Callable[[Facts, Activity, date], Answer]] = {
    Status.AUFENTHALTSERLAUBNIS: assess_permit,
    Status.NIEDERLASSUNGSERLAUBNIS: assess_settlement,
    Status.FIKTIONSBESCHEINIGUNG: assess_fiktion,
    Status.AUFENTHALTSGESTATTUNG: assess_gestattung,
    Status.DULDUNG: assess_duldung,
}
_RECEIVES_ASYLBLG = frozenset({Status.AUFENTHALTSGESTATTUNG, Status.DULDUNG})
_NO_EMPLOYMENT: dict[Activity, tuple[ReasonCode, *tuple[str, ...]]] = {
    Activity.SCHOOL_BASED_TRAINING: (ReasonCode.SCHOOL_TRAINING_IS_NO_EMPLOYMENT, "AufenthG:2:2", "SGB4:7:1"),
    Activity.ASYLBLG_WORK_OPPORTUNITY: (
        ReasonCode.WORK_OPPORTUNITY_IS_NO_EMPLOYMENT,
        "AsylbLG:5:5",
        "AsylbLG:5:1",
    ),
    Activity.JOB_SHADOWING: (ReasonCode.SHADOWING_IS_NO_EMPLOYMENT, "AufenthG:2:2", "SGB4:7:1"),
    Activity.VOLUNTEERING: (ReasonCode.VOLUNTEERING_IS_NO_EMPLOYMENT, "AufenthG:2:2", "SGB4:7:1"),
}
_FREE_WHATEVER_THE_STATUS = _NO_EMPLOYMENT.keys() - {Activity.ASYLBLG_WORK_OPPORTUNITY}
_ASKED_FIRST = ("status", "legal_basis", "nationalities", "birth_date")
_ORDER = {
    name: place
    for place, name in enumerate(dict.fromkeys((*_ASKED_FIRST, *(field.name for field in fields(Facts)))))
}


def assess(facts: Facts, *, activity: Activity, on: date, policy: Policy | None = None) -> Answer:
    """Return whether the person may do the activity on the day, and whether the programme means the person.

    The version of the law in force on the day applies. A deciding fact that is unknown makes the answer undecided
    and is named; so is everything the rules do not cover. ``policy`` is the network's reading of the programme's
    wording; without one the default of the tables holds.
    """
    facts = _placed(facts, on)
    answer = with_youth_protection(_work(facts, activity, on), facts, activity, on)
    return replace(answer, target_group=target_group(facts, on, policy), missing=in_order(answer.missing))


def _placed(facts: Facts, on: date) -> Facts:
    """Let the last day of the duty to live in a reception centre tell whether it stands, where nothing else does."""
    until = facts.reception_centre_duty_until
    if facts.reception_centre_duty is not None or until is None:
        return facts
    return replace(facts, reception_centre_duty=on <= until)


def contradicted(pairs: Iterable[Contradiction], on: date) -> Answer:
    """Return the answer where facts exclude each other: none, until one of each pair is corrected."""
    names = {name for pair in pairs for name in (pair.one, pair.other)} & _ORDER.keys()
    return undecided((because(ReasonCode.FACTS_CONTRADICT, "AufenthG:82:1", on),), in_order(names))


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of facts in the order in which to ask: who, which paper, how it came, which job."""
    return tuple(sorted(set(names), key=_ORDER.__getitem__))


def _work(facts: Facts, activity: Activity, on: date) -> Answer:
    if on >= KNOWN_BEFORE:
        return not_covered("AufenthG:4a", on)
    if activity in _FREE_WHATEVER_THE_STATUS:
        return _free_for_all(on, *_NO_EMPLOYMENT[activity])
    return _of_status(facts, activity, on)


def _of_status(facts: Facts, activity: Activity, on: date) -> Answer:
    if facts.status is None:
        return lacking("AufenthG:4a:5", on, "status")
    if facts.nationalities is not None and facts.nationalities & FREE_MOVEMENT:
        return undecided((because(ReasonCode.FREE_MOVEMENT_APPLIES, "AufenthG:1:2", on),))
    if activity in NOT_EMPLOYMENT:
        return _no_employment(facts, activity, on)
    answer = _BY_STATUS[facts.status](facts, activity, on)
    if activity is Activity.TRIAL_WORK:
        trial = because(ReasonCode.TRIAL_WORK_IS_EMPLOYMENT, "AufenthG:2:2", on)
        return replace(answer, reasons=(trial, *answer.reasons))
    return answer


def _no_employment(facts: Facts, activity: Activity, on: date) -> Answer:
    if activity is Activity.MEASURE_AT_EMPLOYER:
        return _measure(facts, on)
    if activity is Activity.ASYLBLG_WORK_OPPORTUNITY and facts.status not in _RECEIVES_ASYLBLG:
        return not_covered("AsylbLG:1:1", on)
    return _free_for_all(on, *_NO_EMPLOYMENT[activity])


def _free_for_all(on: date, code: ReasonCode, *citations: str) -> Answer:
    reasons = tuple(because(code, citation, on) for citation in citations)
    return allowed(DecisionMode.NOT_EMPLOYMENT, reasons, ba_consent=BaConsent.NOT_APPLICABLE)


def _measure(facts: Facts, on: date) -> Answer:
    """A measure needs no permission, but is paid for only where work could be permitted."""
    if facts.status is None:
        return lacking("AufenthG:4a:5", on, "status")
    access = _BY_STATUS[facts.status](facts, Activity.EMPLOYMENT_UNSKILLED, on)
    if access.may_work is MayWork.UNDECIDED:
        return access
    if access.may_work is MayWork.NO:
        why = because(ReasonCode.MEASURE_REQUIRES_MARKET_ACCESS, "SGB3:45:1", on)
        return undecided((why, *access.reasons))
    return _free_for_all(on, ReasonCode.MEASURE_IS_NO_EMPLOYMENT, "SGB3:45:1")
