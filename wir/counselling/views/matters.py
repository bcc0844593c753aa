"""Procedures at authorities: the list, one of them with its notices, and what is put down about them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.counselling import actions, queries
from wir.counselling.forms import matters as forms
from wir.counselling.forms import words_of_topics
from wir.counselling.forms.letters import LetterForm
from wir.counselling.rules.letters import letters_for
from wir.counselling.rules.matters import Decision, MatterOutcome, MatterProblem, Remedy, silent_since
from wir.counselling.rules.matters import LegalField as Law
from wir.counselling.views.case import case_or_404, done
from wir.kit import htmx
from wir.kit.acting import actor_of

if TYPE_CHECKING:
    from wir.counselling.models import Matter, Notice
    from wir.counselling.rules.remedies import Count
    from wir.people.queries import CaseHeader

CLOSED = forms.EXPLANATIONS[MatterProblem.NO_CONSENT][1]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def matters(request: HttpRequest, person_id: UUID) -> HttpResponse:
    case, actor, today = case_or_404(request, person_id), actor_of(request), timezone.localdate()
    form = forms.MatterForm(request.POST if request.method == "POST" else None)
    if done(
        form,
        lambda: actions.open_matter(person=case.person, values=form.values(), today=today, actor=actor),
        actions.CannotProceed,
    ):
        messages.success(request, _("The procedure has been recorded."))
        return htmx.go_to(request, reverse("counselling:matters", args=[person_id]))
    stopped = queries.is_stopped(case.person, today)
    rows = [] if stopped else [_row(matter, today) for matter in queries.matters_of(actor, person_id)]
    context = {
        "case": case,
        "counselling_stopped": stopped,
        "closed": CLOSED if stopped else "",
        "rows": rows,
        "form": form,
    }
    status = 422 if form.errors else 200
    return htmx.page(request, "counselling/matters.html", context, part="matters", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def matter(request: HttpRequest, person_id: UUID, matter_id: UUID) -> HttpResponse:
    case, found = matter_or_404(request, person_id, matter_id)
    data = request.POST if request.method == "POST" else None
    form = forms.MatterForm(data, initial=forms.MatterForm.initial_of(found))
    if done(
        form,
        lambda: actions.change_matter(
            matter=found, values=form.values(), today=timezone.localdate(), actor=actor_of(request)
        ),
        actions.CannotProceed,
    ):
        messages.success(request, _("The procedure has been changed."))
        return _to(request, found)
    return _show(request, case, found, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def add_notice(request: HttpRequest, person_id: UUID, matter_id: UUID) -> HttpResponse:
    case, found = matter_or_404(request, person_id, matter_id)
    today = timezone.localdate()
    initial = {"received_on": today, "instruction": "unread"}
    form = forms.NoticeForm(request.POST if request.method == "POST" else None, initial=initial)
    if done(
        form,
        lambda: actions.record_notice(
            matter=found, values=form.values(), today=today, actor=actor_of(request)
        ),
        actions.CannotProceed,
    ):
        messages.success(request, _("The notice has been recorded. Two tasks watch its period."))
        return _to(request, found)
    return _ask_notice(request, case, found, form)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def notice(request: HttpRequest, person_id: UUID, notice_id: UUID) -> HttpResponse:
    found = _notice(request, person_id, notice_id)
    case, its_matter = matter_or_404(request, person_id, found.matter_id)
    data = request.POST if request.method == "POST" else None
    form = forms.NoticeForm(data, initial=forms.NoticeForm.initial_of(found))
    if done(
        form,
        lambda: actions.correct_notice(
            notice=found, values=form.values(), today=timezone.localdate(), actor=actor_of(request)
        ),
        actions.CannotProceed,
    ):
        messages.success(request, _("The notice has been corrected and its period counted anew."))
        return _to(request, its_matter)
    return _ask_notice(request, case, its_matter, form)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def settle_notice(request: HttpRequest, person_id: UUID, notice_id: UUID) -> HttpResponse:
    found = _notice(request, person_id, notice_id)
    case, its_matter = matter_or_404(request, person_id, found.matter_id)
    if request.method != "POST":
        return _to(request, its_matter)
    form = forms.SettlingForm(request.POST, today=timezone.localdate(), auto_id=_ids(found))
    if done(form, lambda: _settle(request, found, form.cleaned_data), actions.CannotProceed):
        messages.success(request, _("It has been recorded what was decided about the notice."))
        return _to(request, its_matter)
    return _show(request, case, its_matter, settling=(found.pk, form))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def close_matter(request: HttpRequest, person_id: UUID, matter_id: UUID) -> HttpResponse:
    case, found = matter_or_404(request, person_id, matter_id)
    if request.method != "POST":
        return _to(request, found)
    form = forms.ClosingForm(request.POST, auto_id="closing_%s")
    if done(
        form,
        lambda: actions.close_matter(
            matter=found,
            outcome=MatterOutcome(form.cleaned_data["outcome"]),
            on=form.cleaned_data["on"],
            today=timezone.localdate(),
            actor=actor_of(request),
        ),
        actions.CannotProceed,
    ):
        messages.success(request, _("The procedure is closed."))
        return htmx.go_to(request, reverse("counselling:matters", args=[person_id]))
    return _show(request, case, found, closing=form)


def _settle(request: HttpRequest, found: Notice, said: dict[str, Any]) -> None:
    today, actor = timezone.localdate(), actor_of(request)
    if said["what"] == forms.ACCEPT:
        actions.accept_notice(notice=found, on=said["on"], today=today, actor=actor)
    else:
        remedy = Remedy(said["what"])
        actions.contest_notice(notice=found, remedy=remedy, on=said["on"], today=today, actor=actor)


def matter_or_404(request: HttpRequest, person_id: UUID, matter_id: UUID) -> tuple[CaseHeader, Matter]:
    """Return the case and its procedure; none to a stranger, or after the consent was taken back."""
    case = case_or_404(request, person_id)
    found = queries.matter_or_none(actor_of(request), person_id, matter_id)
    if found is None or queries.is_stopped(case.person, timezone.localdate()):
        raise Http404
    return case, found


def _notice(request: HttpRequest, person_id: UUID, notice_id: UUID) -> Notice:
    found = queries.notice_or_none(actor_of(request), person_id, notice_id)
    if found is None:
        raise Http404
    return found


def _to(request: HttpRequest, found: Matter) -> HttpResponse:
    return htmx.go_to(request, reverse("counselling:matter", args=[found.person_id, found.pk]))


def _ask_notice(
    request: HttpRequest, case: CaseHeader, found: Matter, form: forms.NoticeForm
) -> HttpResponse:
    context = {"case": case, "matter": found, "form": form}
    status = 422 if form.errors else 200
    return htmx.page(request, "counselling/notice.html", context, part="notice", status=status)


def _show(
    request: HttpRequest,
    case: CaseHeader,
    found: Matter,
    *,
    form: forms.MatterForm | None = None,
    settling: tuple[UUID, forms.SettlingForm] | None = None,
    closing: forms.ClosingForm | None = None,
) -> HttpResponse:
    today = timezone.localdate()
    sent = dict([settling]) if settling else {}
    notices = [
        _notice_row(one, today)
        | {"form": sent.get(one.pk) or forms.SettlingForm(today=today, auto_id=_ids(one))}
        for one in found.notices.all()
    ]
    context = _row(found, today) | {
        "case": case,
        "notices": notices,
        "spoken": _spoken(request, case, found),
        **_letters(found, today),
        "form": form or forms.MatterForm(initial=forms.MatterForm.initial_of(found)),
        "closing": closing or forms.ClosingForm(initial={"on": today}, auto_id="closing_%s"),
    }
    refused = settling or closing or (form and form.errors)
    status = 422 if refused else 200
    return htmx.page(request, "counselling/matter.html", context, part="matter", status=status)


def _spoken(request: HttpRequest, case: CaseHeader, found: Matter) -> list[dict[str, object]]:
    """Return on what ground and about what we may speak with this authority today."""
    partners = queries.speaking_partners(actor_of(request), case.person, timezone.localdate())
    return [
        {"topics": words_of_topics(power.topics), "until_on": power.until_on}
        for power in partners
        if power.body_id == found.authority_id
    ]


def _letters(found: Matter, today: date) -> dict[str, Any]:
    """Return the letters that fit, and by which day an objection must have arrived."""
    facts = queries.letter_facts(found, today)
    return {
        "writing": LetterForm(letters_for(facts, today)),
        "objection_until": facts.objection_until,
        "objection_late": bool(facts.objection_until and facts.objection_until < today),
    }


def _row(found: Matter, today: date) -> dict[str, Any]:
    latest = next((_notice_row(one, today) for one in found.notices.all()), None)
    silent = silent_since(Law(found.field), found.filed_on) if found.filed_on and not latest else None
    return {
        "matter": found,
        "law": forms.SHORT_FIELDS[Law(found.field)],
        "outcome": forms.OUTCOMES[MatterOutcome(found.outcome)] if found.outcome else "",
        "latest": latest,
        "silent_on": silent[0] if silent else None,
        "silent_section": silent[1] if silent else "",
        "is_silent": bool(silent and silent[0] <= today),
    }


def _notice_row(found: Notice, today: date) -> dict[str, Any]:
    period = found.period()
    last = period.safe.last_day
    differs = period.safe != period.legal
    return {
        "notice": found,
        "decision": forms.DECISIONS[Decision(found.decision)],
        "remedy": forms.REMEDIES[Remedy(found.remedy)],
        "watched": found.decision != Decision.GRANTED and not found.is_settled,
        "last_day": last,
        "legal_last_day": period.legal.last_day if differs else None,
        "days_left": (last - today).days,
        "is_over": last < today,
        "counts": [_count_words(_("Safe day"), period.safe)]
        + ([_count_words(_("By the wording of federal law"), period.legal)] if differs else []),
        "doubts": [forms.DOUBTS[doubt] for doubt in period.doubts],
    }


def _count_words(title: str, count: Count) -> dict[str, Any]:
    steps = [{"words": forms.COUNTED[step.counted], "step": step} for step in count.steps]
    return {"title": title, "steps": steps}


def _ids(found: Notice) -> str:
    return f"id_{found.pk}_%s"
