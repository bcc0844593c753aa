from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.counselling.models import Stay
from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.monitoring import actions, queries
from wir.monitoring.forms import EntryForm, ExitForm, FollowUpForm, StatusForm
from wir.monitoring.forms.questionnaires import AnswersForm
from wir.monitoring.queries.said import what_rules_say
from wir.people import queries as people


@require_safe
@login_required
def case(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    header = people.case_header(actor, person_id)
    if header is None:
        raise Http404
    stays = list(queries.stays_with_answers(actor, person_id))
    context = {
        "case": header,
        "stays": stays,
        "said": what_rules_say(header.person.participant_id, stays, today=today) if stays else None,
    }
    return render(request, "monitoring/case.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def entry(request: HttpRequest, person_id: UUID, stay_id: UUID) -> HttpResponse:
    stay = _stay(request, person_id, stay_id)
    form = EntryForm(request.POST or None, initial=EntryForm.initial_of(stay))
    return _answered(
        request,
        stay,
        form,
        template="monitoring/entry.html",
        save=lambda today, actor: actions.record_entry(
            stay=stay, answers=form.answers(), today=today, actor=actor
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def leaving(request: HttpRequest, person_id: UUID, stay_id: UUID) -> HttpResponse:
    stay = _stay(request, person_id, stay_id)
    form = ExitForm(request.POST if request.method == "POST" else None, initial=ExitForm.initial_of(stay))
    return _answered(
        request,
        stay,
        form,
        template="monitoring/exit.html",
        save=lambda today, actor: actions.record_exit(
            stay=stay, **form.cleaned_data, today=today, actor=actor
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def status(request: HttpRequest, person_id: UUID, stay_id: UUID) -> HttpResponse:
    stay = _stay(request, person_id, stay_id)
    form = StatusForm(request.POST or None, initial={"on": stay.exited_on})
    return _answered(
        request,
        stay,
        form,
        template="monitoring/status.html",
        save=lambda today, actor: actions.record_status(stay=stay, **form.answer(), today=today, actor=actor),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def follow_up(request: HttpRequest, person_id: UUID, stay_id: UUID) -> HttpResponse:
    stay = _stay(request, person_id, stay_id)
    form = FollowUpForm(request.POST or None, initial=FollowUpForm.initial_of(stay))
    return _answered(
        request,
        stay,
        form,
        template="monitoring/follow_up.html",
        save=lambda today, actor: actions.record_follow_up(
            stay=stay, **form.answer(), today=today, actor=actor
        ),
    )


def _stay(request: HttpRequest, person_id: UUID, stay_id: UUID) -> Stay:
    stay = queries.stay_or_none(actor_of(request), person_id, stay_id)
    if stay is None:
        raise Http404
    return stay


def _answered(
    request: HttpRequest,
    stay: Stay,
    form: AnswersForm,
    *,
    template: str,
    save: Callable[[date, Actor], Any],
) -> HttpResponse:
    """Save the answers and go back to the tab, or show the form with what stands against them."""
    actor, today = actor_of(request), timezone.localdate()
    header = people.case_header(actor, stay.person_id)
    if header is None:  # who oversees a network reads stays, but no files
        raise Http404
    if form.is_valid():
        try:
            save(today, actor)
        except actions.CannotRecord as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The answers have been saved."))
            return htmx.go_to(request, reverse("monitoring:case", args=[stay.person_id]))
    context = {"case": header, "stay": stay, "form": form, "today": today}
    return htmx.page(request, template, context, part="form", status=422 if form.errors else 200)
