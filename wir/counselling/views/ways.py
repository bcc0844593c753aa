"""Ways into the plan, the plan on paper, and the person's agreement to it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.counselling import actions, queries
from wir.counselling.forms.ways import AgreementForm, KeepingForm, WayForm
from wir.counselling.rules.papers import sheets
from wir.counselling.rules.ways import Way
from wir.counselling.views.case import ask, case_or_404, done
from wir.files import queries as files
from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.kit.paper import paper


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def use_way(request: HttpRequest, person_id: UUID) -> HttpResponse:
    case, actor = case_or_404(request, person_id), actor_of(request)
    network_id = case.person.network_id
    form = WayForm(
        request.POST if request.method == "POST" else None, ways=queries.ways_for(actor, network_id)
    )
    if done(
        form,
        lambda: actions.use_way(
            person=case.person,
            way=_way(actor, network_id, form.cleaned_data["way"]),
            today=timezone.localdate(),
            actor=actor,
        ),
        actions.CannotPlan,
    ):
        messages.success(request, _("Goal and steps have been added. Go through them with the person."))
        return _to_plan(request, person_id)
    return ask(
        request,
        case,
        form,
        title=_("Take a frequent way"),
        save=_("Add to the plan"),
        back=_plan_of(person_id),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def keep_way(request: HttpRequest, person_id: UUID, goal_id: UUID) -> HttpResponse:
    case, actor = case_or_404(request, person_id), actor_of(request)
    goal = queries.goal_or_none(actor, person_id, goal_id)
    if goal is None:
        raise Http404
    form = KeepingForm(request.POST if request.method == "POST" else None)
    if done(
        form,
        lambda: actions.keep_way(goal=goal, title=form.cleaned_data["title"], actor=actor),
        actions.CannotPlan,
    ):
        messages.success(request, _("The network keeps this way; it can be chosen in every plan."))
        return _to_plan(request, person_id)
    return ask(
        request, case, form, title=_("Keep as a way of the network"), save=_("Keep"), back=_plan_of(person_id)
    )


@require_safe
@login_required
def plan_paper(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The plan in the person's language and in German, with lines for the signatures."""
    case, actor, today = case_or_404(request, person_id), actor_of(request), timezone.localdate()
    if queries.is_stopped(case.person, today):
        raise Http404
    goals = [
        {"goal": goal, "steps": list(goal.steps.all())}
        for goal in queries.goals_of(actor, person_id)
        if goal.reached_on is None
    ]
    context = {
        "case": case,
        "goals": goals,
        "today": today,
        "sheets": sheets("plan", queries.paper_language_of(actor, case.person)),
    }
    return paper(request, "counselling/plan_paper.html", context, filename=f"plan-{case.case_number}.pdf")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def agree_plan(request: HttpRequest, person_id: UUID) -> HttpResponse:
    case, actor, today = case_or_404(request, person_id), actor_of(request), timezone.localdate()
    form = AgreementForm(
        request.POST if request.method == "POST" else None,
        documents=files.files_of(actor, person_id),
        initial={"agreed_on": today},
    )
    if done(
        form,
        lambda: actions.agree_plan(
            person=case.person,
            **form.values(),
            language=case.person.contact_language or "de",
            today=today,
            actor=actor,
        ),
        actions.CannotPlan,
    ):
        messages.success(request, _("The agreement has been recorded."))
        return _to_plan(request, person_id)
    return ask(
        request,
        case,
        form,
        title=_("The person agrees to the plan"),
        save=_("Save"),
        back=_plan_of(person_id),
    )


def _way(actor: Actor, network_id: UUID, code: str) -> Way:
    way = queries.way_or_none(actor, network_id, code)
    if way is None:
        raise Http404
    return way


def _plan_of(person_id: UUID) -> str:
    return reverse("counselling:plan", args=[person_id])


def _to_plan(request: HttpRequest, person_id: UUID) -> HttpResponse:
    return htmx.go_to(request, _plan_of(person_id))
