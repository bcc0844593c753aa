"""What has to go, what is held and why, for data protection officers: by case number, without names."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.desk import actions, queries
from wir.desk.forms import HoldForm
from wir.desk.forms.consent import PURPOSES
from wir.desk.forms.retention import CAUSES, GROUNDS, ORDER_STATES
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.templatetags.kit import Link
from wir.people import queries as people
from wir.privacy import actions as privacy
from wir.privacy import queries as known
from wir.privacy.rules import HoldGround, OrderState, Purpose, RetentionCause

if TYPE_CHECKING:
    from datetime import date

    from wir.kit.acting import Actor
    from wir.privacy.models import RetentionHold, RetentionOrder

PER_PAGE = 50


@require_safe
@login_required
def erasures(request: HttpRequest) -> HttpResponse:
    actor, today = _officer(request), timezone.localdate()
    state = _state(request.GET.get("stand", ""))
    page = Paginator(known.orders_audited(actor, state, today), PER_PAGE).get_page(request.GET.get("page"))
    holds = list(known.holds_audited(actor, today))
    numbers = _numbers(*page, *holds)
    context = {
        "states": _states(actor, state, today),
        "page": page,
        "orders": [
            {
                "row": one,
                "number": numbers.get(one.subject_id, ""),
                "purpose": PURPOSES[Purpose(one.purpose)],
                "cause": CAUSES[RetentionCause(one.cause)],
            }
            for one in page
        ],
        "holds": [
            {"row": one, "number": numbers.get(one.subject_id, ""), "ground": GROUNDS[HoldGround(one.ground)]}
            for one in holds
        ],
        "undecided": [
            (carrier, [PURPOSES[purpose] for purpose in purposes])
            for carrier, purposes in queries.carriers_undecided(actor)
        ],
    }
    return render(request, "desk/privacy/erasures.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def hold(request: HttpRequest) -> HttpResponse:
    """Keep what is stored about somebody, whatever is due."""
    actor, today = _officer(request), timezone.localdate()
    form = HoldForm(
        request.POST if request.method == "POST" else None,
        today=today,
        initial={"case_number": request.GET.get("fall", "")},
    )
    if form.is_valid():
        files = people.audited_files(case_number=form.cleaned_data["case_number"])
        try:
            actions.hold_files(files=files, **form.held(), today=today, actor=actor)
        except privacy.CannotRetain as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The data are held: nothing about this person is erased."))
            return htmx.go_to(request, reverse("desk:erasures"))
    return render(request, "desk/privacy/hold.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def release(request: HttpRequest, hold_id: UUID) -> HttpResponse:
    """Let erasures go on."""
    actor = _officer(request)
    held = known.hold_or_none(actor, hold_id)
    if held is None:
        raise Http404
    if request.method == "POST":
        try:
            privacy.release_hold(held=held, today=timezone.localdate(), actor=actor)
        except privacy.CannotRetain:
            messages.info(request, _("This hold is over already."))
        else:
            messages.success(request, _("The hold is released: what is due may be erased."))
    return redirect("desk:erasures")


def _officer(request: HttpRequest) -> Actor:
    actor = actor_of(request)
    if not known.audits(actor):
        raise Http404
    return actor


def _numbers(*rows: RetentionOrder | RetentionHold) -> dict[UUID, str]:
    """The case numbers of those whose data it is about; nobody's name."""
    found = people.audited_files(person_ids={row.subject_id for row in rows})
    return {file.person_id: file.case_number for file in found}


def _state(code: str) -> OrderState:
    return OrderState(code) if code in set(OrderState) else OrderState.DUE


def _states(actor: Actor, chosen: OrderState, today: date) -> list[Link]:
    counted, address = known.orders_counted(actor, today), reverse("desk:erasures")
    return [
        Link(
            label=f"{words} ({counted[OrderState(state)]})",
            url=f"{address}?stand={state}",
            current=state == chosen,
        )
        for state, words in ORDER_STATES.items()
    ]
