"""Special needs of a person: closed until somebody of the case team opens them, and that is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.sealing import CannotUnseal, KeyMissing
from wir.people import actions, queries
from wir.people.forms import NeedForm, words_of
from wir.people.forms.needs import PROBLEMS
from wir.privacy.rules import Purpose

if TYPE_CHECKING:
    from wir.people.forms.needs import NeedWords
    from wir.people.queries import CaseHeader


@login_required
@require_safe
def needs(request: HttpRequest, person_id: UUID) -> HttpResponse:
    return _show(request, _case(request, person_id))


# A form sent after the session ended leads through the sign-in to its own address, with GET; so each answers that too.


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def open_needs(request: HttpRequest, person_id: UUID) -> HttpResponse:
    case = _case(request, person_id)
    if request.method != "POST":
        return _back(request, person_id)
    try:
        found = actions.read_needs(person=case.person, purpose=Purpose.COUNSELLING, actor=actor_of(request))
    except actions.CannotRead:
        return _back(request, person_id)  # the page says who may
    try:
        opened = [words_of(need) for need in found]
    except (KeyMissing, CannotUnseal):
        return _show(request, case, unreadable=True)
    return _show(request, case, opened=opened)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def seal(request: HttpRequest, person_id: UUID) -> HttpResponse:
    case = _case(request, person_id)
    if request.method != "POST":
        return _back(request, person_id)
    form = NeedForm(request.POST)
    if form.is_valid():
        try:
            actions.seal_need(
                person=case.person, **form.values(), today=timezone.localdate(), actor=actor_of(request)
            )
        except actions.CannotSeal as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The need was recorded, encrypted."))
            return _back(request, person_id)
    return _show(request, case, form=form)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, person_id: UUID, need_id: UUID) -> HttpResponse:
    case = _case(request, person_id)
    if request.method == "POST":
        try:
            actions.close_need(
                person=case.person, need_id=need_id, closed_on=timezone.localdate(), actor=actor_of(request)
            )
        except actions.CannotSeal as refusal:
            for problem in refusal.problems:
                messages.warning(request, str(PROBLEMS[problem]))
        else:
            messages.success(request, _("The need is closed."))
    return _back(request, person_id)


def _show(
    request: HttpRequest,
    case: CaseHeader,
    *,
    opened: list[NeedWords] | None = None,
    unreadable: bool = False,
    form: NeedForm | None = None,
) -> HttpResponse:
    context = {
        "case": case,
        "in_team": case.person_id in actor_of(request).team,
        "is_open": opened is not None,
        "needs": opened or [],
        "unreadable": unreadable,
        "form": form or NeedForm(initial={"known_on": timezone.localdate()}),
    }
    status = 422 if form is not None else 200
    return htmx.page(request, "people/needs.html", context, part="needs", status=status)


def _case(request: HttpRequest, person_id: UUID) -> CaseHeader:
    case = queries.case_header(actor_of(request), person_id)
    if case is None:
        raise Http404
    return case


def _back(request: HttpRequest, person_id: UUID) -> HttpResponse:
    return htmx.go_to(request, reverse("people:needs", args=[person_id]))
