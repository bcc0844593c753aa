"""The list of tasks: one's own or everybody's, the longest due first, and the form for one more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.kit.templatetags.shapes import Link
from wir.tasks import actions, queries
from wir.tasks.forms import EXPLANATIONS, OwnTaskForm
from wir.tasks.rules import CHECK_INS, TaskReason

if TYPE_CHECKING:
    from wir.tasks.models import Task, TaskQuerySet

PER_PAGE = 50
DONE_SHOWN = timedelta(days=30)
MINE, ALL, DONE = "mine", "all", "done"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tasks(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    places = queries.places_of(actor)
    if request.method == "POST" and not places:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = OwnTaskForm(data, places=places, today=today) if places else None
    if form and form.is_valid():
        try:
            _add(form, actor)
        except actions.CannotAddTask as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The task has been recorded."))
            return htmx.go_to(request, reverse("tasks:tasks"))
    shown = _shown(request)
    page = Paginator(_chosen(actor, shown, today), PER_PAGE).get_page(request.GET.get("page"))
    names = queries.names_of(actor, (task.subject_id for task in page if task.subject_id))
    context = {
        "form": form,
        "page": page,
        "shown": shown,
        "tabs": _tabs(shown),
        "rows": [_row(task, names, today) for task in page],
    }
    status = 422 if form and form.errors else 200
    return htmx.page(request, "tasks/tasks.html", context, part="tasks", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def finish(request: HttpRequest, task_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    return _change(
        request,
        task_id,
        lambda task: actions.finish_task(task=task, done_on=today, actor=actor),
        _("The task is done."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def reopen(request: HttpRequest, task_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    return _change(
        request,
        task_id,
        lambda task: actions.reopen_task(task=task, actor=actor),
        _("The task is open again."),
    )


def _change(request: HttpRequest, task_id: UUID, act: Callable[[Task], Task], said: str) -> HttpResponse:
    """Do what a row's button asks: htmx gets the row anew, everybody else the list."""
    task = queries.task_or_none(actor_of(request), task_id)
    if task is None:
        raise Http404
    if request.method == "POST":
        try:
            task = act(task)
        except actions.CannotFinishTask as refusal:
            said = " ".join(str(EXPLANATIONS[problem]) for problem in refusal.problems)
    if htmx.is_htmx(request):
        names = queries.names_of(actor_of(request), [task.subject_id] if task.subject_id else [])
        context = {"row": _row(task, names, timezone.localdate()), "shown": _shown(request)}
        return htmx.page(request, "tasks/tasks.html", context, part="row")
    if request.method == "POST":
        messages.info(request, said)
    return htmx.go_to(request, f"{reverse('tasks:tasks')}?show={_shown(request)}")


def _add(form: OwnTaskForm, actor: Actor) -> Task:
    return actions.add_task(
        place=form.place(),
        subject_id=None,
        assignee_id=None if form.cleaned_data["shared"] else actor.id,
        reason=TaskReason.OWN,
        title=form.cleaned_data["title"],
        due_on=form.cleaned_data["due_on"],
        link="",
        actor=actor,
    )


def _shown(request: HttpRequest) -> str:
    asked = request.POST.get("show") or request.GET.get("show") or MINE
    return asked if asked in {MINE, ALL, DONE} else MINE


def _chosen(actor: Actor, shown: str, today: date) -> TaskQuerySet:
    if shown == DONE:
        return queries.done_tasks(actor, since=today - DONE_SHOWN)
    return queries.open_tasks(actor, assignee_id=actor.id if shown == MINE else None)


def _tabs(shown: str) -> list[Link]:
    labels = {MINE: _("Mine"), ALL: _("Whole sub-project"), DONE: _("Done in the last 30 days")}
    url = reverse("tasks:tasks")
    return [
        Link(label=label, url=f"{url}?show={code}", current=code == shown) for code, label in labels.items()
    ]


def _row(task: Task, names: dict[UUID, str], today: date) -> dict[str, Any]:
    return {
        "task": task,
        "words": task.words(),
        "is_check_in": task.reason in CHECK_INS,
        "person": names.get(task.subject_id, "") if task.subject_id else "",
        "overdue": not task.done_on and task.due_on < today,
        "due_today": not task.done_on and task.due_on == today,
    }
