from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling import queries
from wir.counselling.actions import CannotPlan, add_step, agree_goal, finish_step, reach_goal
from wir.counselling.models import Goal, Stay, Step
from wir.counselling.rules import PlanProblem, Stage
from wir.counselling.tests.make import make_goal, make_step
from wir.kit.acting import acting
from wir.network.actions import as_job
from wir.network.models import Project
from wir.privacy.models import AuditEntry
from wir.tasks.actions import finish_task, reopen_task
from wir.tasks.models import Task

SignIn = Callable[[User], Client]
Flat = Callable[[Callable[[], object], Callable[[], object]], None]


def plan_of(stay: Stay) -> str:
    return reverse("counselling:plan", args=[stay.person_id])


@pytest.fixture
def goal(stay: Stay, ada: User) -> Goal:
    return make_goal(stay.person, ada)


def test_a_goal_is_agreed_on_and_audited(stay: Stay, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        goal = agree_goal(
            person=stay.person,
            title="  Learn to weld ",
            stage=Stage.QUALIFICATION,
            agreed_on=TODAY,
            today=TODAY,
            actor=actor,
        )

        assert (goal.title, goal.stage, goal.agreed_on) == ("Learn to weld", "qualification", TODAY)
        assert AuditEntry.objects.get(verb="counselling.goal_agreed").subject_id == stay.person_id


def test_a_refused_goal_writes_nothing(stay: Stay, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(CannotPlan) as refusal:
            agree_goal(
                person=stay.person,
                title="Learn to weld",
                stage=Stage.QUALIFICATION,
                agreed_on=date(2026, 11, 25),
                today=TODAY,
                actor=actor,
            )

        assert refusal.value.problems == [PlanProblem.IN_FUTURE]
        assert not Goal.objects.exists()
        assert not AuditEntry.objects.filter(actor_id=ada.pk).exists()


def test_a_step_with_a_day_is_a_task_of_whoever_planned_it(goal: Goal, ada: User, acting_as: AskAs) -> None:
    step = make_step(goal, ada, title="Write to two firms", due_on=date(2026, 12, 1))

    with acting_as(ada):
        task = Task.objects.get()
    assert step.task_id == task.pk
    assert (task.reason, task.title, task.due_on) == ("step", "Write to two firms", date(2026, 12, 1))
    assert (task.assignee_id, task.subject_id, task.done_on) == (ada.pk, goal.person_id, None)
    assert task.link == f"/faelle/{goal.person_id}/plan/"


def test_a_step_without_a_day_reminds_nobody(goal: Goal, ada: User, acting_as: AskAs) -> None:
    step = make_step(goal, ada, due_on=None)

    assert step.task_id is None
    with acting_as(ada):
        assert not Task.objects.exists()


def test_a_step_that_the_machine_plans_is_a_task_of_the_stay_s_advisor(
    goal: Goal, ada: User, hafen: Project
) -> None:
    job = as_job(hafen)
    with acting(job):
        add_step(goal=goal, title="Apply", due_on=TODAY, today=TODAY, actor=job)

        assert Task.objects.get().assignee_id == ada.pk


def test_a_refused_step_writes_neither_step_nor_task(goal: Goal, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(CannotPlan) as refusal:
            add_step(goal=goal, title="Apply", due_on=date(2026, 11, 23), today=TODAY, actor=actor)

        assert refusal.value.problems == [PlanProblem.DUE_IN_PAST]
        assert not Step.objects.exists()
        assert not Task.objects.exists()


def test_a_finished_step_finishes_its_task(goal: Goal, ada: User, acting_as: AskAs) -> None:
    step = make_step(goal, ada)
    with acting_as(ada) as actor:
        done = finish_step(step=step, done_on=TODAY, today=TODAY, actor=actor)

        assert done.done_on == TODAY
        assert Task.objects.get().done_on == TODAY
        with pytest.raises(CannotPlan) as refusal:
            finish_step(step=step, done_on=TODAY, today=TODAY, actor=actor)
    assert refusal.value.problems == [PlanProblem.STEP_DONE]


def test_a_finished_task_finishes_its_step_and_a_reopened_one_reopens_it(
    goal: Goal, ada: User, acting_as: AskAs
) -> None:
    make_step(goal, ada)
    with acting_as(ada) as actor:
        finish_task(task=Task.objects.get(), done_on=TODAY, actor=actor)
        assert Step.objects.get().done_on == TODAY

        reopen_task(task=Task.objects.get(), actor=actor)
        assert Step.objects.get().done_on is None


def test_a_reached_goal_asks_for_no_more_steps(goal: Goal, ada: User, acting_as: AskAs) -> None:
    make_step(goal, ada)
    with acting_as(ada) as actor:
        reached = reach_goal(goal=goal, reached_on=TODAY, today=TODAY, actor=actor)

        assert reached.reached_on == TODAY
        assert Task.objects.get().done_on == TODAY
        assert Step.objects.get().done_on is None
        with pytest.raises(CannotPlan) as refusal:
            add_step(goal=goal, title="Apply", due_on=None, today=TODAY, actor=actor)
        assert refusal.value.problems == [PlanProblem.GOAL_REACHED]
        with pytest.raises(CannotPlan) as again:
            reach_goal(goal=goal, reached_on=TODAY, today=TODAY, actor=actor)
        assert again.value.problems == [PlanProblem.GOAL_REACHED]


@pytest.mark.parametrize("who", ["bela", "cem", "dora", "emil"])
def test_others_see_no_plan_even_when_a_query_forgets_its_filter(
    goal: Goal, ada: User, who: str, request: pytest.FixtureRequest
) -> None:
    make_step(goal, ada)
    acting_as: AskAs = request.getfixturevalue("acting_as")

    with acting_as(request.getfixturevalue(who)) as actor:
        assert not queries.goals_of(actor, goal.person_id)
        assert not Goal.objects.exists()
        assert not Step.objects.exists()
        assert not Task.objects.exists()


def test_the_whole_plan_is_made_in_the_browser_without_javascript(
    stay: Stay, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    browser = sign_in(ada)
    agreed = browser.post(
        reverse("counselling:agree_goal", args=[stay.person_id]),
        {"title": "Work as an electrician", "stage": "placement", "agreed_on": "2026-11-24"},
    )
    with acting_as(ada):
        goal = Goal.objects.get()
    added = browser.post(
        reverse("counselling:add_step", args=[stay.person_id, goal.pk]),
        {"title": "Write to two firms", "due_on": "2026-12-01"},
    )
    with acting_as(ada):
        step = Step.objects.get()
    finished = browser.post(reverse("counselling:finish_step", args=[stay.person_id, step.pk]))
    reached = browser.post(reverse("counselling:reach_goal", args=[stay.person_id, goal.pk]))
    body = browser.get(plan_of(stay)).content.decode()

    for response in (agreed, added, finished, reached):
        assert (response.status_code, response.headers["Location"]) == (302, plan_of(stay))
    assert "Work as an electrician" in body
    assert "erledigt am 24.11.2026" in body
    assert "erreicht am 24.11.2026" in body


def test_a_refused_step_is_explained_beside_its_goal(
    goal: Goal, stay: Stay, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    response = sign_in(ada).post(
        reverse("counselling:add_step", args=[stay.person_id, goal.pk]),
        {"title": "Write to two firms", "due_on": "2026-11-23"},
        headers={"HX-Request": "true"},
    )

    body = response.content.decode()
    assert response.status_code == 422
    assert "23.11.2026 ist vorbei" in body
    assert "Write to two firms" in body
    assert "<html" not in body
    with acting_as(ada):
        assert not Step.objects.exists()


def test_a_button_pressed_twice_says_so_and_changes_nothing(
    goal: Goal, stay: Stay, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    step = make_step(goal, ada)
    url = reverse("counselling:finish_step", args=[stay.person_id, step.pk])
    browser = sign_in(ada)
    browser.post(url)
    response = browser.post(url, follow=True)

    assert "bereits erledigt" in response.content.decode()
    with acting_as(ada):
        assert AuditEntry.objects.filter(actor_id=ada.pk, verb="counselling.step_finished").count() == 1


def test_after_signing_in_again_a_sent_form_leads_back_to_the_plan(
    goal: Goal, stay: Stay, ada: User, sign_in: SignIn
) -> None:
    response = sign_in(ada).get(reverse("counselling:add_step", args=[stay.person_id, goal.pk]))

    assert (response.status_code, response.headers["Location"]) == (302, plan_of(stay))


@pytest.mark.parametrize("who", ["bela", "cem", "dora"])
def test_strangers_find_no_plan(
    goal: Goal, stay: Stay, who: str, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    step = make_step(goal, stay.advisor)
    browser = sign_in(request.getfixturevalue(who))

    addresses = [
        reverse("counselling:agree_goal", args=[stay.person_id]),
        reverse("counselling:add_step", args=[stay.person_id, goal.pk]),
        reverse("counselling:reach_goal", args=[stay.person_id, goal.pk]),
        reverse("counselling:finish_step", args=[stay.person_id, step.pk]),
    ]
    assert browser.get(plan_of(stay)).status_code == 404
    assert [browser.post(address, {"title": "x"}).status_code for address in addresses] == [404] * 4


def test_a_goal_is_found_under_its_own_person_alone(
    goal: Goal, stay: Stay, ada: User, sign_in: SignIn
) -> None:
    other = reverse("counselling:reach_goal", args=[goal.pk, goal.pk])

    assert sign_in(ada).post(other).status_code == 404


def test_the_plan_costs_the_same_however_long(
    goal: Goal, stay: Stay, ada: User, sign_in: SignIn, queries_stay_flat: Flat
) -> None:
    browser = sign_in(ada)

    queries_stay_flat(lambda: browser.get(plan_of(stay)), lambda: make_step(make_goal(stay.person, ada), ada))
