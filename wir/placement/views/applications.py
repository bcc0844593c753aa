from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.registry import TimelineItem
from wir.people import queries as people
from wir.placement import actions, queries
from wir.placement.forms.steps import ApplyForm, SearchForm, StepForm
from wir.placement.forms.words import STATES
from wir.placement.rules import ApplicationState, next_steps

MOST_FOUND = 8


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def case(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    header = people.case_header(actor, person_id)
    if header is None:
        raise Http404
    form = ApplyForm(request.POST or None)
    if form.is_valid():
        opportunity = queries.opportunity_or_none(actor, form.opportunity_id())
        if opportunity is None or opportunity.network_id != header.person.network_id:
            raise Http404
        try:
            actions.apply_for(person=header.person, opportunity=opportunity, on=today, actor=actor)
        except actions.CannotApply as refusal:
            form.explain(refusal.obstacles)
        else:
            messages.success(request, _("The application has been added."))
            return htmx.go_to(request, reverse("placement:case", args=[person_id]))
    search = SearchForm(request.GET)
    context = {
        "case": header,
        "form": form,
        "search": search,
        "found": queries.open_opportunities_for(
            actor, header.person, words=search.words(), today=today, limit=MOST_FOUND
        ),
        "applications": queries.applications_of(actor, person_id),
        "spells": queries.spells_of(actor, person_id),
        "today": today,
    }
    status = 422 if form.errors else 200
    return htmx.page(request, "placement/case.html", context, part="found", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def application(request: HttpRequest, person_id: UUID, application_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    header = people.case_header(actor, person_id)
    found = queries.application_or_none(actor, person_id, application_id)
    if header is None or found is None:
        raise Http404
    state = ApplicationState(found.state)
    form = StepForm(request.POST or None, state=state, initial={"on": today})
    if form.is_valid():
        try:
            if form.declines():
                actions.decline(
                    application=found, by=form.step(), on=form.cleaned_data["on"], today=today, actor=actor
                )
            else:
                actions.move_application(
                    application=found, state=form.step(), on=form.cleaned_data["on"], today=today, actor=actor
                )
        except actions.CannotMove as refusal:
            form.explain(refusal.obstacles)
        else:
            messages.success(request, _("The step has been saved."))
            return htmx.go_to(request, reverse("placement:application", args=[person_id, application_id]))
    context = {
        "case": header,
        "application": found,
        "open": bool(next_steps(state)),
        "form": form,
        "steps": [
            TimelineItem(on=day, title=STATES[ApplicationState(step)])
            for step, day in queries.steps_of(actor, found)
        ],
    }
    status = 422 if form.errors else 200
    return htmx.page(request, "placement/application.html", context, part="form", status=status)
