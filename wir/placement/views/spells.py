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
from wir.people import queries as people
from wir.placement import actions, queries
from wir.placement.forms.steps import DayForm, EndForm, StartForm
from wir.placement.rules import OpportunityKind, activity_for


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def start(request: HttpRequest, person_id: UUID, application_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    header = people.case_header(actor, person_id)
    application = queries.application_or_none(actor, person_id, application_id)
    if header is None or application is None:
        raise Http404
    opportunity = application.opportunity
    day = DayForm(request.POST or request.GET).day(otherwise=today)
    form = StartForm(
        request.POST or None,
        kind=OpportunityKind(opportunity.kind),
        initial={"starts_on": day, "weekly_hours": opportunity.weekly_hours, "insured": "yes"},
    )
    if form.is_valid():
        try:
            actions.start_spell(
                application=application,
                starts_on=form.cleaned_data["starts_on"],
                ends_on=form.ends_on(),
                probation_months=form.agreed_probation(),
                weekly_hours=form.cleaned_data["weekly_hours"],
                insured=form.is_insured(),
                permission_confirmed=form.cleaned_data["permission_confirmed"],
                today=today,
                actor=actor,
            )
        except actions.CannotStart as refusal:
            form.explain(refusal.obstacles)
        else:
            messages.success(request, _("The start has been saved and the check-ins are planned."))
            return htmx.go_to(request, reverse("placement:case", args=[person_id]))
    context = {
        "case": header,
        "application": application,
        "form": form,
        "day": day,
        "work": queries.work_answer(actor, person_id, opportunity, day),
        "activity": activity_for(OpportunityKind(opportunity.kind), skilled=opportunity.skilled),
    }
    part = "form" if request.method == "POST" else "answer"
    status = 422 if form.errors else 200
    return htmx.page(request, "placement/start.html", context, part=part, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def end(request: HttpRequest, person_id: UUID, spell_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    header = people.case_header(actor, person_id)
    spell = queries.spell_or_none(actor, person_id, spell_id)
    if header is None or spell is None:
        raise Http404
    form = EndForm(request.POST or None, initial={"last_day": timezone.localdate()})
    if form.is_valid():
        try:
            actions.end_spell(spell=spell, ends_on=form.ends_on(), reason=form.end_reason(), actor=actor)
        except actions.CannotEnd as refusal:
            form.explain(refusal.obstacles)
        else:
            messages.success(request, _("The end has been saved."))
            return htmx.go_to(request, reverse("placement:case", args=[person_id]))
    status = 422 if form.errors else 200
    context = {"case": header, "spell": spell, "form": form}
    return htmx.page(request, "placement/end.html", context, part="form", status=status)
