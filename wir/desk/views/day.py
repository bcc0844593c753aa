from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wir.desk import queries
from wir.desk.views.day_table import TABS, Part, figures_table, parts_of
from wir.kit import registry
from wir.kit.acting import actor_of
from wir.kit.registry import DayKind
from wir.kit.templatetags.shapes import Link
from wir.network.rules import Role


@require_safe
@login_required
def day(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    if actor.roles == {Role.DATA_PROTECTION}:  # has no cases and no figures: their day is the trail
        return redirect("privacy:trail")
    figures = queries.figures_of(actor, today) if actor.overseen else []
    found = queries.day_of_advisor(actor, today) if actor.projects else None
    others = registry.day_of(actor, today) if actor.projects or actor.overseen else []
    only = _chosen(request)
    parts = parts_of(found, others, today, only)
    context = {
        "today": today,
        "works_in_files": bool(actor.projects),
        "day": found,
        "kinds": _kinds(parts, only),
        "parts": [part for part in parts if only in {None, part.kind}],
        "oversees": bool(actor.overseen),
        "figures": figures,
        "figures_table": figures_table(figures),
        "sum": queries.total(figures),
    }
    return render(request, "desk/day.html", context)


def _chosen(request: HttpRequest) -> DayKind | None:
    asked = request.GET.get("kind", "")
    return DayKind(asked) if asked in set(DayKind) else None


def _kinds(parts: list[Part], only: DayKind | None) -> list[Link]:
    """Return a tab for everything and one for each part that has rows, with how many."""
    url = reverse("desk:day")
    everything = Link(
        label=_("Everything"), url=url, current=only is None, badge=sum(part.count for part in parts)
    )
    return [
        everything,
        *(
            Link(
                label=TABS[part.kind],
                url=f"{url}?kind={part.kind}",
                current=part.kind is only,
                badge=part.count,
            )
            for part in parts
        ),
    ]
