from collections.abc import Iterable
from datetime import date, timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from wir.kit.acting import actor_of
from wir.network import queries
from wir.network.forms import ROLES
from wir.network.models import Membership, Network
from wir.network.rules import Role


@require_safe
@login_required
def network(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    networks = queries.networks_of(actor_of(request)).prefetch_related(
        "carriers__projects__memberships__user", "memberships__user"
    )
    sections = [_section(one, today) for one in networks]
    return render(request, "network/network.html", {"sections": sections, "today": today})


def _section(network: Network, today: date) -> dict[str, object]:
    return {
        "network": network,
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
