"""What is answered about one kind of support."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Support(StrEnum):
    """Courses, promotion, benefits and procedures that a counsellor asks about."""

    INTEGRATION_COURSE = "integration_course"
    VOCATIONAL_LANGUAGE_COURSE = "vocational_language_course"
    TRAINING_PREPARATION = "training_preparation"
    """Berufsvorbereitende Bildungsmaßnahme (BvB)."""
    TRAINING_GRANT = "training_grant"
    """Berufsausbildungsbeihilfe (BAB)."""
    EARLY_SUPPORT = "early_support"
    BENEFITS_SGB2 = "benefits_sgb2"
    BENEFITS_ASYLBLG = "benefits_asylblg"
    WORK_OPPORTUNITY = "work_opportunity"
    RECOGNITION = "recognition"
    RECOGNITION_ADVICE = "recognition_advice"
    ACTIVATION_VOUCHER = "activation_voucher"
    PLACEMENT_BUDGET = "placement_budget"
    TRAINING_VOUCHER = "training_voucher"
    INTEGRATION_SUBSIDY = "integration_subsidy"
    START_UP_MONEY = "start_up_money"
    INTRODUCTORY_TRAINING = "introductory_training"
    ASSISTED_TRAINING = "assisted_training"
    EMPLOYEE_TRAINING = "employee_training"
    STUDENT_AID = "student_aid"
    UNEMPLOYMENT_BENEFIT = "unemployment_benefit"


class Access(StrEnum):
    """How far the support is open."""

    CLAIM = "claim"
    OPEN = "open"
    """An offer for everybody of the group, without a claim."""
    IF_PLACES = "if_places"
    ON_CONDITIONS = "on_conditions"
    """The status is no obstacle; the other conditions of the statute, or discretion, decide."""
    NOT_YET = "not_yet"
    NOT_OPEN = "not_open"
    UNDECIDED = "undecided"
    REVIEW = "review"


class SupportCode(StrEnum):
    """Why; stable, because the sentences use it."""

    FACTS_MISSING = "facts_missing"
    COURSE_CLAIM = "course_claim"
    COURSE_CLAIM_SHORT_TITLE = "course_claim_short_title"
    COURSE_CLAIM_LAPSED = "course_claim_lapsed"
    COURSE_IF_PLACES = "course_if_places"
    COURSE_STOPPED = "course_stopped"
    COURSE_STOP_UNKNOWN = "course_stop_unknown"
    COURSE_NOT_FOR_THIS_DULDUNG = "course_not_for_this_duldung"
    COURSE_STATUS_OPEN = "course_status_open"
    COURSE_TO_CHECK = "course_to_check"
    LANGUAGE_ON_CONDITIONS = "language_on_conditions"
    LANGUAGE_DULDUNG_KIND = "language_duldung_kind"
    LANGUAGE_SIX_MONTHS_RUN = "language_six_months_run"
    LANGUAGE_SIX_MONTHS_OVER = "language_six_months_over"
    PREPARATION_NEEDS_WORK_ACCESS = "preparation_needs_work_access"
    PREPARATION_PERIOD_RUNS = "preparation_period_runs"
    PREPARATION_ON_CONDITIONS = "preparation_on_conditions"
    GRANT_NOT_IN_PROCEDURE = "grant_not_in_procedure"
    GRANT_PERIOD_RUNS = "grant_period_runs"
    GRANT_ON_CONDITIONS = "grant_on_conditions"
    EARLY_SUPPORT_POSSIBLE = "early_support_possible"
    EARLY_SUPPORT_SAFE_COUNTRY = "early_support_safe_country"
    EARLY_SUPPORT_NOT_MEANT = "early_support_not_meant"
    SGB2_RESPONSIBLE = "sgb2_responsible"
    SGB2_NEEDS_WORK_ACCESS = "sgb2_needs_work_access"
    SGB2_EXCLUDED = "sgb2_excluded"
    ASYLBLG_RESPONSIBLE = "asylblg_responsible"
    ASYLBLG_NOT_RESPONSIBLE = "asylblg_not_responsible"
    BENEFITS_OPEN = "benefits_open"
    WORK_OPPORTUNITY_OPEN = "work_opportunity_open"
    WORK_OPPORTUNITY_CLOSED = "work_opportunity_closed"
    RECOGNITION_CLAIM = "recognition_claim"
    ADVICE_OPEN = "advice_open"
    ADVICE_NOT_YET = "advice_not_yet"
    INSTRUMENT_TO_ASK = "instrument_to_ask"


@dataclass(frozen=True, slots=True)
class SupportAnswer:
    """One kind of support on the day: how far it is open, why, and until or from when."""

    support: Support
    access: Access
    code: SupportCode
    citations: tuple[str, ...]
    apply_before: bool = False
    """The application must be there before the thing begins (Antrag vor Beginn)."""
    lapses_on: date | None = None
    """First day on which a claim no longer stands."""
    opens_on: date | None = None
    missing: tuple[str, ...] = ()
