from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.eligibility import actions, queries
from wir.eligibility.forms import (
    ACTIVITIES,
    MAY_WORK,
    CircumstancesForm,
    QuestionForm,
    as_sent,
    asked_here,
    contradicting,
    missing_facts,
)
from wir.eligibility.rules import Activity, MayWork
from wir.eligibility.rules.changes import what_changes_next
from wir.eligibility.rules.circumstances import dwelling_told
from wir.eligibility.rules.dwelling import dwelling_of
from wir.eligibility.rules.paper import paper_contradicts
from wir.eligibility.rules.spoken import lines_of
from wir.eligibility.rules.support import support_for
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.registry import TimelineItem
from wir.people import queries as people

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from wir.eligibility.models import Assessment
    from wir.people.queries import CaseHeader

ANSWERS_SHOWN = 20
ICONS = {
    MayWork.YES: "success",
    MayWork.YES_WITH_PERMISSION: "checklist",
    MayWork.NO: "close",
    MayWork.UNDECIDED: "question-mark",
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def work(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, case = actor_of(request), case_of(request, person_id)
    sent = request.POST if request.method == "POST" else request.GET
    form = QuestionForm(sent, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        activity, on = form.question()
        actions.assess_person(person=case.person, activity=activity, on=on, actor=actor)
        messages.success(request, _("The answer was kept with the facts it rests on."))
        return htmx.go_to(request, address(person_id, activity, on))
    context = {
        "case": case,
        "form": form,
        "kept": [_kept(one) for one in queries.assessments_of(actor, person_id)[:ANSWERS_SHOWN]],
        **(_answered(request, form, case) if form.is_valid() else {}),
    }
    status = 200 if form.is_valid() else 422
    return htmx.page(request, "eligibility/work.html", context, part="answer", status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def circumstances(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, case = actor_of(request), case_of(request, person_id)
    known = queries.circumstances_of(actor, person_id)
    only = request.POST.getlist("only")
    form = CircumstancesForm(request.POST or None, known=known, only=only)
    if request.method == "POST" and form.is_valid():
        told = replace(known, **form.cleaned_data)
        try:
            actions.record_circumstances(
                person=case.person, told=told, today=timezone.localdate(), actor=actor
            )
        except actions.CannotRecordCircumstances as refusal:
            form = CircumstancesForm(as_sent(told), known=told)
            form.full_clean()
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The facts were recorded."))
            return htmx.go_to(request, reverse("eligibility:work", args=[person_id]))
    context = {"case": case, "form": form}
    return htmx.page(
        request, "eligibility/circumstances.html", context, part="form", status=422 if form.errors else 200
    )


@login_required
@require_safe
def support(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, case, today = actor_of(request), case_of(request, person_id), timezone.localdate()
    known = queries.known_of(actor, person_id, today)
    pairs = queries.judged(known.facts, Activity.EMPLOYMENT_UNSKILLED, today, None).contradictions
    context = {
        "case": case,
        "today": today,
        "pairs": contradicting(pairs, person_id),
        "support": () if pairs else support_for(known.facts, today),
        "dwelling": dwelling_of(dwelling_told(known.circumstances)),
    }
    return htmx.page(request, "eligibility/support.html", context, part="list")


def case_of(request: HttpRequest, person_id: UUID) -> CaseHeader:
    """Return the header of the case file; a stranger finds nothing."""
    case = people.case_header(actor_of(request), person_id)
    if case is None:
        raise Http404
    return case


def address(person_id: UUID, activity: Activity, on: date) -> str:
    """Return where the answer for an activity and a day is shown."""
    query = urlencode({"activity": activity.value, "on": on.isoformat()})
    return f"{reverse('eligibility:work', args=[person_id])}?{query}"


def _kept(one: Assessment) -> TimelineItem:
    activity = Activity(one.activity)
    asked = {"work": ACTIVITIES[activity], "day": date_format(one.on, "SHORT_DATE_FORMAT")}
    detail = _("%(work)s on %(day)s") % asked
    if one.outdated_on is not None:
        now = {"detail": detail, "answer": MAY_WORK[MayWork(one.now_may_work)]}
        detail = _("%(detail)s – would be answered differently now: %(answer)s") % now
    return TimelineItem(
        on=timezone.localdate(one.made_at),
        title=MAY_WORK[MayWork(one.may_work)],
        detail=detail,
        icon=ICONS[MayWork(one.may_work)],
        url=address(one.person_id, activity, one.on),
    )


def _answered(request: HttpRequest, form: QuestionForm, case: CaseHeader) -> dict[str, object]:
    activity, on = form.question()
    actor = actor_of(request)
    known = queries.known_of(actor, case.person_id, on)
    policy = queries.policy_of(actor, case.person_id, on)
    found = queries.judged(known.facts, activity, on, policy)
    asked = asked_here(found.answer)
    contradicted = paper_contradicts(found.answer, found.facts, activity)
    changes = (
        ()
        if found.contradictions
        else what_changes_next(known.facts, activity=activity, on=on, policy=policy)
    )
    return {
        "activity": activity,
        "on": on,
        "answer": found.answer,
        "facts": found.facts,
        "missing": missing_facts(found.answer, found.facts, case.person_id),
        "fill_in": CircumstancesForm(known=known.circumstances, only=asked) if asked else None,
        "pairs": contradicting(found.contradictions, case.person_id),
        "contradicted": contradicted,
        "spoken": queries.spoken_in_network(
            actor, case.person.network_id, lines_of(found.answer, contradicted=contradicted)
        ),
        "changes": changes,
        "query": urlencode({"activity": activity.value, "on": on.isoformat()}),
    }
