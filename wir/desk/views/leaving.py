from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.counselling import queries as counselling
from wir.counselling.actions import CannotEnd
from wir.desk import actions
from wir.desk.forms import LeavingForm
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.monitoring.actions import CannotRecord
from wir.people import queries as people


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def leaving(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    case = people.case_header(actor, person_id)
    stay = counselling.open_stay_of(actor, person_id)
    if case is None or stay is None:
        raise Http404
    form = LeavingForm(
        request.POST if request.method == "POST" else None, today=today, initial={"left_on": today}
    )
    if form.is_valid():
        try:
            actions.see_off(
                stay=stay,
                exited_on=form.cleaned_data["left_on"],
                reason=form.exit_reason(),
                status=form.status(),
                today=today,
                actor=actor,
                **form.facts(),
            )
        except (CannotEnd, CannotRecord) as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The exit is recorded."))
            return htmx.go_to(request, reverse("desk:case", args=[person_id]))
    context = {"case": case, "stay": stay, "form": form}
    return render(request, "desk/leaving.html", context, status=422 if form.errors else 200)
