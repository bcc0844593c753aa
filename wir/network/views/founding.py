"""A network is founded, carriers and sub-projects are added."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.kit.acting import actor_of
from wir.kit.stepup import sure_of_user
from wir.network import actions, queries
from wir.network.forms import CarrierForm, FoundNetworkForm, ProjectForm, explain_founding
from wir.network.rules import Role, SecondFactorFor, WorksFor
from wir.network.views.invitations import show_invitation


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@sure_of_user
def found_network(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    if Role.PROGRAMME_OFFICE.value not in actor.roles:
        raise Http404
    form = FoundNetworkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        entered = form.cleaned_data
        try:
            founded = actions.open_network(
                name=entered["name"],
                prefix=entered["letters"],
                grant_number=entered["grant_number"],
                funded_from=entered["funded_from"],
                funded_until=entered["funded_to"] + timedelta(days=1),
                coordinator_email=entered["coordinator_email"],
                coordinator_works_for=WorksFor(entered["coordinator_works_for"]),
                second_factor=SecondFactorFor(entered["second_factor"]),
                now=timezone.now(),
                actor=actor,
            )
        except actions.CannotFound as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The network has been founded."))
            return show_invitation(request, founded.invitation)
    return render(request, "network/found.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def add_carrier(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    networks = queries.coordinated_networks(actor)
    if not actor.overseen:
        raise Http404
    form = CarrierForm(request.POST if request.method == "POST" else None, networks=networks)
    if form.is_valid():
        entered = form.cleaned_data
        try:
            actions.open_carrier(network=entered["network"], name=entered["name"], actor=actor)
        except actions.CannotFound as refusal:
            explain_founding(form, refusal.problems)
        else:
            messages.success(request, _("The carrier has been added. Now add its sub-projects."))
            return redirect("network:network")
    return render(request, "network/add_carrier.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def add_project(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    if not actor.overseen:
        raise Http404
    carriers = queries.coordinated_carriers(actor)
    form = ProjectForm(request.POST if request.method == "POST" else None, carriers=carriers)
    if form.is_valid():
        entered = form.cleaned_data
        try:
            actions.add_place(
                carrier=entered["carrier"],
                name=entered["name"],
                slug=entered["slug"],
                postcode=entered["postcode"],
                place=entered["place"],
                actor=actor,
            )
        except actions.CannotFound as refusal:
            explain_founding(form, refusal.problems)
        else:
            messages.success(request, _("The sub-project has been added. Now invite who works there."))
            return redirect("network:members")
    return render(request, "network/add_project.html", {"form": form}, status=422 if form.errors else 200)
