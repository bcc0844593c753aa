from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wir.eligibility import queries
from wir.eligibility.adapters.pdf import as_pdf
from wir.eligibility.forms import QuestionForm, contradicting
from wir.eligibility.rules.law import LAW_VERSION
from wir.eligibility.rules.paper import paper_contradicts
from wir.eligibility.rules.spoken import lines_of
from wir.eligibility.views.case import case_of
from wir.kit.acting import actor_of

if TYPE_CHECKING:
    from wir.eligibility.rules import Answer
    from wir.people.queries import CaseHeader

NAMES = {"person": "Auskunft-Arbeit.pdf", "arbeitgeber": "Auskunft-Arbeitgeber.pdf"}
"""File names say what it is, never whom it is about."""


class Audience(StrEnum):
    PERSON = "person"
    EMPLOYER = "arbeitgeber"


@login_required
@never_cache
@require_safe
def sheet(request: HttpRequest, person_id: UUID, audience: str) -> HttpResponse:
    """One page for the person or the employer: as a page to print, or with ``?format=pdf`` as PDF."""
    if audience not in set(Audience):
        raise Http404
    case, form = case_of(request, person_id), QuestionForm(request.GET, today=timezone.localdate())
    if not form.is_valid():
        raise Http404
    activity, on = form.question()
    found = queries.find(actor_of(request), person_id, activity, on)
    easy = request.GET.get("words") == "easy"
    contradicted = paper_contradicts(found.answer, found.facts, activity)
    wanted = request.GET.get("language", "")
    said = _said(request, case, found.answer, contradicted=contradicted) if wanted else []
    spoken = next((one for one in said if one.language == wanted), None)
    context = {
        "case": case,
        "audience": audience,
        "activity": activity,
        "on": on,
        "today": timezone.localdate(),
        "answer": found.answer,
        "pairs": contradicting(found.contradictions, person_id),
        "contradicted": contradicted,
        "spoken": spoken if audience == Audience.PERSON else None,
        "unspoken": bool(wanted) and spoken is None,
        "law_state": date.fromisoformat(LAW_VERSION.partition("/")[0]),
        "easy": easy or spoken is not None or bool(wanted),
        "language": translation.get_language(),
        "query": request.GET.urlencode(),
    }
    if request.GET.get("format") == "pdf":
        content = as_pdf(render_to_string("eligibility/sheet_pdf.html", context, request))
        if content is not None:
            response = HttpResponse(content, content_type="application/pdf")
            response["Content-Disposition"] = f'attachment; filename="{NAMES[audience]}"'
            return response
        context["without_pdf"] = True
    return render(request, "eligibility/sheet.html", context)


def _said(
    request: HttpRequest, case: CaseHeader, answer: Answer, *, contradicted: bool
) -> list[queries.Spoken]:
    lines = lines_of(answer, contradicted=contradicted)
    return queries.spoken_in_network(actor_of(request), case.person.network_id, lines)
