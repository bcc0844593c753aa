from datetime import date
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.desk.forms import ReleaseForm
from wir.desk.forms.access import sentence_of, words_of
from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.network import actions
from wir.network import queries as network
from wir.people import queries as people
from wir.people.queries import CaseHeader


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def access(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Say why the reader may see this file and who else may; the case team and the head release it here."""
    actor, today = actor_of(request), timezone.localdate()
    case = people.case_header(actor, person_id)
    if case is None:
        raise Http404
    form = _form(request, case, actor, today)
    if request.method == "POST" and form is None:
        raise Http404
    if form and form.is_valid():
        try:
            actions.release_file(
                place=case.person.place(), subject_id=person_id, **form.chosen(), today=today, actor=actor
            )
        except actions.CannotRelease as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The file is released."))
            return htmx.go_to(request, reverse("desk:access", args=[person_id]))
    project_id = case.person.project_id
    reasons = network.explain(actor, person_id, project_id=project_id, today=today)
    staff = network.colleagues_in(actor, today)
    context = {
        "case": case,
        "form": form,
        "reasons": [sentence_of(reason) for reason in reasons],
        "staff": [one for one in staff if one.project_id == project_id],
        "grants": [words_of(grant) for grant in network.grants_on(actor, person_id, today)],
    }
    return render(request, "desk/access.html", context, status=422 if form and form.errors else 200)


def _form(request: HttpRequest, case: CaseHeader, actor: Actor, today: date) -> ReleaseForm | None:
    """Return the form for those who decide about this file."""
    project_id = case.person.project_id
    if project_id not in actor.projects:
        return None
    if case.person_id not in actor.team and not network.leads(actor, project_id, today):
        return None
    others = [
        one
        for one in network.colleagues_in(actor, today)
        if one.network_id == case.person.network_id and one.project_id != project_id
    ]
    data = request.POST if request.method == "POST" else None
    return ReleaseForm(data, others=others, initial={"from_on": today})
