from collections.abc import Iterable
from datetime import date, datetime, timedelta
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

from wir.kit import htmx, registry
from wir.kit.acting import Actor, actor_of
from wir.network import actions, queries
from wir.network.forms import POLICIES, ROLES, SCOPES
from wir.network.models import BreakGlass, Membership, Network
from wir.network.rules import Role, Scope, SecondFactorFor
from wir.tasks import queries as tasks

PER_PAGE = 20


@require_safe
@login_required
def network(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    actor = actor_of(request)
    networks = queries.networks_of(actor).prefetch_related(
        "carriers__projects__memberships__user", "memberships__user"
    )
    sections = [_section(one, actor, today) for one in networks]
    return render(request, "network/network.html", {"sections": sections, "today": today})


@require_safe
@login_required
def openings(request: HttpRequest) -> HttpResponse:
    """Closed files that were opened with a reason: for whoever did it, the team, the head, and data protection."""
    actor, now = actor_of(request), timezone.now()
    page = Paginator(queries.openings(actor), PER_PAGE).get_page(request.GET.get("page"))
    shown = list(page)
    names = tasks.names_of(actor, (one.subject_id for one in shown))
    for network_id in actor.audited or (actor.networks if actor.audited_carriers else ()):
        actions.note_reasons_read(network_id=network_id, actor=actor)
    context = {"page": page, "rows": [_opening(one, names, actor, now) for one in shown]}
    return render(request, "network/openings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def close_opening(request: HttpRequest, opening_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    opening = queries.opening_or_none(actor, opening_id)
    if opening is None:
        raise Http404
    if request.method == "POST":
        try:
            actions.close_glass(opening=opening, now=timezone.now(), actor=actor)
        except actions.CannotBreakGlass:
            messages.warning(request, _("This opening had already ended."))
        else:
            messages.success(request, _("The opening has ended. The file is closed again."))
    return htmx.go_to(request, reverse("network:openings"))


def _opening(one: BreakGlass, names: dict[UUID, str], actor: Actor, now: datetime) -> dict[str, object]:
    """The officer reads reasons, but neither whose file it is nor who of the staff it was."""
    works_here = bool(actor.projects)
    until = one.grant.until_at
    return {
        "opening": one,
        "may_end": works_here or one.by_id == actor.id,
        "what": SCOPES[Scope(one.grant.scope)],
        "running": until is not None and until > now,
        "until": until,
        "by": one.by.name if works_here else "",
        "person": names.get(one.subject_id, "") if works_here else "",
        "url": registry.case_url(one.subject_id) if one.subject_id in names else "",
    }


def _section(network: Network, actor: Actor, today: date) -> dict[str, object]:
    policy = SecondFactorFor(network.second_factor)
    return {
        "network": network,
        "second_factor": POLICIES[policy],
        "second_factor_tone": "warning" if policy is SecondFactorFor.NOBODY else "success",
        "may_change": network.pk in actor.overseen,
        "funded_to": network.funded_until - timedelta(days=1),
        "coordination": _staff([one for one in network.memberships.all() if one.project_id is None], today),
        "carriers": [
            {
                "carrier": carrier,
                "projects": [
                    {"project": project, "staff": _staff(project.memberships.all(), today)}
                    for project in sorted(carrier.projects.all(), key=lambda project: project.name)
                ],
            }
            for carrier in sorted(network.carriers.all(), key=lambda carrier: carrier.name)
        ],
    }


def _staff(memberships: Iterable[Membership], today: date) -> list[dict[str, object]]:
    held = [
        one for one in memberships if one.from_on <= today and (one.until_on is None or today < one.until_on)
    ]
    by_name = sorted(held, key=lambda one: one.user.name)
    return [{"name": one.user.name, "role": ROLES[Role(one.role)], "since": one.from_on} for one in by_name]
