"""One task: who does it, by when, how often; or not before a later day, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.tasks import actions, queries
from wir.tasks.forms import PutOffForm, TaskForm
from wir.tasks.rules import DEADLINES
from wir.tasks.views.rows import list_url, shown

if TYPE_CHECKING:
    from wir.tasks.models import Task


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def task(request: HttpRequest, task_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    task = _open_task(actor, task_id)
    colleagues = queries.colleagues_of(actor, task.project_id, today)
    form = TaskForm(request.POST if request.method == "POST" else None, task=task, colleagues=colleagues)
    if form.is_valid():
        try:
            actions.change_task(task=task, plan=form.plan(), today=today, actor=actor)
        except actions.CannotChangeTask as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The task has been changed."))
            return htmx.go_to(request, list_url(shown(request)))
    context = {"task": task, "form": form, "names": _names(actor, task)}
    return render(request, "tasks/task.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def put_off(request: HttpRequest, task_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    task = _open_task(actor, task_id)
    form = PutOffForm(request.POST if request.method == "POST" else None, today=today)
    if form.is_valid():
        try:
            actions.put_off(task=task, **form.chosen(), today=today, actor=actor)
        except actions.CannotChangeTask as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("Put off. Until then it stands in the list of what was put off."))
            return htmx.go_to(request, list_url(shown(request)))
    context = {
        "task": task,
        "form": form,
        "shown": shown(request),
        "names": _names(actor, task),
        "has_deadline": task.reason in DEADLINES,
    }
    return render(request, "tasks/put_off.html", context, status=422 if form.errors else 200)


def _open_task(actor: Actor, task_id: UUID) -> Task:
    task = queries.task_or_none(actor, task_id)
    if task is None or task.done_on:
        raise Http404
    return task


def _names(actor: Actor, task: Task) -> list[str]:
    return list(queries.names_of(actor, [task.subject_id] if task.subject_id else []).values())
