"""The record of processing activities of the carriers somebody answers for (Art. 30 GDPR)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.desk import queries
from wir.desk.forms import PeriodForm
from wir.kit.acting import actor_of
from wir.kit.paper import paper
from wir.privacy import actions as privacy
from wir.privacy.rules import TEXT_VERSION


@require_safe
@login_required
def processing(request: HttpRequest) -> HttpResponse:
    return _show(request)


@require_safe
@login_required
def processing_paper(request: HttpRequest) -> HttpResponse:
    """The same to print, in German: it is shown to German authorities."""
    return paper(request, "desk/privacy/record.html", _context(request), filename="verzeichnis.pdf")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def period(request: HttpRequest, carrier_id: UUID) -> HttpResponse:
    """A carrier decides how long it keeps what no source fixes."""
    actor, today = actor_of(request), timezone.localdate()
    carrier = queries.carriers_led_by(actor, today).filter(pk=carrier_id).first()
    if carrier is None:
        raise Http404
    if request.method != "POST":
        return redirect("desk:processing")
    form = PeriodForm(request.POST, carrier_id=carrier.pk, today=today)
    if form.is_valid():
        try:
            privacy.decide_retention(
                network_id=carrier.network_id,
                carrier_id=carrier.pk,
                **form.decision(),
                today=today,
                actor=actor,
            )
        except privacy.CannotRetain as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The period has been recorded."))
            return redirect("desk:processing")
    return _show(request, refused=(carrier.pk, form))


def _show(request: HttpRequest, refused: tuple[UUID, PeriodForm] | None = None) -> HttpResponse:
    context = _context(request)
    sections = [
        {
            "controller": one,
            "form": refused[1]
            if refused and refused[0] == one.carrier_id
            else PeriodForm(carrier_id=one.carrier_id, today=context["today"]),
        }
        for one in context["controllers"]
    ]
    status = 422 if refused else 200
    return render(request, "desk/privacy/processing.html", {**context, "sections": sections}, status=status)


def _context(request: HttpRequest) -> dict[str, Any]:
    today = timezone.localdate()
    controllers = queries.record_of(actor_of(request), today)
    if not controllers:
        raise Http404
    return {"controllers": controllers, "today": today, "version": TEXT_VERSION}
