from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from wir.desk import queries
from wir.kit import htmx, registry
from wir.kit.acting import actor_of
from wir.people import queries as people


@require_safe
@login_required
def case(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    header = people.case_header(actor, person_id)
    if header is None:
        if into := people.file_it_is_in(actor, person_id):
            return redirect("desk:case", into)
        raise Http404
    overview = queries.case_overview(actor, person_id)
    context = {"case": header, "overview": overview, "today": timezone.localdate()}
    return render(request, "desk/case.html", context)


@require_safe
@login_required
def history(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What happened, whole for a page load; the overview fetches the list alone."""
    actor = actor_of(request)
    known = people.person_or_none if htmx.is_htmx(request) else people.case_header
    case = known(actor, person_id)
    if case is None:
        raise Http404
    context = {"case": case, "items": registry.timeline_of(actor, person_id)}
    return htmx.page(request, "desk/history.html", context, part="timeline")
