from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wir.eligibility import queries
from wir.eligibility.forms import TrialForm
from wir.eligibility.views.case import case_of
from wir.kit import htmx
from wir.kit.acting import actor_of


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def trial(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Answer with facts that are not to be kept: nothing of them reaches table, history, audit, address or log."""
    actor, case = actor_of(request), case_of(request, person_id)
    form = TrialForm(request.POST or None, today=timezone.localdate())
    context: dict[str, object] = {"case": case, "form": form}
    if form.is_bound and form.is_valid():
        activity, on = form.question()
        facts = replace(queries.facts_of(actor, person_id, on), **form.assumed())
        found = queries.judged(facts, activity, on, queries.policy_of(actor, person_id, on))
        answer = found.answer
        context |= {"answer": answer, "activity": activity, "on": on}
    status = 422 if form.errors else 200
    return htmx.page(request, "eligibility/trial.html", context, part="form", status=status)
