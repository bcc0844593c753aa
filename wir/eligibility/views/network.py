from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.eligibility import actions, queries
from wir.eligibility.forms import PolicyForm, WarningForm
from wir.eligibility.rules.changes import ChangeKind
from wir.eligibility.rules.law import LAW_VERSION
from wir.eligibility.rules.overview import open_questions, versions
from wir.eligibility.rules.policy import DECIDED_BY_POLICY
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.network import queries as networks

if TYPE_CHECKING:
    from datetime import date

    from wir.kit.acting import Actor
    from wir.network.models import Network

PER_PAGE = 50


@login_required
@require_safe
def changed(request: HttpRequest) -> HttpResponse:
    found = queries.outdated(actor_of(request))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "overseen": queries.outdated_overseen(actor_of(request))}
    return render(request, "eligibility/changed.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def law(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    here = list(networks.networks_of(actor))
    policy, warning = PolicyForm(here, today=today), WarningForm(here)
    if request.method == "POST":
        form = WarningForm(here, request.POST) if "days" in request.POST else None
        if form is None:
            policy = PolicyForm(here, request.POST, today=today)
        else:
            warning = form
        if _decided(request, form or policy):
            return htmx.go_to(request, reverse("eligibility:law"))
    status = 422 if policy.errors or warning.errors else 200
    context = {
        "versions": versions(),
        "law_version": LAW_VERSION,
        "questions": open_questions(),
        "networks": [_section(actor, network, today) for network in here],
        "coordinates": bool(set(actor.overseen)),
        "policy": policy,
        "warning": warning,
        "today": today,
    }
    return render(request, "eligibility/law.html", context, status=status)


def _decided(request: HttpRequest, form: PolicyForm | WarningForm) -> bool:
    if not form.is_valid():
        return False
    actor = actor_of(request)
    try:
        if isinstance(form, PolicyForm):
            actions.decide_policy(**form.decision(), actor=actor)
        else:
            actions.set_days_before(**form.decision(), actor=actor)
    except actions.CannotDecide as refusal:
        form.explain(refusal.problems)
        return False
    messages.success(request, _("The decision was recorded."))
    return True


def _section(actor: Actor, network: Network, today: date) -> dict[str, object]:
    rows = queries.policies_of(actor, network.pk)
    policy = queries.policy_from(rows, today)
    early = queries.days_before(actor, network.pk)
    return {
        "network": network,
        "policy": [(kind, policy[kind]) for kind in DECIDED_BY_POLICY],
        "history": rows[::-1],
        "warnings": [(kind, early[kind]) for kind in ChangeKind],
    }
