from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.desk import actions, queries
from wir.desk.forms import RequestDecisionForm, RequestForm
from wir.desk.forms.authorities import CATEGORIES, DECISIONS, KINDS, WAYS
from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.network import queries as network
from wir.people import queries as people
from wir.people.models import Person
from wir.privacy import queries as privacy
from wir.privacy.actions import CannotDecideRequest, CannotLogRequest
from wir.privacy.models import AuthorityRequest
from wir.privacy.rules import AuthorityKind, DataCategory, RequestDecision, RequestWay

A_PAGE = 25


@require_safe
@login_required
def authorities(request: HttpRequest) -> HttpResponse:
    """List what authorities asked: the actor's own entries, for heads those of their sub-projects."""
    actor = actor_of(request)
    found = privacy.authority_requests(actor, network.led_by(actor, timezone.localdate()))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    rows = [{"request": one, **_words(one)} for one in page]
    context = {"page": page, "rows": rows, "may_log": bool(actor.projects)}
    return render(request, "desk/authorities.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_request(request: HttpRequest) -> HttpResponse:
    """Put down that an authority asked; whoever is asked says nothing."""
    actor, today = actor_of(request), timezone.localdate()
    projects = list(network.projects_of(actor))
    if not projects:
        raise Http404
    form = RequestForm(
        request.POST if request.method == "POST" else None,
        projects=projects,
        initial={"asked_on": today, "case_number": _number(actor, request.GET.get("fall", ""))},
    )
    if form.is_valid():
        person = queries.file_by_number(actor, form.cleaned_data["case_number"])
        if form.cleaned_data["case_number"] and person is None:
            form.say_unknown()
        else:
            try:
                actions.take_down_request(
                    project=form.chosen_project(), person=person, asked=form.asked(), today=today, actor=actor
                )
            except CannotLogRequest as refusal:
                form.explain(refusal.problems)
            else:
                messages.success(
                    request, _("The request is put down and handed to the head of the sub-project.")
                )
                return htmx.go_to(request, reverse("desk:authorities"))
    return render(request, "desk/new_request.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def authority(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Show one request; the head of the sub-project decides."""
    actor, today = actor_of(request), timezone.localdate()
    led = network.led_by(actor, today)
    asked = privacy.authority_request_or_none(actor, led, request_id)
    if asked is None:
        raise Http404
    form = RequestDecisionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.decide_request(request=asked, decided=form.decided(), today=today, actor=actor)
        except CannotDecideRequest as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The decision is recorded."))
            return htmx.go_to(request, reverse("desk:authority", args=[request_id]))
    context = {
        "request_asked": asked,
        "form": form if asked.project_id in led and not asked.decision else None,
        "case": people.case_header(actor, asked.subject_id) if asked.subject_id else None,
        "controller": network.controller_at(actor, asked.carrier_id),
        **_words(asked),
    }
    return render(request, "desk/authority.html", context, status=422 if form.errors else 200)


def _words(asked: AuthorityRequest) -> dict[str, object]:
    return {
        "kind": KINDS[AuthorityKind(asked.kind)],
        "way": WAYS[RequestWay(asked.way)],
        "decision": DECISIONS[RequestDecision(asked.decision)] if asked.decision else "",
        "given_out": [CATEGORIES[DataCategory(code)] for code in asked.given_out],
    }


def _number(actor: Actor, person_id: str) -> str:
    person: Person | None = None
    try:
        person = people.person_or_none(actor, UUID(person_id))
    except ValueError:
        return ""
    return person.participant.case_number if person else ""
