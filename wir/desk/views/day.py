from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from wir.desk import queries
from wir.kit import registry
from wir.kit.acting import actor_of
from wir.network.rules import Role


@require_safe
@login_required
def day(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    if actor.roles == {Role.DATA_PROTECTION}:  # has no cases and no figures: their day is the trail
        return redirect("privacy:trail")
    figures = queries.figures_of(actor, today) if actor.overseen else []
    context = {
        "today": today,
        "works_in_files": bool(actor.projects),
        "day": queries.day_of_advisor(actor, today) if actor.projects else None,
        "rows": registry.day_of(actor, today) if actor.projects or actor.overseen else [],
        "oversees": bool(actor.overseen),
        "figures": figures,
        "sum": queries.total(figures),
    }
    return render(request, "desk/day.html", context)
