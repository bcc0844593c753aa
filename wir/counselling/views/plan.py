"""The plan of a person: goals by stage, steps under each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.counselling import actions, queries
from wir.counselling.forms import OWNERS, PLAN_EXPLANATIONS, STAGES, GoalForm, StepForm
from wir.counselling.rules import PlanProblem, Stage
from wir.counselling.rules.checklists import check_papers
from wir.counselling.rules.ways import Owner, way_of
from wir.files import queries as files
from wir.files.models import KINDS
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.people import queries as people

if TYPE_CHECKING:
    from datetime import date

    from wir.counselling.models import Goal
    from wir.files.rules import FileKind
    from wir.people.queries import CaseHeader


@require_safe
@login_required
def plan(request: HttpRequest, person_id: UUID) -> HttpResponse:
    return _show(request, _case(request, person_id))


# A form sent after the session ended leads through the sign-in to its own address, with GET; so each answers that too.


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def agree_goal(request: HttpRequest, person_id: UUID) -> HttpResponse:
    case = _case(request, person_id)
    if request.method != "POST":
        return _to_plan(request, person_id)
    form = GoalForm(request.POST)
    if form.is_valid():
        try:
            actions.agree_goal(
                person=case.person,
                title=form.cleaned_data["title"],
                stage=Stage(form.cleaned_data["stage"]),
                agreed_on=form.cleaned_data["agreed_on"],
                today=timezone.localdate(),
                actor=actor_of(request),
            )
        except actions.CannotPlan as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The goal has been recorded."))
            return _to_plan(request, person_id)
    return _show(request, case, goal_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def add_step(request: HttpRequest, person_id: UUID, goal_id: UUID) -> HttpResponse:
    case, goal = _case(request, person_id), _goal(request, person_id, goal_id)
    if request.method != "POST":
        return _to_plan(request, person_id)
    form = StepForm(request.POST, auto_id=_ids(goal))
    if form.is_valid():
        try:
            actions.add_step(
                goal=goal,
                title=form.cleaned_data["title"],
                due_on=form.cleaned_data["due_on"],
                owner=Owner(form.cleaned_data["owner"] or Owner.PERSON),
                evidence=form.cleaned_data["evidence"],
                today=timezone.localdate(),
                actor=actor_of(request),
            )
        except actions.CannotPlan as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The step has been recorded."))
            return _to_plan(request, person_id)
    return _show(request, case, step_form=(goal.pk, form))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def finish_step(request: HttpRequest, person_id: UUID, step_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    step = queries.step_or_none(actor, person_id, step_id)
    if step is None:
        raise Http404
    return _tick(
        request,
        person_id,
        lambda: actions.finish_step(step=step, done_on=today, today=today, actor=actor),
        _("The step is done."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def reach_goal(request: HttpRequest, person_id: UUID, goal_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    goal = _goal(request, person_id, goal_id)
    return _tick(
        request,
        person_id,
        lambda: actions.reach_goal(goal=goal, reached_on=today, today=today, actor=actor),
        _("The goal has been reached."),
    )


def _tick(request: HttpRequest, person_id: UUID, act: Callable[[], object], done: str) -> HttpResponse:
    """Do what a single button asks; a refusal (it was done before) is said above the plan."""
    if request.method == "POST":
        try:
            act()
        except actions.CannotPlan as refusal:
            for problem in refusal.problems:
                messages.warning(request, PLAN_EXPLANATIONS[problem] % {"day": ""})
        else:
            messages.success(request, done)
    return _to_plan(request, person_id)


def _case(request: HttpRequest, person_id: UUID) -> CaseHeader:
    case = people.case_header(actor_of(request), person_id)
    if case is None:
        raise Http404
    return case


def _goal(request: HttpRequest, person_id: UUID, goal_id: UUID) -> Goal:
    goal = queries.goal_or_none(actor_of(request), person_id, goal_id)
    if goal is None:
        raise Http404
    return goal


def _to_plan(request: HttpRequest, person_id: UUID) -> HttpResponse:
    return htmx.go_to(request, reverse("counselling:plan", args=[person_id]))


def _show(
    request: HttpRequest,
    case: CaseHeader,
    *,
    goal_form: GoalForm | None = None,
    step_form: tuple[UUID, StepForm] | None = None,
) -> HttpResponse:
    today = timezone.localdate()
    sent = dict([step_form]) if step_form else {}
    # what rests on a consent that is gone is shown to nobody until it is erased or there is a new one
    closed = queries.is_stopped(case.person, today)
    papers = [] if closed else files.papers_of(actor_of(request), case.person_id)
    goals: list[dict[str, Any]] = [
        {
            "goal": goal,
            "steps": [(step, OWNERS[Owner(step.owner)]) for step in goal.steps.all()],
            "form": sent.get(goal.pk) or StepForm(auto_id=_ids(goal)),
            "papers": [] if goal.reached_on else _papers(goal, papers, today),
        }
        for goal in ([] if closed else queries.goals_of(actor_of(request), case.person_id))
    ]
    context = {
        "case": case,
        "counselling_stopped": closed,
        "closed": PLAN_EXPLANATIONS[PlanProblem.NO_CONSENT] if closed else "",
        "today": today,
        "stages": [
            {"label": label, "goals": [row for row in goals if row["goal"].stage == stage]}
            for stage, label in STAGES.items()
        ],
        "empty": not goals,
        "agreement": None if closed else queries.last_agreement_of(actor_of(request), case.person_id),
        "goal_form": goal_form or GoalForm(initial={"agreed_on": today}),
    }
    refused = goal_form is not None or step_form is not None
    return htmx.page(request, "counselling/plan.html", context, part="plan", status=422 if refused else 200)


def _papers(goal: Goal, papers: list[tuple[FileKind, date | None]], today: date) -> list[dict[str, Any]]:
    way = way_of(goal.way)
    needed = check_papers(way.papers, papers, today) if way else []
    return [{"kind": one.kind.value, "label": KINDS[one.kind], "have": one.have.value} for one in needed]


def _ids(goal: Goal) -> str:
    return f"id_{goal.pk}_%s"
