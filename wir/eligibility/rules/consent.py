"""Whether the Bundesagentur für Arbeit must consent (§ 32 BeschV) to a job with Duldung or Gestattung."""

from dataclasses import dataclass
from datetime import date

from wir.eligibility.rules.answers import BaConsent, Reason
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.grounds import because
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.stay import proven_stay_since, stay_reached, stay_reaches
from wir.eligibility.rules.vocabulary import Activity, Status

WAIT_MONTHS = 3
FREE_AFTER_MONTHS = 48
# "At most three months" (§ 22 Abs. 1 S. 2 Nr. 2 MiLoG), told in whole weeks.
LONGEST_INTERNSHIP_WEEKS = 13

_FREE_INTERNSHIPS = frozenset({Activity.INTERNSHIP_COMPULSORY, Activity.INTERNSHIP_PREPARATION})
_SHORT_INTERNSHIPS = frozenset({Activity.INTERNSHIP_ORIENTATION, Activity.INTERNSHIP_ACCOMPANYING})


@dataclass(frozen=True, slots=True)
class Consent:
    """What the consent of the BA does to the case; no value where facts are missing."""

    value: BaConsent | None
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...] = ()
    earliest_on: date | None = None


def ba_consent(facts: Facts, activity: Activity, on: date) -> Consent:
    """Return whether consent is needed, given, superfluous, or not possible before three months' stay."""
    free = _free_by_kind(facts, activity)
    if free is not None:
        return _free(free, facts, on)
    if facts.ba_consent_given:
        return Consent(BaConsent.ALREADY_GIVEN, (because(ReasonCode.CONSENT_GIVEN, "AufenthG:39", on),))
    settled = stay_reached(facts, FREE_AFTER_MONTHS, on)
    if settled:
        return _free((ReasonCode.CONSENT_FREE_FOUR_YEARS, "BeschV:32:2:-:5"), facts, on)
    # "If absent, the earliest day that the other facts prove may be used": four years are not shown, so ask the BA
    proven = settled is None and proven_stay_since(facts) is not None
    return _by_three_months(facts, on, may_be_free=settled is None and not proven, not_shown=proven)


def _free_by_kind(facts: Facts, activity: Activity) -> tuple[ReasonCode, str] | None:
    if activity is Activity.VOCATIONAL_TRAINING_IN_COMPANY:
        return ReasonCode.CONSENT_FREE_TRAINING, "BeschV:32:2:-:2"
    if activity is Activity.INTRODUCTORY_TRAINING:
        return ReasonCode.CONSENT_FREE_INTRODUCTORY_TRAINING, "BeschV:32:2:-:1"
    if activity is Activity.VOLUNTARY_SERVICE:
        return ReasonCode.CONSENT_FREE_VOLUNTARY_SERVICE, "BeschV:32:2:-:3"
    if activity in _FREE_INTERNSHIPS or (activity in _SHORT_INTERNSHIPS and _is_short(facts)):
        return ReasonCode.CONSENT_FREE_INTERNSHIP, "BeschV:32:2:-:1"
    if facts.employer_is_household_relative:
        return ReasonCode.CONSENT_FREE_RELATIVE, "BeschV:32:2:-:4"
    return None


def _is_short(facts: Facts) -> bool:
    return facts.duration_weeks is None or facts.duration_weeks <= LONGEST_INTERNSHIP_WEEKS


def _free(why: tuple[ReasonCode, str], facts: Facts, on: date) -> Consent:
    reasons = [because(*why, on)]
    if facts.status is Status.AUFENTHALTSGESTATTUNG:
        reasons.append(because(ReasonCode.CONSENT_FREE_FOR_GESTATTUNG_TOO, "BeschV:32:3", on))
    return Consent(BaConsent.NOT_NEEDED, tuple(reasons))


def _by_three_months(facts: Facts, on: date, *, may_be_free: bool, not_shown: bool) -> Consent:
    needed = because(ReasonCode.CONSENT_NEEDED, "AufenthG:39", on)
    reached = True
    if facts.status is Status.DULDUNG:
        needed = because(ReasonCode.CONSENT_NEEDED, "BeschV:32:1:1", on)
        reached = stay_reached(facts, WAIT_MONTHS, on) or False
        may_be_free = may_be_free or stay_reached(facts, WAIT_MONTHS, on) is None
    if may_be_free:
        return Consent(
            None, (because(ReasonCode.FACTS_MISSING, "BeschV:32", on),), ("continuous_stay_since",)
        )
    if not reached:
        waiting = because(ReasonCode.CONSENT_WAITING_PERIOD, "BeschV:32:1:1", on)
        return Consent(BaConsent.WAITING, (waiting,), earliest_on=stay_reaches(facts, WAIT_MONTHS))
    doubt = (because(ReasonCode.FOUR_YEARS_NOT_SHOWN, "BeschV:32:2:-:5", on),) if not_shown else ()
    return Consent(BaConsent.NEEDED, (needed, *doubt))
