"""Circumstances become facts of the rules; what cannot be is refused."""

from __future__ import annotations

from datetime import date

from tests.cast import TODAY
from wir.eligibility.rules import Activity, Facts, MayWork
from wir.eligibility.rules.answers import Answer, DecisionMode
from wir.eligibility.rules.circumstances import (
    CircumstanceProblem,
    Circumstances,
    PermissionGiven,
    problems_of_circumstances,
    with_circumstances,
)
from wir.eligibility.rules.facts import AsylumOutcome, WorkPermission
from wir.eligibility.rules.paper import paper_contradicts
from wir.eligibility.rules.vocabulary import AcceleratedGround, Decision, PermittedDuring, WorkNote
from wir.kit.periods import Period

HELPER = Activity.EMPLOYMENT_UNSKILLED


def test_nothing_told_leaves_every_fact_unknown() -> None:
    assert with_circumstances(Facts(), Circumstances()) == Facts()


def test_nowhere_protected_is_known_and_empty() -> None:
    facts = with_circumstances(Facts(), Circumstances(protected_in="none"))

    assert facts.protection_in_other_state == frozenset()
    assert with_circumstances(
        Facts(), Circumstances(protected_in="GRC")
    ).protection_in_other_state == frozenset({"GRC"})


def test_details_of_a_decision_count_only_where_the_decision_is_known() -> None:
    told = Circumstances(outcome_final=True, accelerated_procedure_ground=AcceleratedGround.NONE)
    known = Facts(asylum_outcome=AsylumOutcome(Decision.REFUGEE_STATUS))

    assert with_circumstances(Facts(), told).asylum_outcome is None
    assert with_circumstances(known, told).asylum_outcome == AsylumOutcome(
        Decision.REFUGEE_STATUS, final=True
    )


def test_a_permission_lasts_through_its_last_day() -> None:
    told = Circumstances(
        permission_given=PermissionGiven.DULDUNG,
        permission_same_job=True,
        permission_from=date(2026, 3, 1),
        permission_until=date(2027, 2, 28),
    )

    assert with_circumstances(Facts(), told).work_permissions == (
        WorkPermission(Period(date(2026, 3, 1), date(2027, 3, 1)), PermittedDuring.DULDUNG, same_job=True),
    )
    assert with_circumstances(Facts(), Circumstances(permission_given=PermissionGiven.NONE)) == Facts(
        work_permissions=()
    )


def test_every_problem_is_told_at_once() -> None:
    told = Circumstances(
        title_applied_on=date(2026, 11, 25),
        identity_clarified_on=date(2026, 11, 25),
        permission_given=PermissionGiven.TITLE,
    )

    assert problems_of_circumstances(told, today=TODAY) == [
        CircumstanceProblem.APPLIED_IN_FUTURE,
        CircumstanceProblem.CLARIFIED_IN_FUTURE,
        CircumstanceProblem.PERMISSION_WITHOUT_START,
        CircumstanceProblem.PERMISSION_WITHOUT_JOB,
    ]


def test_a_permission_of_one_day_is_allowed_and_one_that_ends_before_it_begins_is_not() -> None:
    day = date(2026, 3, 1)
    backwards = Circumstances(permission_from=day, permission_until=date(2026, 2, 28))

    assert (
        problems_of_circumstances(Circumstances(permission_from=day, permission_until=day), today=TODAY) == []
    )
    assert problems_of_circumstances(backwards, today=TODAY) == [
        CircumstanceProblem.PERMISSION_ENDS_BEFORE_START
    ]


def test_the_paper_contradicts_an_answer_that_says_more_or_less() -> None:
    def contradicts(may_work: MayWork, note: WorkNote | None, mode: DecisionMode | None = None) -> bool:
        answer = Answer(may_work=may_work, reasons=(), decision_mode=mode)
        return paper_contradicts(answer, Facts(document_work_note=note), HELPER)

    assert contradicts(MayWork.YES, WorkNote.BESCHAEFTIGUNG_NUR_MIT_ERLAUBNIS)
    assert contradicts(MayWork.YES_WITH_PERMISSION, WorkNote.ERWERBSTAETIGKEIT_NICHT_ERLAUBT)
    assert contradicts(MayWork.NO, WorkNote.BESCHAEFTIGUNG_ERLAUBT)
    assert not contradicts(MayWork.YES, None)
    assert not contradicts(MayWork.YES, WorkNote.ERWERBSTAETIGKEIT_ERLAUBT)
    assert not contradicts(MayWork.YES_WITH_PERMISSION, WorkNote.BESCHAEFTIGUNG_NUR_MIT_ERLAUBNIS)
    assert not contradicts(MayWork.YES, WorkNote.ERWERBSTAETIGKEIT_NICHT_ERLAUBT, DecisionMode.NOT_EMPLOYMENT)
    assert not contradicts(MayWork.UNDECIDED, WorkNote.ERWERBSTAETIGKEIT_ERLAUBT)
