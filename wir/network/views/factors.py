"""Coordinators set who needs a second factor in their network."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
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
from wir.network.forms import POLICIES, ROLES, SecondFactorForm
from wir.network.rules import SecondFactorFor, policies_allowed


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@sure_of_user
def second_factor(request: HttpRequest, network_id: UUID) -> HttpResponse:
    """Say what each choice would change and for whom, and take the choice."""
    actor = actor_of(request)
    network = queries.coordinated_network_or_none(actor, network_id)
    if network is None:
        raise Http404
    at_least = SecondFactorFor(settings.SECOND_FACTOR_AT_LEAST)
    allowed = policies_allowed(at_least)
    without = queries.members_without_second_factor(network, timezone.localdate())
    form = SecondFactorForm(
        request.POST if request.method == "POST" else None,
        asked={policy: sum(one.asked_by(policy) for one in without) for policy in allowed},
        now=SecondFactorFor(network.second_factor),
    )
    if form.is_valid():
        try:
            actions.set_second_factor_policy(network=network, policy=form.chosen(), actor=actor)
        except actions.CannotSetPolicy as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(
                request, _("The rule holds from now on, for whoever is signed in within ten minutes.")
            )
            return redirect("network:network")
    context = {
        "form": form,
        "network": network,
        "at_least": POLICIES[at_least] if at_least is not SecondFactorFor.NOBODY else "",
        "rows": [
            {
                "name": one.name,
                "role": ", ".join(str(ROLES[role]) for role in one.roles),
                "asked_by": next(
                    (POLICIES[policy] for policy in reversed(allowed) if one.asked_by(policy)), ""
                ),
            }
            for one in without
        ],
    }
    return render(request, "network/second_factor.html", context, status=422 if form.errors else 200)
