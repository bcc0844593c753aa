from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.aftercare import actions, queries
from wir.aftercare.forms import HoldForm
from wir.aftercare.rules import Outcome
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.people import queries as people


@require_safe
@login_required
def case(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    header = people.case_header(actor, person_id)
    if header is None:
        raise Http404
    context = {
        "case": header,
        "check_ins": queries.check_ins_of(actor, person_id),
        "today": timezone.localdate(),
    }
    return render(request, "aftercare/case.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def hold(request: HttpRequest, person_id: UUID, check_in_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    header = people.case_header(actor, person_id)
    check_in = queries.check_in_or_none(actor, person_id, check_in_id)
    if header is None or check_in is None:
        raise Http404
    form = HoldForm(request.POST or None, initial={"held_on": today})
    if form.is_valid():
        try:
            actions.hold_check_in(
                check_in=check_in,
                held_on=form.cleaned_data["held_on"],
                outcome=form.result(),
                today=today,
                actor=actor,
            )
        except actions.CannotHold as refusal:
            form.explain(refusal.problems)
        else:
            _thank(request, form.result())
            return htmx.go_to(request, reverse("aftercare:case", args=[person_id]))
    status = 422 if form.errors else 200
    context = {"case": header, "check_in": check_in, "form": form}
    return htmx.page(request, "aftercare/hold.html", context, part="form", status=status)


def _thank(request: HttpRequest, outcome: Outcome) -> None:
    """Say that it is saved; where it has ended, say where the end is recorded."""
    messages.success(request, _("The check-in has been saved."))
    if outcome is Outcome.ENDED:
        messages.info(request, _("Please record the end of the spell under “Placement” too."))
