"""Acting for somebody: with whom we may speak, what is signed, who decides for minors, legal questions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.counselling import actions, queries
from wir.counselling.forms import powers as forms
from wir.counselling.forms import words_of_topics
from wir.counselling.rules.papers import sheets
from wir.counselling.rules.powers import (
    GuardianKind,
    PowerKind,
    PowerProblem,
    PowerState,
    Signer,
    Speech,
    signers_needed,
    state_of,
)
from wir.counselling.views.case import ask, case_or_404, done
from wir.files import queries as files
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.calendar import add_months
from wir.kit.paper import paper

if TYPE_CHECKING:
    from datetime import date

    from wir.counselling.forms.words import ExplainedForm
    from wir.counselling.models import Power
    from wir.directory.models import Organisation
    from wir.people.queries import CaseHeader

LASTS = 12
"""Months that a power is proposed for."""
CLOSED = forms.EXPLANATIONS[PowerProblem.NO_CONSENT][1]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def powers(request: HttpRequest, person_id: UUID) -> HttpResponse:
    case, today = case_or_404(request, person_id), timezone.localdate()
    initial = {"until_on": add_months(today, LASTS), "language": case.person.contact_language or "de"}
    form = forms.PowerForm(request.POST if request.method == "POST" else None, initial=initial)
    if done(
        form,
        lambda: actions.prepare_power(
            person=case.person, **form.values(), today=today, actor=actor_of(request)
        ),
        actions.CannotEmpower,
    ):
        messages.success(
            request, _("It has been prepared. Print it, let it be signed, then record the signature.")
        )
        return _back(request, person_id)
    return _show(request, case, {"form": form}, refused=bool(form.errors))


@require_safe
@login_required
def power_paper(request: HttpRequest, person_id: UUID, power_id: UUID) -> HttpResponse:
    """What is to be signed: German, and before it the person's language."""
    case, power = case_or_404(request, person_id), _power(request, person_id, power_id)
    needed = signers_needed(case.birth_date, timezone.localdate())
    context = {
        "case": case,
        "power": power,
        "carrier": case.person.carrier,
        "last_day": power.until_on - timedelta(days=1),
        "guardian_signs": Signer.GUARDIAN in needed,
        "sheets": [
            {"sheet": sheet, "topics": [sheet.topics[topic] for topic in power.topics]}
            for sheet in sheets(power.kind, power.language)
        ],
    }
    return paper(
        request, "counselling/power_paper.html", context, filename=f"{power.kind}-{case.case_number}.pdf"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def sign_power(request: HttpRequest, person_id: UUID, power_id: UUID) -> HttpResponse:
    case, power = case_or_404(request, person_id), _power(request, person_id, power_id)
    actor, today = actor_of(request), timezone.localdate()
    form = forms.SigningForm(
        request.POST if request.method == "POST" else None,
        today=today,
        documents=files.files_of(actor, person_id),
    )
    if done(
        form,
        lambda: actions.sign_power(power=power, **form.values(), today=today, actor=actor),
        actions.CannotEmpower,
    ):
        messages.success(request, _("The signature has been recorded."))
        return _back(request, person_id)
    title = _("Record the signature: %(body)s") % {"body": power.body.name}
    return _ask(request, case, form, title=title, save=_("Save signature"))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def revoke_power(request: HttpRequest, person_id: UUID, power_id: UUID) -> HttpResponse:
    case, power = case_or_404(request, person_id), _power(request, person_id, power_id)
    today = timezone.localdate()
    data = request.POST if request.method == "POST" else None
    form = forms.RevokingForm(data, initial={"revoked_on": today})
    if done(
        form,
        lambda: actions.revoke_power(power=power, **form.cleaned_data, today=today, actor=actor_of(request)),
        actions.CannotEmpower,
    ):
        messages.success(request, _("It has been taken back. Tell the office as well."))
        return _back(request, person_id)
    title = _("Take back: %(body)s") % {"body": power.body.name}
    return _ask(request, case, form, title=title, save=_("Revoke"))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def name_guardian(request: HttpRequest, person_id: UUID) -> HttpResponse:
    case, actor = case_or_404(request, person_id), actor_of(request)
    data = request.POST if request.method == "POST" else None
    form = forms.GuardianForm(data, documents=files.files_of(actor, person_id))
    if done(
        form,
        lambda: actions.name_guardian(
            person=case.person, **form.values(), today=timezone.localdate(), actor=actor
        ),
        actions.CannotEmpower,
    ):
        messages.success(request, _("Parent or guardian has been recorded."))
        return _back(request, person_id)
    return _ask(request, case, form, title=_("Parent or guardian"), save=_("Save"))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ask_legal(request: HttpRequest, person_id: UUID) -> HttpResponse:
    case = case_or_404(request, person_id)
    form = forms.QuestionForm(request.POST if request.method == "POST" else None)
    if done(
        form,
        lambda: actions.ask_legal_question(
            person=case.person, **form.cleaned_data, today=timezone.localdate(), actor=actor_of(request)
        ),
        actions.CannotEmpower,
    ):
        messages.success(request, _("The question has been recorded. A task waits for the answer."))
        return _back(request, person_id)
    return _ask(request, case, form, title=_("Put a legal question"), save=_("Save question"))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def answer_legal(request: HttpRequest, person_id: UUID, question_id: UUID) -> HttpResponse:
    case = case_or_404(request, person_id)
    asked = queries.legal_question_or_none(actor_of(request), person_id, question_id)
    if asked is None:
        raise Http404
    form = forms.AnswerForm(request.POST if request.method == "POST" else None)
    if done(
        form,
        lambda: actions.answer_legal_question(
            asked=asked, **form.cleaned_data, today=timezone.localdate(), actor=actor_of(request)
        ),
        actions.CannotEmpower,
    ):
        messages.success(request, _("The answer has been recorded."))
        return _back(request, person_id)
    return _ask(request, case, form, title=_("Record the answer"), save=_("Save answer"))


def _power(request: HttpRequest, person_id: UUID, power_id: UUID) -> Power:
    power = queries.power_or_none(actor_of(request), person_id, power_id)
    if power is None:
        raise Http404
    return power


def _back(request: HttpRequest, person_id: UUID) -> HttpResponse:
    return htmx.go_to(request, reverse("counselling:powers", args=[person_id]))


def _ask(
    request: HttpRequest, case: CaseHeader, form: ExplainedForm, *, title: str, save: str
) -> HttpResponse:
    back = reverse("counselling:powers", args=[case.person_id])
    return ask(request, case, form, title=title, save=save, back=back)


def _show(request: HttpRequest, case: CaseHeader, more: dict[str, Any], *, refused: bool) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    stopped = queries.is_stopped(case.person, today)
    kept = list(queries.powers_of(actor, case.person_id))
    bodies = {power.body.pk: power.body for power in kept}
    bodies |= {one.pk: one for one in queries.authorities_of(actor, case.person_id)}
    rows = [_row(power, case, today) for power in kept]
    context = more | {
        "case": case,
        "counselling_stopped": stopped,
        "closed": CLOSED if stopped else "",
        "rows": [] if stopped else rows,
        "valid": [] if stopped else [row for row in rows if row["is_valid"]],
        "speak": _spoken(request, case, bodies),
        "guardians": [
            {"guardian": one, "kind": forms.GUARDIANS[GuardianKind(one.kind)]}
            for one in queries.guardians_of(actor, case.person_id)
        ],
        "questions": [] if stopped else list(queries.legal_questions_of(actor, case.person_id)),
        "under_age": Signer.GUARDIAN in signers_needed(case.birth_date, today),
        "today": today,
    }
    return htmx.page(
        request, "counselling/powers.html", context, part="powers", status=422 if refused else 200
    )


def _spoken(request: HttpRequest, case: CaseHeader, bodies: dict[UUID, Organisation]) -> dict[str, Any]:
    """Return the question whether we may speak, and its answer once it was asked."""
    form = forms.SpeakForm(request.GET or None, bodies=bodies.values())
    asked = form.asked() if form.is_bound else None
    if asked is None:
        return {"form": form}
    body_id, topic = asked
    answer = queries.may_we_speak(
        actor_of(request), case.person, body_id=body_id, topic=topic, day=timezone.localdate()
    )
    yes = answer.speech is Speech.YES
    return {
        "form": form,
        "answer": forms.SPEECHES[answer.speech],
        "tone": "success" if yes else "danger",
        "title": _("You may speak") if yes else _("You may not speak"),
    }


def _row(power: Power, case: CaseHeader, today: date) -> dict[str, Any]:
    state = state_of(power.facts(), birth_date=case.birth_date, day=today)
    return {
        "power": power,
        "kind": forms.KINDS[PowerKind(power.kind)],
        "topics": words_of_topics(power.topics),
        "state": forms.STATES[state],
        "tone": forms.TONES[state],
        "is_valid": state is PowerState.VALID,
    }
