from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.network import actions, queries
from wir.network.forms import BasisForm


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def between(request: HttpRequest) -> HttpResponse:
    """Show who decided that networks ask each other, and let coordinators decide."""
    actor, today = actor_of(request), timezone.localdate()
    networks = [one for one in queries.networks_of(actor) if one.pk in actor.overseen]
    form = BasisForm(
        request.POST if request.method == "POST" else None, networks=networks, initial={"from_on": today}
    )
    if request.method == "POST" and not networks:
        raise Http404
    if form.is_valid():
        try:
            actions.record_duplicate_basis(
                network=form.chosen_network(),
                decided_by=form.cleaned_data["decided_by"],
                legal_basis=form.cleaned_data["legal_basis"],
                from_on=form.cleaned_data["from_on"],
                today=today,
                actor=actor,
            )
        except actions.CannotRecordBasis as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The decision is recorded. Persons are asked one by one."))
            return htmx.go_to(request, reverse("network:between"))
    bases = [(basis, basis.network_id in actor.overseen) for basis in queries.duplicate_bases_of(actor)]
    context = {"bases": bases, "form": form if networks else None}
    return render(request, "network/between.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def end_between(request: HttpRequest, basis_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    basis = queries.duplicate_basis_or_none(actor, basis_id)
    if basis is None:
        raise Http404
    try:
        actions.end_duplicate_basis(basis=basis, today=timezone.localdate(), actor=actor)
    except actions.CannotRecordBasis:
        messages.warning(request, _("This decision was ended before. Nothing was changed."))
    else:
        messages.success(request, _("The check is off. All marks of this network are deleted."))
    return htmx.go_to(request, reverse("network:between"))
