"""What happens to tasks over time: put off, repeated, made by the house as a sub-project wants it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol
from uuid import UUID

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.kit.acting import Actor, acting
from wir.kit.ids import new_id
from wir.privacy.models import AuditEntry
from wir.tasks import queries
from wir.tasks.actions import (
    CannotChangeTask,
    CannotSetRule,
    finish_task,
    note_for_later,
    put_off,
    remind,
    reopen_task,
    set_rule,
)
from wir.tasks.models import Task, TaskRule
from wir.tasks.rules import (
    AUTOMATIC,
    DEADLINES,
    FIXED,
    IN_OWN_WORDS,
    Repeat,
    Rule,
    RuleProblem,
    TaskProblem,
    TaskReason,
    next_day,
    obstacles_to_rule,
    usual,
)
from wir.tasks.tests.make import make_task, worker


class Project(Protocol):
    """A sub-project of the cast; tasks know one by its ids alone."""

    network_id: UUID
    pk: UUID


DAYS = st.dates(date(2025, 1, 1), date(2030, 12, 31))


@given(due_on=DAYS, after=DAYS, repeat=st.sampled_from(Repeat))
def test_a_task_that_comes_back_is_due_after_it_was_done_and_after_its_old_day(
    due_on: date, after: date, repeat: Repeat
) -> None:
    day = next_day(due_on, repeat, after=after)

    assert day > max(due_on, after)
    assert day <= max(due_on, after) + timedelta(days=92)


def test_the_end_of_a_month_stays_the_end_of_a_month() -> None:
    assert next_day(date(2026, 1, 31), Repeat.MONTHLY, after=date(2026, 1, 31)) == date(2026, 2, 28)
    assert next_day(date(2026, 1, 31), Repeat.MONTHLY, after=date(2026, 2, 28)) == date(2026, 3, 31)
    assert next_day(date(2026, 1, 31), Repeat.QUARTERLY, after=date(2026, 1, 1)) == date(2026, 4, 30)


def test_periods_of_the_law_and_duties_cannot_be_switched_off_and_days_have_bounds() -> None:
    assert DEADLINES <= FIXED
    assert not FIXED & IN_OWN_WORDS
    for reason in FIXED:
        assert obstacles_to_rule(reason=reason, is_on=False, days=0) == [RuleProblem.NOT_SWITCHABLE]
    assert obstacles_to_rule(reason=TaskReason.LEGAL_DATE, is_on=True, days=5) == [RuleProblem.DAYS_NOT_YOURS]
    assert obstacles_to_rule(reason=TaskReason.STEP, is_on=True, days=181) == [RuleProblem.DAYS_OUT_OF_RANGE]
    assert obstacles_to_rule(reason=TaskReason.OWN, is_on=True, days=0) == [RuleProblem.NOT_AUTOMATIC]
    assert obstacles_to_rule(reason=TaskReason.SILENCE, is_on=False, days=180) == []


def test_a_task_that_repeats_is_there_again_until_that_is_taken_back(ada: User, hafen: Project) -> None:
    task = make_task(ada, place=(hafen.network_id, hafen.pk), due_on=date(2026, 11, 20))
    with acting(_worker(ada, hafen)) as actor:
        Task.objects.update(repeats="weekly", comment="by phone")
        finish_task(task=task, done_on=TODAY, actor=actor)
        after = Task.objects.exclude(pk=task.pk).get()
        assert (after.due_on, after.title, after.comment, after.repeats, after.assignee_id) == (
            date(2026, 11, 27),
            "Call the school",
            "by phone",
            "weekly",
            ada.pk,
        )

        reopen_task(task=task, actor=actor)
        assert [one.pk for one in Task.objects.all()] == [task.pk]


def test_a_deadline_is_put_off_to_its_day_at_most_and_the_database_says_so_too(
    ada: User, hafen: Project
) -> None:
    place = (hafen.network_id, hafen.pk)
    due_on = TODAY + timedelta(days=10)
    legal = make_task(ada, place=place, reason=TaskReason.LEGAL_DATE, title="", due_on=due_on)
    with acting(_worker(ada, hafen)) as actor:
        with pytest.raises(CannotChangeTask) as refusal:
            put_off(task=legal, until=due_on + timedelta(days=1), why=" ", today=TODAY, actor=actor)
        assert refusal.value.problems == [TaskProblem.REASON_MISSING, TaskProblem.AFTER_DEADLINE]
        assert Task.objects.get().remind_on is None

        assert (
            put_off(task=legal, until=due_on, why="lawyer asked", today=TODAY, actor=actor).remind_on
            == due_on
        )
        line = AuditEntry.objects.get(verb="tasks.task_put_off")
        assert line.detail == {"reason": "legal_date"}
        with pytest.raises(IntegrityError), transaction.atomic():
            Task.objects.update(remind_on=due_on + timedelta(days=1))


def test_what_the_house_noticed_is_put_off_and_comes_back_as_a_task(ada: User, hafen: Project) -> None:
    subject, until = new_id(), TODAY + timedelta(days=14)
    with acting(_worker(ada, hafen)) as actor:
        note_for_later(
            place=(hafen.network_id, hafen.pk),
            subject_id=subject,
            reason=TaskReason.SILENCE,
            until=until,
            why="away until then",
            link="",
            today=TODAY,
            actor=actor,
        )

        assert not queries.due_tasks(actor, ada.pk, TODAY)
        (task,) = queries.put_off_tasks(actor, TODAY)
        assert (task.subject_id, task.due_on, task.assignee_id) == (subject, until, ada.pk)
        assert str(task.words()) == "Wieder melden"


def test_the_house_makes_no_task_where_a_sub_project_wants_none_and_shows_it_as_early_as_it_wants(
    ada: User, hanna: User, hafen: Project, turm: Project, acting_as: AskAs
) -> None:
    with acting_as(hanna) as actor:
        _set(hafen, TaskReason.STEP, actor, is_on=False)
        _set(hafen, TaskReason.SIX_MONTHS, actor, days=5)
        _set(hafen, TaskReason.SIX_MONTHS, actor, days=7)

        assert queries.rule_for(actor, hafen.pk, TaskReason.SIX_MONTHS) == Rule(is_on=True, days=7)
        assert queries.rule_for(actor, turm.pk, TaskReason.SIX_MONTHS) == usual(TaskReason.SIX_MONTHS)
        assert [rule.days for rule in queries.history_of_rules(actor, hafen.pk)] == [7, 5, 0]
    with acting_as(ada) as actor:
        assert _remind(ada, hafen, TaskReason.STEP, actor) is None
        task = _remind(ada, hafen, TaskReason.SIX_MONTHS, actor)
        assert task is not None
        assert (task.due_on, task.remind_on) == (date(2026, 12, 1), date(2026, 11, 24))
        assert list(queries.due_tasks(actor, ada.pk, TODAY)) == [task]


def test_only_the_head_and_the_coordinator_set_rules_and_nobody_switches_a_fixed_one_off(
    ada: User, dora: User, hanna: User, hafen: Project, acting_as: AskAs
) -> None:
    with acting_as(dora) as actor:
        _set(hafen, TaskReason.SILENCE, actor, days=30)
    with acting_as(ada) as actor, pytest.raises(CannotSetRule) as refusal:
        _set(hafen, TaskReason.SILENCE, actor, days=90, may_set=False)
    assert refusal.value.problems == [RuleProblem.NOT_YOURS]
    with acting_as(ada) as actor, pytest.raises(ProgrammingError), transaction.atomic():
        _set(hafen, TaskReason.SILENCE, actor, days=90)
    with acting_as(hanna) as actor:
        with pytest.raises(IntegrityError), transaction.atomic():
            TaskRule.objects.create(
                network_id=hafen.network_id,
                project_id=hafen.pk,
                reason=TaskReason.LEGAL_DATE.value,
                is_on=False,
                days=0,
                set_by_id=hanna.pk,
            )
        assert TaskRule.objects.update(days=1) == 0
        assert TaskRule.objects.all().delete()[0] == 0
        assert [rule.days for rule in TaskRule.objects.all()] == [30]


def test_every_kind_the_house_makes_is_in_the_table() -> None:
    by_hand = {TaskReason.OWN, TaskReason.ENTRY_DATA, TaskReason.EXIT_DATA}

    assert set(AUTOMATIC) == set(TaskReason) - by_hand


def _worker(user: User, project: Project) -> Actor:
    return worker(user, (project.network_id, project.pk))


def _set(
    project: Project,
    reason: TaskReason,
    actor: Actor,
    *,
    is_on: bool = True,
    days: int = 0,
    may_set: bool = True,
) -> TaskRule:
    return set_rule(
        place=(project.network_id, project.pk),
        reason=reason,
        is_on=is_on,
        days=days,
        may_set=may_set,
        actor=actor,
    )


def _remind(user: User, project: Project, reason: TaskReason, actor: Actor) -> Task | None:
    return remind(
        place=(project.network_id, project.pk),
        subject_id=None,
        assignee_id=user.pk,
        reason=reason,
        title="Get the certificate" if reason in IN_OWN_WORDS else "",
        due_on=date(2026, 12, 1),
        link="",
        actor=actor,
    )
