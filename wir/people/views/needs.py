"""Special needs of a person: closed until somebody of the case team opens them, and that is recorded."""

from __future__ import annotations

from dataclasses import dataclass
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
from wir.people.forms.needs import PROBLEMS, RELEASE_PROBLEMS, AgreementForm, ReadingForm, ReleaseForm
from wir.people.forms.profile_words import REQUIREMENTS
from wir.people.rules.requirements import RequirementKind

if TYPE_CHECKING:
    from wir.people.forms.needs import NeedWords
    from wir.people.queries import CaseHeader


@dataclass(frozen=True, slots=True)
class Forms:
    """The one form of the page that was refused; all others start afresh."""

    need: NeedForm | None = None
    reading: ReadingForm | None = None
    agreement: AgreementForm | None = None
    release: ReleaseForm | None = None


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
    reading = ReadingForm(request.POST)
    if not reading.is_valid():
        return _show(request, case, Forms(reading=reading))
    try:
        found = actions.read_needs(
            person=case.person,
            reason=reading.reading_reason(),
            today=timezone.localdate(),
            actor=actor_of(request),
        )
    except actions.CannotRead:
        return _back(request, person_id)  # the page says who may, and that a consent is missing
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
    return _show(request, case, Forms(need=form))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Record the person's yes to keeping health data."""
    case = _case(request, person_id)
    if request.method != "POST":
        return _back(request, person_id)
    form = AgreementForm(request.POST)
    if not form.is_valid():
        return _show(request, case, Forms(agreement=form))
    try:
        actions.agree_to_needs(
            person=case.person, **form.values(), today=timezone.localdate(), actor=actor_of(request)
        )
    except actions.CannotSeal:
        return _back(request, person_id)  # the page says who may
    messages.success(request, _("The consent was recorded."))
    return _back(request, person_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Let others know requirements without the reason."""
    case = _case(request, person_id)
    if request.method != "POST":
        return _back(request, person_id)
    form = ReleaseForm(request.POST)
    if form.is_valid():
        try:
            actions.release_requirements(
                person=case.person, **form.values(), today=timezone.localdate(), actor=actor_of(request)
            )
        except actions.CannotRelease as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The requirements are released, without the reason."))
            return _back(request, person_id)
    return _show(request, case, Forms(release=form))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, person_id: UUID, requirement_id: UUID) -> HttpResponse:
    """Take a released requirement back."""
    case = _case(request, person_id)
    if request.method == "POST":
        try:
            actions.withdraw_requirement(
                person=case.person,
                requirement_id=requirement_id,
                today=timezone.localdate(),
                actor=actor_of(request),
            )
        except actions.CannotRelease as refusal:
            for problem in refusal.problems:
                messages.warning(request, str(RELEASE_PROBLEMS[problem]))
        else:
            messages.success(request, _("The requirement is taken back."))
    return _back(request, person_id)


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
    forms: Forms | None = None,
    *,
    opened: list[NeedWords] | None = None,
    unreadable: bool = False,
) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    in_team = case.person_id in actor.team
    shown = forms or Forms()
    is_open = opened is not None
    released = [] if is_open else queries.released_of(actor, case.person_id)
    context: dict[str, object] = {
        "case": case,
        "in_team": in_team,
        "agreed": is_open or (in_team and queries.health_data_agreed(actor, case.person_id, today)),
        "is_open": is_open,
        "needs": opened or [],
        "unreadable": unreadable,
        "form": shown.need or NeedForm(initial={"known_on": today}),
        "reading": shown.reading or ReadingForm(),
        "agreement": shown.agreement or AgreementForm(),
        "release": shown.release or ReleaseForm(),
        "released": [(REQUIREMENTS[RequirementKind(one.kind)], one) for one in released if one.holds(today)],
    }
    if is_open:  # it would not be, were counselling stopped
        context["counselling_stopped"] = False
    return htmx.page(request, "people/needs.html", context, part="needs", status=422 if forms else 200)


def _case(request: HttpRequest, person_id: UUID) -> CaseHeader:
    case = queries.case_header(actor_of(request), person_id)
    if case is None:
        raise Http404
    return case


def _back(request: HttpRequest, person_id: UUID) -> HttpResponse:
    return htmx.go_to(request, reverse("people:needs", args=[person_id]))
