"""The list of tasks: one's own, everybody's, overdue, put off or done; and the form for one more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.kit.keyset import piece
from wir.kit.templatetags.cells import Table
from wir.kit.templatetags.shapes import Link
from wir.tasks import actions, queries
from wir.tasks.forms import OwnTaskForm, TaskFilter
from wir.tasks.rules import TaskReason
from wir.tasks.views.rows import ALL, DAY, DONE, LATER, MINE, OVERDUE, columns, row_of, shown

if TYPE_CHECKING:
    from wir.tasks.models import Task, TaskQuerySet

PER_PAGE = 50
DONE_SHOWN = timedelta(days=30)


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
    status = 422 if form and form.errors else 200
    return htmx.page(
        request,
        "tasks/tasks.html",
        _context(request, actor, today) | {"form": form},
        part="tasks",
        status=status,
    )


def _context(request: HttpRequest, actor: Actor, today: date) -> dict[str, Any]:
    which = shown(request)
    which = MINE if which == DAY else which
    wanted = TaskFilter(request.GET, list_of=which)
    page = piece(
        _chosen(actor, which, today, wanted),
        among=queries.visible_tasks(actor),
        order=wanted.order(),
        after=request.GET.get("after", ""),
        size=PER_PAGE,
    )
    names = queries.names_of(actor, (task.subject_id for task in page.rows if task.subject_id))
    title = _titles()[which]
    rows = [row_of(task, names, today) for task in page.rows]
    return {
        "filter": wanted,
        "after": page.after,
        "shown": which,
        "title": title,
        "tabs": _tabs(which),
        "found": Table(caption=title, columns=columns(), rows=rows) if rows else None,
    }


def _add(form: OwnTaskForm, actor: Actor) -> Task:
    return actions.add_task(
        place=form.place(),
        subject_id=None,
        assignee_id=None if form.cleaned_data["shared"] else actor.id,
        reason=TaskReason.OWN,
        title=form.cleaned_data["title"],
        due_on=form.cleaned_data["due_on"],
        repeats=form.rhythm(),
        link="",
        actor=actor,
    )


def _chosen(actor: Actor, which: str, today: date, wanted: TaskFilter) -> TaskQuerySet:
    if which == DONE:
        tasks = queries.done_tasks(actor, since=today - DONE_SHOWN)
    elif which == LATER:
        tasks = queries.put_off_tasks(actor, today)
    else:
        tasks = queries.open_tasks(actor, assignee_id=actor.id if which == MINE else None)
    if which == OVERDUE:
        tasks = tasks.filter(due_on__lt=today)
    return tasks.filter(reason=wanted.reason()) if wanted.reason() else tasks


def _titles() -> dict[str, str]:
    return {
        MINE: _("Mine"),
        ALL: _("Whole sub-project"),
        OVERDUE: _("Overdue"),
        LATER: _("Tasks put off"),
        DONE: _("Done in the last 30 days"),
    }


def _tabs(which: str) -> list[Link]:
    url = reverse("tasks:tasks")
    return [
        Link(label=label, url=f"{url}?show={one}", current=one == which) for one, label in _titles().items()
    ]
