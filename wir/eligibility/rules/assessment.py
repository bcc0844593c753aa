"""The one entry: facts, activity and day in, answer with reasons out. No clock, no database, no guess."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from wir.eligibility.rules.answers import Answer, BaConsent, DecisionMode, allowed, undecided
from wir.eligibility.rules.duldung import assess_duldung
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.fiktion import assess_fiktion
from wir.eligibility.rules.gestattung import assess_gestattung
from wir.eligibility.rules.grounds import because, lacking, not_covered
from wir.eligibility.rules.law import FREE_MOVEMENT, KNOWN_BEFORE
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


def assess(facts: Facts, *, activity: Activity, on: date) -> Answer:
    """Return whether the person may do the activity on the day, and whether the programme means the person.

    The version of the law in force on the day applies. A deciding fact that is unknown makes the answer undecided
    and is named; so is everything the rules do not cover.
    """
    answer = with_youth_protection(_work(facts, activity, on), facts, activity, on)
    return replace(answer, target_group=target_group(facts, on))


def _work(facts: Facts, activity: Activity, on: date) -> Answer:
    if on >= KNOWN_BEFORE:
        return not_covered("AufenthG:4a", on)
    if facts.status is None:
        return lacking("AufenthG:4a:5", on, "status")
    if facts.nationalities is not None and facts.nationalities & FREE_MOVEMENT:
        return undecided((because(ReasonCode.FREE_MOVEMENT_APPLIES, "AufenthG:1:2", on),))
    if activity in NOT_EMPLOYMENT:
        return _no_employment(facts, activity, on)
    return _BY_STATUS[facts.status](facts, activity, on)


def _no_employment(facts: Facts, activity: Activity, on: date) -> Answer:
    if activity is Activity.SCHOOL_BASED_TRAINING:
        code, citations = ReasonCode.SCHOOL_TRAINING_IS_NO_EMPLOYMENT, ("AufenthG:2:2", "SGB4:7:1")
    elif facts.status in _RECEIVES_ASYLBLG:
        code, citations = ReasonCode.WORK_OPPORTUNITY_IS_NO_EMPLOYMENT, ("AsylbLG:5:5", "AsylbLG:5:1")
    else:
        return not_covered("AsylbLG:1:1", on)
    reasons = tuple(because(code, citation, on) for citation in citations)
    return allowed(DecisionMode.NOT_EMPLOYMENT, reasons, ba_consent=BaConsent.NOT_APPLICABLE)
