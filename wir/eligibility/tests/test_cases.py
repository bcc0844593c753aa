"""Our own cases come out as the provision beside each of them says; together they reach every value of an answer."""

import pytest

from wir.eligibility.rules import Answer, Facts, MayWork, ReasonCode, TargetGroup, assess
from wir.eligibility.rules.answers import (
    AuthorityPermission,
    BaConsent,
    BanClass,
    BanKind,
    DecisionMode,
)
from wir.eligibility.rules.assessment import contradicted
from wir.eligibility.rules.contradictions import contradictions
from wir.eligibility.tests import cases
from wir.eligibility.tests.branches import BRANCHES
from wir.eligibility.tests.cases import Own
from wir.eligibility.tests.persons import DAY

CASES = [*cases.CASES, *BRANCHES]
LEAST = 60


def answered(case: Own) -> Answer:
    facts = Facts.from_json({**case.person, **case.changes})
    return assess(facts, activity=case.activity, on=case.on)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_provision_decides_the_case(case: Own) -> None:
    answer = answered(case)

    values = (answer.may_work, answer.decision_mode, answer.ba_consent, answer.ban_kind, answer.earliest_on)
    assert " ".join("-" if value is None else str(value) for value in values) == case.expected
    cited = {":".join(reason.citation.split(":")[:2]) for reason in answer.reasons}
    assert ":".join(case.statute.split(":")[:2]) in cited


def test_there_are_enough_of_them_and_no_name_comes_twice() -> None:
    assert len(CASES) >= LEAST
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_case_contradicts_itself(case: Own) -> None:
    assert contradictions(Facts.from_json({**case.person, **case.changes}), case.on) == ()


def test_every_value_of_an_answer_is_reached() -> None:
    answers = [answered(case) for case in CASES]

    assert {one.may_work for one in answers} == set(MayWork)
    assert {one.authority_permission for one in answers} == {*AuthorityPermission, None}
    assert {one.decision_mode for one in answers} == {*DecisionMode, None}
    assert {one.ba_consent for one in answers} == {*BaConsent, None}
    assert {one.ban_class for one in answers} == {*BanClass, None}
    assert {one.ban_kind for one in answers} == {*BanKind, None}
    assert {one.target_group for one in answers} == set(TargetGroup)


def test_every_reason_is_given_somewhere() -> None:
    given = {reason.code for case in CASES for reason in answered(case).reasons}
    # facts that exclude each other are found before the rules are asked
    elsewhere = {reason.code for reason in contradicted((), DAY).reasons}

    assert set(ReasonCode) - given - elsewhere == set()
