from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.directory.queries import search_organisations
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.network.queries import networks_of
from wir.placement import actions, queries
from wir.placement.forms.opportunities import NewOpportunityForm, OpportunityFilter

A_PAGE = 25


@require_safe
@login_required
def opportunities(request: HttpRequest) -> HttpResponse:
    form = OpportunityFilter(request.GET)
    found = queries.opportunities_for(
        actor_of(request),
        kind=form.chosen_kind(),
        open_on=form.open_on(timezone.localdate()),
        words=form.words(),
    )
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "today": timezone.localdate()}
    return htmx.page(request, "placement/opportunities.html", context, part="list")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def add_opportunity(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    networks = list(networks_of(actor))
    if not networks or not (actor.projects or actor.overseen):
        raise Http404
    form = NewOpportunityForm(request.POST or None, networks=networks)
    if form.is_valid():
        opportunity = actions.add_opportunity(network_id=form.network_id(), values=form.values(), actor=actor)
        messages.success(request, _("The opportunity has been added."))
        return htmx.go_to(request, reverse("placement:opportunity", args=[opportunity.pk]))
    status = 422 if form.errors else 200
    return htmx.page(request, "placement/add_opportunity.html", {"form": form}, part="form", status=status)


@require_safe
@login_required
def providers(request: HttpRequest) -> HttpResponse:
    found = search_organisations(request.GET.get("provider_name", ""), limit=8)
    return render(request, "placement/providers.html", {"providers": found})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def opportunity(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = queries.opportunity_or_none(actor, opportunity_id)
    if found is None:
        raise Http404
    if request.method == "POST":
        actions.close_opportunity(opportunity=found, closed_on=timezone.localdate(), actor=actor)
        messages.success(request, _("The opportunity is closed. Applications under way stay."))
        return htmx.go_to(request, reverse("placement:opportunity", args=[found.pk]))
    page = Paginator(queries.applicants_of(actor, found), A_PAGE).get_page(request.GET.get("page"))
    return htmx.page(request, "placement/opportunity.html", {"opportunity": found, "page": page}, part="list")
