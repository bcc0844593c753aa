from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wir.desk.forms import JoinForm
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.network import queries as network
from wir.people import actions
from wir.people import queries as people
from wir.people.actions import CannotCheck
from wir.privacy import queries as privacy
from wir.privacy.rules import Purpose


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def between(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Show whether other networks may find the person, and let the person agree."""
    actor, today = actor_of(request), timezone.localdate()
    case = people.case_header(actor, person_id)
    if case is None:
        raise Http404
    is_open = network.duplicate_check_open(actor, case.person.network_id)
    spoken = {"language": case.person.contact_language or "de"}
    form = JoinForm(request.POST if request.method == "POST" else None, initial=spoken)
    if form.is_valid():
        try:
            actions.join_check(
                person=case.person,
                way=form.consent_way(),
                language=form.cleaned_data["language"],
                today=today,
                actor=actor,
            )
        except CannotCheck as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(
                request, _("The consent is recorded. Other networks may find the person as perhaps known.")
            )
            return htmx.go_to(request, reverse("desk:between", args=[person_id]))
    context = {
        "case": case,
        "form": form,
        "is_open": is_open,
        "consent": privacy.consent_in_force(actor, person_id, Purpose.BETWEEN_NETWORKS, today),
    }
    return render(request, "desk/between.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def leave_between(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    case = people.case_header(actor, person_id)
    if case is None:
        raise Http404
    try:
        actions.leave_check(person=case.person, today=timezone.localdate(), actor=actor)
    except CannotCheck:
        messages.warning(request, _("No consent was in force. Nothing was changed."))
    else:
        messages.success(request, _("The consent is taken back, and the marks are deleted."))
    return htmx.go_to(request, reverse("desk:between", args=[person_id]))
