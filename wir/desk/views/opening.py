"""Opening what is closed, with a reason and after signing in anew; and the log of a file in plain words."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.desk import actions
from wir.desk.forms import OpenFileForm, ReasonForm
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.network import actions as network
from wir.network.actions import CannotBreakGlass
from wir.network.rules import Scope
from wir.people import queries as people
from wir.privacy import queries as privacy

if TYPE_CHECKING:
    from wir.people.queries import CaseHeader

PER_PAGE = 50
View = Callable[..., HttpResponse]


def after_signing_in_anew(view: View) -> View:
    """Ask for password or second factor first, unless that was done a moment ago.

    allauth would keep the sent form in the session and answer it later past our middleware; so a form that comes too
    late leads back to itself, empty.
    """
    ask = reauthentication_required(lambda request: None)

    @wraps(view)
    def asked(request: HttpRequest, *args: UUID, **kwargs: UUID) -> HttpResponse:
        try:
            ask(request)
        except ReauthenticationRequired:
            url = f"{reverse('account_reauthenticate')}?{urlencode({'next': request.path})}"
            return htmx.go_to(request, url)
        return view(request, *args, **kwargs)

    return asked


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@after_signing_in_anew
def open_file(request: HttpRequest) -> HttpResponse:
    """A closed file of another sub-project, by its case number; whoever works in no file finds no such page."""
    actor = actor_of(request)
    if not actor.projects:
        raise Http404
    form = OpenFileForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            opened = actions.open_closed_files(**form.cleaned_data, now=timezone.now(), actor=actor)
        except actions.NothingClosed:
            form.nothing_closed()
        except CannotBreakGlass as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The file is open to you for one hour. Its case team has been told."))
            return htmx.go_to(request, reverse("desk:case", args=[opened[0]]))
    status = 422 if form.errors else 200
    return htmx.page(request, "desk/open_file.html", {"form": form}, part="form", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@after_signing_in_anew
def open_notes(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The notes of a file that one may read without being of the case team."""
    actor, case = actor_of(request), _case(request, person_id)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            network.break_glass(
                place=case.person.place(),
                subject_id=person_id,
                scope=Scope.CASE_TEAM,
                reason=form.cleaned_data["reason"],
                now=timezone.now(),
                actor=actor,
            )
        except CannotBreakGlass as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(
                request, _("The notes are open to you for one hour. The case team has been told.")
            )
            return htmx.go_to(request, reverse("counselling:contacts", args=[person_id]))
    status = 422 if form.errors else 200
    return htmx.page(
        request, "desk/open_notes.html", {"case": case, "form": form}, part="form", status=status
    )


@require_safe
@login_required
def log(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Who was in the file: by day and function, to be read or printed together with the person."""
    actor, case = actor_of(request), _case(request, person_id)
    page = Paginator(privacy.log_of(actor, person_id), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "case": case,
        "page": page,
        "rows": [privacy.in_words(row) for row in page],
        "in_team": person_id in actor.team,
    }
    return htmx.page(request, "desk/log.html", context, part="log")


def _case(request: HttpRequest, person_id: UUID) -> CaseHeader:
    case = people.case_header(actor_of(request), person_id)
    if case is None:
        raise Http404
    return case
