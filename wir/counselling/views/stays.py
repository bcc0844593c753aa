"""The tab of stays: who advises whom since when, and corrections."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.counselling import actions, queries
from wir.counselling.forms.stays import EXPLANATIONS, DaysForm
from wir.counselling.models import Stay
from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.network import queries as network
from wir.network.rules import Scope
from wir.people import queries as people
from wir.people.queries import CaseHeader


@require_safe
@login_required
def stays(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    case = people.case_header(actor, person_id)
    if case is None:
        raise Http404
    context = {
        "case": case,
        "stays": queries.stays_of(actor, person_id),
        "team": [
            one for one in network.grants_on(actor, person_id, today) if one.scope == Scope.CASE_TEAM.value
        ],
        "works_here": case.person.project_id in actor.projects,
    }
    return render(request, "counselling/stays.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def correct_stay(request: HttpRequest, person_id: UUID, stay_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    case, stay = _case_and_stay(actor, person_id, stay_id)
    form = DaysForm(
        request.POST if request.method == "POST" else None,
        ended=stay.exited_on is not None,
        initial={"entered_on": stay.entered_on, "exited_on": stay.exited_on},
    )
    if form.is_valid():
        try:
            actions.correct_stay(
                stay=stay,
                entered_on=form.cleaned_data["entered_on"],
                exited_on=form.cleaned_data.get("exited_on"),
                today=timezone.localdate(),
                actor=actor,
            )
        except actions.CannotCorrect as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The days are corrected."))
            return htmx.go_to(request, reverse("counselling:stays", args=[person_id]))
    context = {"case": case, "stay": stay, "form": form}
    return render(request, "counselling/stay_days.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def reopen_stay(request: HttpRequest, person_id: UUID, stay_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    stay = _case_and_stay(actor, person_id, stay_id)[1]
    if request.method == "POST":
        try:
            actions.reopen_stay(stay=stay, today=timezone.localdate(), actor=actor)
        except actions.CannotCorrect as refusal:
            for problem in refusal.problems:
                messages.error(request, str(EXPLANATIONS[problem][1]))
        else:
            messages.success(request, _("The exit is undone; the stay goes on."))
    return redirect("counselling:stays", person_id)


def _case_and_stay(actor: Actor, person_id: UUID, stay_id: UUID) -> tuple[CaseHeader, Stay]:
    case = people.case_header(actor, person_id)
    stay = queries.stays_of(actor, person_id).filter(pk=stay_id).first()
    if case is None or stay is None or case.person.project_id not in actor.projects:
        raise Http404
    return case, stay
