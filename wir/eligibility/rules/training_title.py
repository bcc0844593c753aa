"""Titles for one certain training or job (§§ 16g, 18a to 19d AufenthG)."""

from datetime import date

from wir.eligibility.rules.answers import (
    Answer,
    BaConsent,
    BanClass,
    BanKind,
    DecisionMode,
    allowed,
    permissible,
    refused,
)
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.grounds import because, lacking, not_covered
from wir.eligibility.rules.law import TitleLaw
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.vocabulary import Activity

# § 16g Abs. 3a AufenthG, hours a week
SIDE_JOB_HOURS = 20
_SIDE_JOB = "AufenthG:16g:3a"


def with_training_title(facts: Facts, activity: Activity, on: date, law: TitleLaw) -> Answer:
    """Return what § 16g Abs. 1, 3a AufenthG allows: the training itself, and a side job of 20 hours a week."""
    if activity is Activity.SELF_EMPLOYMENT:
        excludes = because(ReasonCode.TITLE_EXCLUDES_SELF_EMPLOYMENT, _SIDE_JOB, on)
        return refused(
            BanClass.NONE,
            BanKind.SCOPE_EXCEEDED,
            (excludes,),
            mode=DecisionMode.BEYOND_STATUTORY_SCOPE,
            self_employment=False,
        )
    if activity is Activity.EXISTING_EMPLOYMENT and facts.activity_is_title_purpose is None:
        return lacking("AufenthG:4a:3:4", on, "activity_is_title_purpose")
    if activity is Activity.VOCATIONAL_TRAINING_IN_COMPANY or (
        activity is Activity.EXISTING_EMPLOYMENT and facts.activity_is_title_purpose
    ):
        return _the_training(facts, on, law)
    return _beside_the_training(facts, on)


def _the_training(facts: Facts, on: date, law: TitleLaw) -> Answer:
    if facts.activity_is_title_purpose is None:
        return lacking("AufenthG:4a:3:4", on, "activity_is_title_purpose")
    if not facts.activity_is_title_purpose:
        return not_covered("AufenthG:16g:5", on)
    reasons = tuple(
        because(ReasonCode.TITLE_FOR_THIS_JOB, citation, on)
        for citation in ("AufenthG:4a:3:4", *law.citations)
    )
    return allowed(DecisionMode.BY_TITLE_PURPOSE, reasons, self_employment=False)


def _beside_the_training(facts: Facts, on: date) -> Answer:
    if facts.weekly_hours is None:
        return lacking(_SIDE_JOB, on, "weekly_hours")
    if facts.weekly_hours <= SIDE_JOB_HOURS:
        within = because(ReasonCode.SIDE_JOB_WITHIN_LIMIT, _SIDE_JOB, on)
        return allowed(DecisionMode.BY_LAW, (within,), self_employment=False)
    return refused(
        BanClass.NONE,
        BanKind.SCOPE_EXCEEDED,
        (because(ReasonCode.SIDE_JOB_BEYOND_LIMIT, _SIDE_JOB, on),),
        mode=DecisionMode.BEYOND_STATUTORY_SCOPE,
        self_employment=False,
    )


def by_purpose(facts: Facts, activity: Activity, on: date, law: TitleLaw) -> Answer:
    """Return what a title for one certain job allows: that job; another one by permission (§ 4a Abs. 3 S. 4)."""
    if activity is Activity.SELF_EMPLOYMENT:
        return not_covered("AufenthG:4a:3:4", on)
    if facts.activity_is_title_purpose is None:
        return lacking("AufenthG:4a:3:4", on, "activity_is_title_purpose")
    if facts.activity_is_title_purpose:
        reasons = tuple(because(ReasonCode.TITLE_FOR_THIS_JOB, citation, on) for citation in law.citations)
        return allowed(
            DecisionMode.BY_TITLE_PURPOSE,
            reasons,
            ba_consent=BaConsent.ALREADY_GIVEN,
            self_employment=law.self_employment,
        )
    if activity is Activity.TEMPORARY_AGENCY_WORK:
        return not_covered("AufenthG:39", on)  # § 40 Abs. 1 Nr. 2, whose text is not at hand
    reasons = tuple(because(ReasonCode.TITLE_FOR_ANOTHER_JOB, citation, on) for citation in law.citations)
    needed = because(ReasonCode.CONSENT_NEEDED, "AufenthG:39", on)
    return permissible(
        DecisionMode.DISCRETION,
        (*reasons, needed),
        ba_consent=BaConsent.ALREADY_GIVEN if facts.ba_consent_given else BaConsent.NEEDED,
        self_employment=law.self_employment,
    )
