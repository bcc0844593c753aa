"""A task as a row of a list, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.kit import htmx, registry
from wir.kit.acting import actor_of
from wir.kit.templatetags.cells import Cell, Column, Mark, Part, Press, Quiet, To, row_alone, spanning_row
from wir.tasks import actions, queries
from wir.tasks.forms import EXPLANATIONS
from wir.tasks.rules import CHECK_INS

if TYPE_CHECKING:
    from wir.tasks.models import Task

DAY = "day"
MINE, OVERDUE, ALL, LATER, DONE = "mine", "overdue", "all", "later", "done"
LISTS = frozenset({MINE, OVERDUE, ALL, LATER, DONE})
COLUMNS_OF_DAY = 4
"""Who, what, when, and what one can do: the lists of "My day"."""


def columns() -> list[Column]:
    """Return the headings of a list of tasks."""
    labels = (_("Task"), _("Person"), _("Due on"), _("Responsible"), _("What you can do"))
    return [Column(label=label) for label in labels]


def row_of(task: Task, names: Mapping[UUID, str], today: date) -> list[Cell]:
    """Return a task under these headings."""
    name = names.get(task.subject_id, "") if task.subject_id else ""
    who = To(name, registry.case_url(task.subject_id), is_name=True) if name and task.subject_id else None
    words = To(task.words(), task.link) if task.link else task.words()
    return [
        (words, Quiet(task.comment)) if task.comment else words,
        who,
        _due(task, today),
        task.assignee.name if task.assignee else _("anyone"),
        _next(task),
    ]


def _due(task: Task, today: date) -> Cell:
    if task.done_on is None and task.put_off_because and task.remind_on and task.remind_on > today:
        until = {"day": date_format(task.remind_on, "SHORT_DATE_FORMAT"), "why": task.put_off_because}
        return (task.due_on, Quiet(_("again on %(day)s: %(why)s") % until))
    if task.done_on is None and task.due_on < today:
        return (task.due_on, Mark(_("overdue"), "danger"))
    if task.done_on is None and task.due_on == today:
        return (task.due_on, Mark(_("today"), "warning"))
    return task.due_on


def _next(task: Task) -> Cell:
    if task.done_on:
        return (Mark(_("done"), "success"), Press(_("Open again"), reverse("tasks:reopen", args=[task.pk])))
    done: Part = Press(_("Done"), reverse("tasks:finish", args=[task.pk]))
    if task.needs_its_page():
        done = To(_("Hold check-in") if task.reason in CHECK_INS else _("Decide"), task.link)
    later = To(_("Later"), reverse("tasks:put_off", args=[task.pk]))
    return (done, later, To(_("Change"), reverse("tasks:task", args=[task.pk])))


def shown(request: HttpRequest) -> str:
    """Return which list the reader looks at."""
    asked = request.POST.get("show") or request.GET.get("show") or MINE
    return asked if asked in LISTS | {DAY} else MINE


def list_url(which: str) -> str:
    """Return the address of a list; the day's list is the start page."""
    return settings.LOGIN_REDIRECT_URL if which == DAY else f"{reverse('tasks:tasks')}?show={which}"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def finish(request: HttpRequest, task_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    return _change(
        request,
        task_id,
        lambda task: actions.finish_task(task=task, done_on=today, actor=actor),
        _("The task is done. It stands in the list of done tasks and can be opened again there."),
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
    which = shown(request)
    if htmx.is_htmx(request) and (task.done_on or which != DAY):
        return HttpResponse(_anew(request, task, which))
    if request.method == "POST" and not htmx.is_htmx(request):
        messages.info(request, said)
    return htmx.go_to(request, list_url(which))


def _anew(request: HttpRequest, task: Task, which: str) -> str:
    """Return the row of a task that is open again, or in its place what was done, and the way back."""
    if task.done_on:
        undo = Press(_("Undo"), reverse("tasks:reopen", args=[task.pk]))
        done = (Mark(_("done"), "success"), task.words(), undo)
        return spanning_row(done, columns=COLUMNS_OF_DAY if which == DAY else len(columns()))
    names = queries.names_of(actor_of(request), [task.subject_id] if task.subject_id else [])
    return row_alone(row_of(task, names, timezone.localdate()), columns())
