"""Support, dwelling, policy, contradictions: what is answered beside the permission to work."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from wir.eligibility.rules import Activity, Facts, TargetGroup, assess
from wir.eligibility.rules.answers import BanKind
from wir.eligibility.rules.dwelling import Dwelling, DwellingCode, Obligation, dwelling_of
from wir.eligibility.rules.policy import (
    DECIDED_BY_POLICY,
    Decided,
    Policy,
    Setting,
    default_policy,
    policy_on,
)
from wir.eligibility.rules.support import Access, Support, SupportAnswer, SupportCode, support_for
from wir.eligibility.tests.persons import (
    APPLICANT,
    CAST,
    DAY,
    NEW_IN_CENTRE,
    NEWLY_TOLERATED,
    REFUGEE,
    SERBIAN_APPLICANT,
    SERBIAN_TOLERATED,
    TOLERATED,
    UNIDENTIFIED,
    WAITING_FOR_EXTENSION,
)

COURSE, LANGUAGE = Support.INTEGRATION_COURSE, Support.VOCATIONAL_LANGUAGE_COURSE
BVB, BAB, EARLY = Support.TRAINING_PREPARATION, Support.TRAINING_GRANT, Support.EARLY_SUPPORT
JOBCENTER, ASYLBLG = Support.BENEFITS_SGB2, Support.BENEFITS_ASYLBLG


def told(person: Any, **changes: Any) -> Facts:
    return Facts.from_json({**person, **changes})


def access(facts: Facts, support: Support, on: date = DAY) -> SupportAnswer:
    (found,) = (one for one in support_for(facts, on) if one.support is support)
    return found


@pytest.mark.parametrize(
    ("facts", "support", "expected", "code"),
    [
        (told(REFUGEE, title_issued_on="2026-06-01"), COURSE, Access.CLAIM, SupportCode.COURSE_CLAIM),
        (told(REFUGEE), COURSE, Access.REVIEW, SupportCode.COURSE_CLAIM_LAPSED),
        (
            told(REFUGEE, title_issued_on="2026-06-01", title_valid_until="2026-12-31"),
            COURSE,
            Access.REVIEW,
            SupportCode.COURSE_CLAIM_SHORT_TITLE,
        ),
        (told(REFUGEE, legal_basis="AufenthG:24"), COURSE, Access.NOT_OPEN, SupportCode.COURSE_STOPPED),
        (told(REFUGEE, legal_basis="AufenthG:25:3"), COURSE, Access.REVIEW, SupportCode.COURSE_STATUS_OPEN),
        (told(APPLICANT), COURSE, Access.NOT_OPEN, SupportCode.COURSE_STOPPED),
        (told(TOLERATED), COURSE, Access.NOT_OPEN, SupportCode.COURSE_NOT_FOR_THIS_DULDUNG),
        (told(TOLERATED, legal_basis="AufenthG:60c:1"), COURSE, Access.NOT_OPEN, SupportCode.COURSE_STOPPED),
        (told(APPLICANT), LANGUAGE, Access.ON_CONDITIONS, SupportCode.LANGUAGE_ON_CONDITIONS),
        (told(TOLERATED), LANGUAGE, Access.ON_CONDITIONS, SupportCode.LANGUAGE_SIX_MONTHS_OVER),
        (told(NEWLY_TOLERATED), LANGUAGE, Access.NOT_YET, SupportCode.LANGUAGE_SIX_MONTHS_RUN),
        (
            told(NEWLY_TOLERATED, legal_basis="AufenthG:60a:2:3"),
            LANGUAGE,
            Access.ON_CONDITIONS,
            SupportCode.LANGUAGE_DULDUNG_KIND,
        ),
        (told(REFUGEE), BVB, Access.ON_CONDITIONS, SupportCode.PREPARATION_ON_CONDITIONS),
        (told(APPLICANT), BVB, Access.NOT_YET, SupportCode.PREPARATION_PERIOD_RUNS),
        (told(NEW_IN_CENTRE), BVB, Access.NOT_YET, SupportCode.PREPARATION_NEEDS_WORK_ACCESS),
        (told(SERBIAN_TOLERATED), BVB, Access.NOT_OPEN, SupportCode.PREPARATION_NEEDS_WORK_ACCESS),
        (told(TOLERATED), BVB, Access.ON_CONDITIONS, SupportCode.PREPARATION_ON_CONDITIONS),
        (told(APPLICANT), BAB, Access.NOT_OPEN, SupportCode.GRANT_NOT_IN_PROCEDURE),
        (told(TOLERATED), BAB, Access.ON_CONDITIONS, SupportCode.GRANT_ON_CONDITIONS),
        (told(NEWLY_TOLERATED), BAB, Access.NOT_YET, SupportCode.GRANT_PERIOD_RUNS),
        (told(NEW_IN_CENTRE), EARLY, Access.ON_CONDITIONS, SupportCode.EARLY_SUPPORT_POSSIBLE),
        (told(SERBIAN_APPLICANT), EARLY, Access.NOT_OPEN, SupportCode.EARLY_SUPPORT_SAFE_COUNTRY),
        (told(APPLICANT), EARLY, Access.NOT_OPEN, SupportCode.EARLY_SUPPORT_NOT_MEANT),
        (told(REFUGEE), JOBCENTER, Access.ON_CONDITIONS, SupportCode.SGB2_RESPONSIBLE),
        (told(REFUGEE), ASYLBLG, Access.NOT_OPEN, SupportCode.ASYLBLG_NOT_RESPONSIBLE),
        (told(TOLERATED), JOBCENTER, Access.NOT_OPEN, SupportCode.SGB2_EXCLUDED),
        (told(APPLICANT), ASYLBLG, Access.ON_CONDITIONS, SupportCode.ASYLBLG_RESPONSIBLE),
        (
            told(REFUGEE, legal_basis="AufenthG:25:4:1"),
            ASYLBLG,
            Access.ON_CONDITIONS,
            SupportCode.ASYLBLG_RESPONSIBLE,
        ),
        (told(REFUGEE, legal_basis="AufenthG:25:5"), JOBCENTER, Access.REVIEW, SupportCode.BENEFITS_OPEN),
        (told(REFUGEE, legal_basis="AufenthG:25:4"), JOBCENTER, Access.REVIEW, SupportCode.BENEFITS_OPEN),
        (
            told(TOLERATED),
            Support.WORK_OPPORTUNITY,
            Access.ON_CONDITIONS,
            SupportCode.WORK_OPPORTUNITY_OPEN,
        ),
        (
            told(
                REFUGEE,
                status="niederlassungserlaubnis",
                legal_basis="AufenthG:23:2",
                title_issued_on="2026-06-01",
            ),
            COURSE,
            Access.CLAIM,
            SupportCode.COURSE_CLAIM,
        ),
        (told(WAITING_FOR_EXTENSION), COURSE, Access.REVIEW, SupportCode.COURSE_TO_CHECK),
        (
            told(REFUGEE, title_issued_on="2026-06-01", title_valid_until="2027-05-30"),
            COURSE,
            Access.REVIEW,
            SupportCode.COURSE_CLAIM_SHORT_TITLE,
        ),
        (
            told(REFUGEE, title_issued_on="2026-06-01", title_valid_until="2027-05-31"),
            COURSE,
            Access.CLAIM,
            SupportCode.COURSE_CLAIM,
        ),
        (
            told(NEW_IN_CENTRE, birth_date="2013-01-01"),
            EARLY,
            Access.ON_CONDITIONS,
            SupportCode.EARLY_SUPPORT_POSSIBLE,
        ),
        (
            told(APPLICANT, birth_date="2013-01-01"),
            EARLY,
            Access.NOT_OPEN,
            SupportCode.EARLY_SUPPORT_NOT_MEANT,
        ),
        (told(TOLERATED), Support.RECOGNITION_ADVICE, Access.OPEN, SupportCode.ADVICE_OPEN),
        (told(UNIDENTIFIED), Support.RECOGNITION, Access.CLAIM, SupportCode.RECOGNITION_CLAIM),
        (told(TOLERATED), Support.TRAINING_VOUCHER, Access.REVIEW, SupportCode.INSTRUMENT_TO_ASK),
    ],
)
def test_support_follows_from_status_and_time(
    facts: Facts, support: Support, expected: Access, code: SupportCode
) -> None:
    found = access(facts, support)

    assert (found.access, found.code) == (expected, code)


def test_the_claim_to_a_course_lapses_a_year_after_issue() -> None:
    facts = told(REFUGEE, title_issued_on="2026-03-01")

    assert access(facts, COURSE, date(2027, 2, 28)).lapses_on == date(2027, 3, 1)
    assert access(facts, COURSE, date(2027, 2, 28)).access is Access.CLAIM
    assert access(facts, COURSE, date(2027, 3, 1)).access is Access.REVIEW


def test_admissions_are_stopped_for_2026_and_nobody_knows_what_comes_then() -> None:
    assert access(told(APPLICANT), COURSE, date(2026, 12, 31)).access is Access.NOT_OPEN
    assert access(told(APPLICANT), COURSE, date(2027, 1, 1)).access is Access.REVIEW


def test_waiting_for_support_names_its_day() -> None:
    assert access(told(NEWLY_TOLERATED), LANGUAGE).opens_on == date(2027, 4, 1)
    assert access(told(NEWLY_TOLERATED), BVB).opens_on == date(2027, 1, 1)
    assert access(told(NEWLY_TOLERATED), BAB).opens_on == date(2028, 1, 1)


def test_of_days_whose_texts_are_not_at_hand_support_is_for_a_person_to_check() -> None:
    assert {one.access for one in support_for(told(REFUGEE), date(2023, 5, 1))} == {Access.REVIEW}


def test_what_is_not_known_of_the_status_is_asked_for() -> None:
    missing = {one.support: one.missing for one in support_for(Facts(), DAY) if one.missing}

    assert missing[COURSE] == ("status",)
    assert missing[BVB] == ("status", "birth_date")


def test_every_kind_of_support_is_answered_once_and_instruments_are_applied_for_before_they_begin() -> None:
    for person in CAST.values():
        answers = support_for(told(person), DAY)
        assert [one.support for one in answers].count(COURSE) == 1
        assert {one.support for one in answers} == set(Support)
    before = {one.support for one in support_for(told(REFUGEE), DAY) if one.apply_before}
    assert {Support.ACTIVATION_VOUCHER, Support.INTEGRATION_SUBSIDY, Support.ASSISTED_TRAINING} <= before


def test_commuting_is_not_moving_and_lifting_comes_before_the_move() -> None:
    dwelling = Dwelling(
        obligation=Obligation.AFTER_RECOGNITION,
        since=date(2025, 2, 1),
        bound_to_area=False,
        weekly_hours=15,
        consent_asked_on=date(2026, 11, 2),
        lifted_for_job_from=date(2026, 10, 1),
    )

    assert [(one.code, one.on) for one in dwelling_of(dwelling)] == [
        (DwellingCode.MUST_LIVE_THERE, None),
        (DwellingCode.COMMUTING_IS_NOT_MOVING, None),
        (DwellingCode.LIFT_BEFORE_MOVING, None),
        (DwellingCode.OBLIGATION_ENDS, date(2028, 2, 1)),
        (DwellingCode.CONSENT_COUNTS_AS_GIVEN, date(2026, 11, 30)),
        (DwellingCode.OBLIGATION_REVIVES, date(2027, 1, 1)),
    ]
    few = replace(dwelling, weekly_hours=14)
    assert DwellingCode.HOURS_TOO_FEW in {one.code for one in dwelling_of(few)}


@pytest.mark.parametrize(
    ("dwelling", "codes"),
    [
        (Dwelling(), {DwellingCode.AREA_UNKNOWN, DwellingCode.OBLIGATION_UNKNOWN}),
        (Dwelling(obligation=Obligation.NONE, bound_to_area=False), {DwellingCode.NO_OBLIGATION}),
        (
            Dwelling(obligation=Obligation.WITH_DULDUNG, bound_to_area=True),
            {
                DwellingCode.MAY_NOT_LEAVE_AREA,
                DwellingCode.MUST_LIVE_THERE,
                DwellingCode.COMMUTING_IS_NOT_MOVING,
                DwellingCode.ASK_AUTHORITY,
            },
        ),
    ],
)
def test_living_and_moving_follow_from_what_was_told(dwelling: Dwelling, codes: set[DwellingCode]) -> None:
    assert {one.code for one in dwelling_of(dwelling)} == codes


def group(person: Any, policy: Policy | None = None) -> TargetGroup:
    return assess(told(person), activity=Activity.EMPLOYMENT_UNSKILLED, on=DAY, policy=policy).target_group


def test_where_the_source_is_silent_a_person_is_asked() -> None:
    policy = default_policy()

    assert set(policy) == set(DECIDED_BY_POLICY)
    assert {kind for kind, setting in policy.items() if setting is Setting.REFUSE} == {
        BanKind.BENEFIT_MOTIVE_60A_6_1,
        BanKind.SAFE_COUNTRY_60A_6_3,
        BanKind.EU_SAFE_COUNTRY_60A_6_3,
    }
    assert set(policy.values()) == {Setting.REFUSE, Setting.ASK}
    assert (group(UNIDENTIFIED), group(SERBIAN_TOLERATED)) == (TargetGroup.REVIEW, TargetGroup.NO)


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        (Setting.ADMIT, TargetGroup.YES),
        (Setting.REFUSE, TargetGroup.NO),
        (Setting.ASK, TargetGroup.REVIEW),
    ],
)
def test_a_network_reads_a_curable_ban_in_one_of_three_ways(setting: Setting, expected: TargetGroup) -> None:
    entries = [Decided(BanKind.UNCLARIFIED_IDENTITY_60B, setting, DAY)]

    assert group(UNIDENTIFIED, policy_on(entries, DAY)) is expected
    assert group(UNIDENTIFIED, policy_on(entries, date(2026, 11, 21))) is TargetGroup.REVIEW
    assert group(TOLERATED, policy_on(entries, DAY)) is TargetGroup.YES


def test_the_newest_reading_counts_from_its_day() -> None:
    kind = BanKind.SAFE_COUNTRY_ASYLUM_PROCEDURE
    entries = [
        Decided(kind, Setting.REFUSE, date(2026, 3, 1)),
        Decided(kind, Setting.ADMIT, date(2026, 9, 1)),
    ]

    read = [policy_on(entries, day)[kind] for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 9, 1))]

    assert read == [Setting.ASK, Setting.REFUSE, Setting.ADMIT]
    assert group(SERBIAN_APPLICANT, policy_on(entries, DAY)) is TargetGroup.YES
