from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.desk import actions
from wir.desk.forms import MergeForm
from wir.desk.forms.merging import PROBLEMS
from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.people import actions as people_actions
from wir.people import queries as people
from wir.people.models import Person
from wir.people.queries import CaseHeader
from wir.people.rules.merging import differences


@require_http_methods(["GET", "HEAD"])
@login_required
def doubles(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Show files that may be about the same person, and what was put together before."""
    actor, now = actor_of(request), timezone.now()
    case = _case(actor, person_id)
    merges = [(one, one.can_be_undone(now)) for one in people.merges_of(actor, person_id)]
    context = {"case": case, "found": people.doubles_of(actor, case.person), "merges": merges}
    return render(request, "desk/doubles.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def merge(request: HttpRequest, person_id: UUID, other_id: UUID) -> HttpResponse:
    """Compare two files field by field and put them together."""
    actor = actor_of(request)
    case, other = _case(actor, person_id), _other(actor, person_id, other_id)
    found = differences(people.contents_of(case.person), people.contents_of(other))
    form = MergeForm(request.POST if request.method == "POST" else None, differences=found)
    if form.is_valid():
        try:
            actions.put_together(
                kept=case.person, absorbed=other, take=form.chosen(), now=timezone.now(),
                today=timezone.localdate(), actor=actor,
            )  # fmt: skip
        except people_actions.CannotMerge as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The files are put together. You can undo this for 30 days."))
            return htmx.go_to(request, reverse("desk:doubles", args=[person_id]))
    context = {"case": case, "other": other, "form": form}
    return render(request, "desk/merge.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def unmerge(request: HttpRequest, person_id: UUID, merge_id: UUID) -> HttpResponse:
    """Take two files apart again."""
    actor = actor_of(request)
    _case(actor, person_id)
    merge = people.merge_or_none(actor, person_id, merge_id)
    if merge is None:
        raise Http404
    if request.method == "POST":
        try:
            people_actions.undo_merge(
                merge=merge, now=timezone.now(), today=timezone.localdate(), actor=actor
            )
        except people_actions.CannotMerge as refusal:
            for problem in refusal.problems:
                messages.error(request, str(PROBLEMS[problem]))
        else:
            messages.success(request, _("The files are apart again, as they were before."))
    return redirect("desk:doubles", person_id)


def _case(actor: Actor, person_id: UUID) -> CaseHeader:
    case = people.case_header(actor, person_id)
    if case is None or case.person.project_id not in actor.projects:
        raise Http404
    return case


def _other(actor: Actor, person_id: UUID, other_id: UUID) -> Person:
    other = people.person_or_none(actor, other_id)
    if other is None or other_id == person_id or other.project_id not in actor.projects:
        raise Http404
    return other
