"""The residence tab: papers, their correction, entry and asylum procedure."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.versions import ChangedMeanwhile
from wir.people import actions, queries
from wir.people.forms import ProcedureForm, ResidenceForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def residence(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    case = queries.case_header(actor, person_id)
    if case is None:
        raise Http404
    form = ResidenceForm(request.POST or None, known={"status": case.status, "legal_basis": case.legal_basis})
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_residence(
                person=case.person, **form.paper(), today=timezone.localdate(), actor=actor
            )
        except actions.CannotChangeResidence as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The paper was recorded."))
            return htmx.go_to(request, reverse("people:residence", args=[person_id]))
    context = {
        "case": case,
        "form": form,
        "papers": queries.residences_of(actor, person_id),
        "procedure": queries.procedure_of(actor, person_id),
    }
    return htmx.page(
        request, "people/residence.html", context, part="form", status=422 if form.errors else 200
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def procedure(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    case = queries.case_header(actor, person_id)
    if case is None:
        raise Http404
    known = queries.procedure_facts_of(actor, person_id)
    form = ProcedureForm(request.POST or None, known=known, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct_procedure(person=case.person, facts=form.facts(), actor=actor)
        except actions.CannotCorrectProcedure as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The facts of entry and procedure were recorded."))
            return htmx.go_to(request, reverse("people:residence", args=[person_id]))
    context = {"case": case, "form": form}
    return htmx.page(
        request, "people/procedure.html", context, part="form", status=422 if form.errors else 200
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest, person_id: UUID, paper_id: UUID) -> HttpResponse:
    """Correct a paper that was written down wrongly."""
    actor = actor_of(request)
    case, found = queries.case_header(actor, person_id), queries.paper_or_none(actor, person_id, paper_id)
    if case is None or found is None:
        raise Http404
    form = ResidenceForm(
        request.POST if request.method == "POST" else None, known=queries.paper_values(found)
    )
    if form.is_valid():
        try:
            actions.correct_residence(
                person=case.person,
                paper_id=paper_id,
                **form.paper(),
                seen=form.seen(),
                today=timezone.localdate(),
                actor=actor,
            )
        except ChangedMeanwhile as refusal:
            form.explain_changes(refusal)
        except actions.CannotChangeResidence as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The paper was corrected."))
            return htmx.go_to(request, reverse("people:residence", args=[person_id]))
    context = {"case": case, "form": form}
    return htmx.page(request, "people/paper.html", context, part="form", status=422 if form.errors else 200)
