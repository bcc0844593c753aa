"""Which tasks the house makes by itself: read by everybody in the network, set by heads and coordination."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from wir.desk import actions, queries
from wir.desk.forms.automatic import EXPLANATIONS, AutomaticForm
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.templatetags.cells import Column, Table
from wir.kit.templatetags.shapes import Link
from wir.network import queries as network
from wir.tasks import queries as tasks
from wir.tasks.actions import CannotSetRule
from wir.tasks.models import WORDS, TaskRule
from wir.tasks.rules import AUTOMATIC, TaskReason


@require_safe
@login_required
def automatic(request: HttpRequest) -> HttpResponse:
    """Lead to the first sub-project in reach."""
    projects = queries.projects_in_reach(actor_of(request))
    if not projects:
        raise Http404
    return htmx.go_to(request, reverse("desk:automatic_of", args=[projects[0].pk]))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def automatic_of(request: HttpRequest, project_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    projects = queries.projects_in_reach(actor)
    project = next((one for one in projects if one.pk == project_id), None)
    if project is None:
        raise Http404
    may_set = network.answers_for(actor, project, today)
    if request.method == "POST" and not may_set:
        raise Http404
    found = tasks.rules_of(actor, [project.pk])
    rules = {reason: tasks.rule_of(found, project.pk, reason) for reason in AUTOMATIC}
    form = AutomaticForm(request.POST if request.method == "POST" else None, rules=rules)
    if form.is_valid():
        changes = form.changes()
        try:
            actions.set_task_rules(project=project, rules=changes, today=today, actor=actor)
        except CannotSetRule as refusal:
            form.add_error(None, " ".join(str(EXPLANATIONS[problem]) for problem in refusal.problems))
        else:
            said = ngettext("%(count)d kind has been set.", "%(count)d kinds have been set.", len(changes))
            messages.success(request, said % {"count": len(changes)})
            return htmx.go_to(request, reverse("desk:automatic_of", args=[project.pk]))
    context = {
        "project": project,
        "projects": [
            Link(
                label=one.name, url=reverse("desk:automatic_of", args=[one.pk]), current=one.pk == project.pk
            )
            for one in projects
        ],
        "may_set": may_set,
        "form": form,
        "lines": form.lines(),
        "history": _history(list(tasks.history_of_rules(actor, project.pk)[:50])),
    }
    return render(request, "desk/automatic.html", context, status=422 if form.errors else 200)


def _history(rows: list[TaskRule]) -> Table | None:
    labels = (_("Day"), _("Task"), _("What was set"), _("Set by"))
    said = {
        True: _("on, %(days)d days"),
        False: _("switched off"),
    }
    shown = [
        [
            timezone.localtime(row.made_at).date(),
            WORDS[TaskReason(row.reason)],
            said[row.is_on] % {"days": row.days},
            row.set_by.name if row.set_by else None,
        ]
        for row in rows
    ]
    columns = [Column(label=label) for label in labels]
    return Table(caption=_("What was set so far"), columns=columns, rows=shown) if shown else None
