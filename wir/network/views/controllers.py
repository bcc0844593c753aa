from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.network import actions, queries
from wir.network.forms import LAWS, TOPICS, ControllerForm
from wir.network.rules import LAW_SOURCES, CarrierLaw, LawTopic, place_in_law
from wir.privacy.queries import months_decided
from wir.privacy.rules import Purpose


@require_safe
@login_required
def controllers(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    mine = queries.carriers_described_by(actor, timezone.localdate())
    decided = months_decided(actor)
    rows = [
        {
            "carrier": carrier,
            "controller": getattr(carrier, "controller", None),
            "law": _law(getattr(carrier, "controller", None)),
            "kept": decided.get((carrier.pk, Purpose.COUNSELLING)),
            "may_edit": carrier.pk in mine,
        }
        for carrier in queries.carriers_of(actor)
    ]
    context = {"rows": rows}
    return render(request, "network/controllers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def controller(request: HttpRequest, carrier_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    carrier = queries.carrier_or_none(actor, carrier_id)
    if carrier is None or carrier.pk not in queries.carriers_described_by(actor, today):
        raise Http404
    known = queries.controller_of(carrier)
    form = ControllerForm.about(known, request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.describe_controller(carrier=carrier, values=form.values(), actor=actor)
        messages.success(
            request, _("What you entered is recorded; what stood there before remains in history.")
        )
        return htmx.go_to(request, reverse("network:controllers"))
    law = CarrierLaw(known.law) if known.law else CarrierLaw.GDPR
    context = {
        "carrier": carrier,
        "form": form,
        "law": LAWS[law],
        "source": LAW_SOURCES[law],
        "places": [
            (TOPICS[topic], place_in_law(topic, CarrierLaw.GDPR), place_in_law(topic, law))
            for topic in LawTopic
        ],
        "own_law": law is not CarrierLaw.GDPR,
        "history": [(row, _law(row)) for row in queries.controller_history(carrier)],
    }
    return render(request, "network/controller.html", context, status=422 if form.errors else 200)


def _law(known: object) -> object:
    law = getattr(known, "law", "")
    return LAWS[CarrierLaw(law)] if law else ""
