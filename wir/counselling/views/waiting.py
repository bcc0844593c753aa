"""The waiting list of a sub-project."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.counselling import actions, queries
from wir.counselling.forms import waiting as forms
from wir.counselling.rules.waiting import DeclineReason, Urgency
from wir.counselling.views.case import done
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.network.queries import projects_of

if TYPE_CHECKING:
    from wir.counselling.models import Waiting


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def waiting(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    projects = projects_of(actor)
    if not projects:
        raise Http404
    form = forms.WaitingForm(
        request.POST if request.method == "POST" else None, projects=projects, today=today
    )
    if done(
        form,
        lambda: actions.put_on_list(
            project=form.chosen_project(), values=form.values(), today=today, actor=actor
        ),
        actions.CannotWait,
    ):
        messages.success(request, _("The person is on the list. A task keeps the promised day."))
        return htmx.go_to(request, reverse("counselling:waiting"))
    rows = [_row(number, entry, today) for number, entry in enumerate(queries.waiting_list(actor), 1)]
    context = {"form": form, "rows": rows}
    status = 422 if form.errors else 200
    return htmx.page(request, "counselling/waiting.html", context, part="waiting", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def decline_waiting(request: HttpRequest, waiting_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    entry = queries.waiting_or_none(actor, waiting_id)
    if entry is None:
        raise Http404
    form = forms.DecliningForm(request.POST if request.method == "POST" else None)
    if done(
        form,
        lambda: actions.decline_waiting(
            waiting=entry,
            reason=DeclineReason(form.cleaned_data["reason"]),
            referred_to=form.cleaned_data["referred_to"],
            today=timezone.localdate(),
            actor=actor,
        ),
        actions.CannotWait,
    ):
        messages.success(request, _("It has been recorded that the person is not taken on."))
        return htmx.go_to(request, reverse("counselling:waiting"))
    context = {"entry": entry, "form": form}
    status = 422 if form.errors else 200
    return htmx.page(request, "counselling/waiting_decline.html", context, part="form", status=status)


def _row(number: int, entry: Waiting, today: date) -> dict[str, Any]:
    urgency = Urgency(entry.urgency)
    return {
        "number": number,
        "entry": entry,
        "name": entry.full_name(),
        "id": str(entry.pk),
        "urgency": forms.SHORT_URGENCIES[urgency],
        "tone": forms.TONES[urgency],
        "is_late": entry.reply_by < today,
    }
