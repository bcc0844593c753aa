from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.cast import TODAY, make_user
from wir.accounts.models import User
from wir.kit import events
from wir.kit.acting import Actor, ActorKind, acting
from wir.kit.ids import new_id
from wir.privacy.models import AuditEntry
from wir.tasks import queries
from wir.tasks.actions import CannotAddTask, CannotFinishTask, finish_task, reopen_task
from wir.tasks.events import TaskFinished, TaskReopened
from wir.tasks.models import WORDS, Task
from wir.tasks.rules import TaskProblem, TaskReason, obstacles_to_task
from wir.tasks.tests.make import PLACE, make_task, worker


@pytest.fixture
def mia(db: None) -> User:
    return make_user("Mia")


@pytest.fixture
def as_mia(mia: User) -> Iterator[Actor]:
    with acting(worker(mia)) as actor:
        yield actor


def test_own_words_are_needed_where_no_machine_has_any() -> None:
    assert obstacles_to_task(reason=TaskReason.OWN, title="") == [TaskProblem.TITLE_MISSING]
    assert obstacles_to_task(reason=TaskReason.STEP, title="") == [TaskProblem.TITLE_MISSING]
    assert obstacles_to_task(reason=TaskReason.PERMIT_ENDS, title="") == []


def test_every_reason_has_words_for_the_screen() -> None:
    assert set(WORDS) == set(TaskReason)


def test_a_task_says_its_own_words_or_those_of_its_reason() -> None:
    assert Task(reason="own", title="Call the school").words() == "Call the school"
    assert str(Task(reason="first_week").words()) == "Nachfrage nach der ersten Woche"


def test_a_check_in_is_done_on_its_page_when_it_has_one() -> None:
    assert Task(reason="four_weeks", link="/faelle/").needs_its_page() is True
    assert Task(reason="four_weeks", link="").needs_its_page() is False
    assert Task(reason="step", link="/faelle/").needs_its_page() is False


def test_a_task_is_made_and_audited_without_its_words(mia: User) -> None:
    task = make_task(mia, title=" Call the school ")

    assert (task.title, task.reason, task.done_on) == ("Call the school", "own", None)
    with acting(worker(mia)):
        line = AuditEntry.objects.get()
    assert (line.verb, line.actor_id, line.detail) == ("tasks.task_added", mia.pk, {"reason": "own"})


def test_a_refused_task_writes_nothing(mia: User) -> None:
    with pytest.raises(CannotAddTask) as refusal:
        make_task(mia, title="  ")

    assert refusal.value.problems == [TaskProblem.TITLE_MISSING]
    with acting(worker(mia)):
        assert not Task.objects.exists()
        assert not AuditEntry.objects.exists()


def test_a_finished_task_is_announced(mia: User, as_mia: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    monkeypatch.setitem(events._reactions, TaskFinished, [heard.append])
    subject = new_id()
    task = make_task(mia, subject_id=subject, reason=TaskReason.PERMIT_ENDS, title="")

    assert finish_task(task=task, done_on=TODAY, actor=as_mia).done_on == TODAY
    assert heard == [
        TaskFinished(
            task_id=task.pk,
            reason=TaskReason.PERMIT_ENDS,
            network_id=PLACE[0],
            subject_id=subject,
            done_on=TODAY,
            actor=as_mia,
        )
    ]


def test_a_task_is_finished_once(mia: User, as_mia: Actor) -> None:
    task = make_task(mia)
    finish_task(task=task, done_on=date(2026, 11, 20), actor=as_mia)

    with pytest.raises(CannotFinishTask) as refusal:
        finish_task(task=task, done_on=TODAY, actor=as_mia)

    assert refusal.value.problems == [TaskProblem.ALREADY_DONE]
    assert Task.objects.get().done_on == date(2026, 11, 20)


@pytest.mark.parametrize("reason", [TaskReason.REMEDY_ENDS, TaskReason.REMEDY_AHEAD, TaskReason.FOUR_WEEKS])
def test_what_is_done_by_recording_it_is_not_ticked_off(reason: TaskReason, mia: User, as_mia: Actor) -> None:
    task = make_task(mia, subject_id=new_id(), reason=reason, title="", link="/faelle/")

    with pytest.raises(CannotFinishTask) as refusal:
        finish_task(task=task, done_on=TODAY, actor=as_mia)

    assert refusal.value.problems == [TaskProblem.NOT_RECORDED]
    assert Task.objects.get().done_on is None
    assert not AuditEntry.objects.filter(verb="tasks.task_finished").exists()
    assert finish_task(task=task, done_on=TODAY, actor=as_mia, recorded=True).done_on == TODAY


def test_a_task_is_taken_back_and_announced(
    mia: User, as_mia: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[TaskReopened] = []
    monkeypatch.setitem(events._reactions, TaskReopened, [heard.append])
    task = make_task(mia)
    finish_task(task=task, done_on=TODAY, actor=as_mia)

    assert reopen_task(task=task, actor=as_mia).done_on is None
    assert [event.task_id for event in heard] == [task.pk]


def test_an_open_task_cannot_be_taken_back(mia: User, as_mia: Actor) -> None:
    task = make_task(mia)

    with pytest.raises(CannotFinishTask) as refusal:
        reopen_task(task=task, actor=as_mia)

    assert refusal.value.problems == [TaskProblem.NOT_DONE]
    assert AuditEntry.objects.filter(verb="tasks.task_reopened").count() == 0


def test_the_longest_due_comes_first_and_done_ones_are_gone(mia: User, as_mia: Actor) -> None:
    late = make_task(mia, due_on=date(2026, 12, 1))
    overdue = make_task(mia, due_on=date(2026, 11, 1))
    done = make_task(mia, due_on=date(2026, 10, 1))
    finish_task(task=done, done_on=TODAY, actor=as_mia)

    assert list(queries.open_tasks(as_mia)) == [overdue, late]
    assert list(queries.due_tasks(as_mia, mia.pk, TODAY)) == [overdue]
    assert list(queries.done_tasks(as_mia, since=TODAY)) == [done]


def test_a_list_can_be_of_one_assignee_or_one_person(mia: User, as_mia: Actor) -> None:
    subject = new_id()
    mine = make_task(mia)
    about = make_task(mia, subject_id=subject, shared=True)

    assert list(queries.open_tasks(as_mia, assignee_id=mia.pk)) == [mine]
    assert list(queries.open_tasks(as_mia, subject_id=subject)) == [about]


def test_people_released_to_somebody_bring_their_tasks(mia: User) -> None:
    subject = new_id()
    task = make_task(mia, subject_id=subject)
    make_task(mia)

    helper = Actor(kind=ActorKind.USER, id=new_id(), networks=PLACE[:1], subjects=(subject,))
    with acting(helper):
        assert list(queries.open_tasks(helper)) == [task]
        assert list(Task.objects.all()) == [task]


def test_others_see_no_task_even_when_a_query_forgets_its_filter(mia: User) -> None:
    task = make_task(mia)

    for stranger in (
        Actor(kind=ActorKind.USER, id=new_id(), networks=PLACE[:1], projects=(new_id(),)),
        Actor(kind=ActorKind.USER, id=new_id(), networks=(new_id(),), projects=PLACE[1:]),
        Actor(kind=ActorKind.USER, id=new_id(), networks=PLACE[:1], overseen=PLACE[:1]),
    ):
        with acting(stranger):
            assert queries.task_or_none(stranger, task.pk) is None
            assert not Task.objects.exists()
            with pytest.raises(Task.DoesNotExist):
                finish_task(task=task, done_on=TODAY, actor=stranger)
