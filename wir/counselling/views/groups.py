"""Conversations with several people: put down once, kept in the file of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from wir.counselling import actions, queries
from wir.counselling.forms import MODES
from wir.counselling.forms.groups import GroupForm
from wir.counselling.rules import ContactMode
from wir.counselling.views.case import done
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.ids import id_or_none
from wir.kit.templatetags.shapes import Link
from wir.network.queries import projects_of

if TYPE_CHECKING:
    from wir.counselling.models import GroupSession
    from wir.kit.acting import Actor
    from wir.network.models import Project

PER_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def groups(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    projects = list(projects_of(actor))
    if not projects:
        raise Http404
    project = _chosen(request, projects)
    form = GroupForm(
        request.POST if request.method == "POST" else None,
        people=queries.in_care_of(actor, project.pk),
        initial={"on": today} | _again(request, actor),
    )
    if done(
        form,
        lambda: actions.hold_group(project=project, gathering=form.gathering(), today=today, actor=actor),
        actions.CannotHold,
    ):
        count = len(form.cleaned_data["came"]) + len(form.cleaned_data["missed"])
        words = ngettext(
            "It stands in the file of %(count)d person.", "It stands in the files of %(count)d people.", count
        )
        messages.success(request, words % {"count": count})
        return htmx.go_to(request, reverse("counselling:groups"))
    page = Paginator(queries.groups_of(actor), PER_PAGE).get_page(request.GET.get("page"))
    here = reverse("counselling:groups")
    context = {
        "form": form,
        "page": page,
        "rows": [_row(one) for one in page],
        "places": [
            Link(label=one.name, url=f"{here}?teilprojekt={one.pk}", current=one.pk == project.pk)
            for one in projects
        ],
        "here": f"{here}?teilprojekt={project.pk}",
        "left_out": form.left_out(),
    }
    status = 422 if form.errors else 200
    return htmx.page(request, "counselling/groups.html", context, part="groups", status=status)


@require_safe
@login_required
def group(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """Who came and who did not, each leading to their file."""
    actor = actor_of(request)
    found = queries.group_or_none(actor, group_id)
    if found is None:
        raise Http404
    context = {"row": _row(found), "attendance": queries.attendance_of(actor, found)}
    return htmx.page(request, "counselling/group.html", context, part="group")


def _chosen(request: HttpRequest, projects: list[Project]) -> Project:
    named = id_or_none(request.GET.get("teilprojekt", ""))
    return next((one for one in projects if one.pk == named), projects[0])


def _again(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    """Return what is proposed: the same people once more, or one person in whose file somebody began."""
    earlier = id_or_none(request.GET.get("wie", ""))
    found = queries.group_or_none(actor, earlier) if earlier else None
    if found is None:
        return {"came": [request.GET.get("mit", "")]}
    attendance = list(queries.attendance_of(actor, found))
    return {
        "title": found.title,
        "minutes": found.minutes,
        "mode": found.mode,
        "came": [str(one.person_id) for one in attendance if one.came],
        "missed": [str(one.person_id) for one in attendance if not one.came],
    }


def _row(found: GroupSession) -> dict[str, Any]:
    return {"group": found, "mode": MODES[ContactMode(found.mode)]}
