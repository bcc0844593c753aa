from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.desk import actions
from wir.desk.forms import EXPLANATIONS, LinkForm
from wir.kit.acting import Actor, actor_of
from wir.people import actions as people_actions
from wir.people import queries as people
from wir.people.queries import CaseHeader


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def in_network(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Ask whether the person takes part in another sub-project of the network already, and keep the answer."""
    actor = actor_of(request)
    case = _case(actor, person_id)
    form = LinkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.decide_whether_same(
                person=case.person, other_id=form.cleaned_data["other"], same=form.is_same(), actor=actor
            )
        except people_actions.CannotLink as refusal:
            for problem in refusal.problems:
                form.add_error(None, str(EXPLANATIONS[problem][1]))
        else:
            messages.success(request, _("The decision is recorded."))
            return redirect("desk:in_network", person_id)
    context = {
        "case": case,
        "form": form,
        "undecided": people.undecided(actor, case.person),
        "decisions": people.decisions_of(actor, person_id),
    }
    return render(request, "desk/in_network.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def part(request: HttpRequest, person_id: UUID, decision_id: UUID) -> HttpResponse:
    """Undo a link."""
    actor = actor_of(request)
    case = _case(actor, person_id)
    decision = people.decisions_of(actor, person_id).filter(pk=decision_id).first()
    if decision is None:
        raise Http404
    if request.method == "POST":
        try:
            actions.part(person=case.person, decision=decision, actor=actor)
        except people_actions.CannotLink as refusal:
            for problem in refusal.problems:
                messages.error(request, str(EXPLANATIONS[problem][1]))
        else:
            messages.success(request, _("The files count for two participants again."))
    return redirect("desk:in_network", person_id)


def _case(actor: Actor, person_id: UUID) -> CaseHeader:
    case = people.case_header(actor, person_id)
    if case is None or case.person.project_id not in actor.projects:
        raise Http404
    return case
