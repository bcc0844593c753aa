"""The tab on consent and data protection: answers, withdrawal, notices."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.desk import queries
from wir.desk.forms.consent import (
    PURPOSES,
    SHARED,
    STATES,
    TONES,
    AnswerForm,
    WithdrawalForm,
)
from wir.desk.forms.retention import CAUSES, GROUNDS, ORDER_STATES
from wir.desk.forms.words import CONSENT_WAYS
from wir.kit.acting import actor_of
from wir.kit.languages import SPOKEN
from wir.kit.paper import paper
from wir.people import queries as people
from wir.privacy import actions as privacy
from wir.privacy import queries as known
from wir.privacy.rules import (
    INFORMED,
    TEXT_VERSION,
    ConsentState,
    ConsentWay,
    HoldGround,
    Purpose,
    RetentionCause,
    Shared,
    blocks,
    languages,
    sheets,
)

if TYPE_CHECKING:
    from wir.kit.acting import Actor
    from wir.people.queries import CaseHeader
    from wir.privacy.models import Consent, SharingConsent


@require_safe
@login_required
def consent(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, case = actor_of(request), case_or_404(request, person_id)
    today = timezone.localdate()
    disclosures = queries.disclosures_of(actor, person_id)
    received = {gone.sharing_id for gone, _name in disclosures}
    history = list(known.history_of(actor, person_id))
    answers = known.answers_among(history, today)
    context = {
        "case": case,
        "counselling_stopped": any(
            blocks(one.state) for one in answers if one.purpose is Purpose.COUNSELLING
        ),
        "answers": [_answer(one) for one in answers],
        "history": [_given(one) for one in history],
        "sharing": [
            _shared(one, name, one.pk in received, today)
            for one, name in queries.sharing_of(actor, person_id)
        ],
        "disclosures": [
            {"row": one, "name": name, "fields": _words(one.fields)} for one, name in disclosures
        ],
        "notices": _notices(actor, case),
        "holds": [
            {"row": one, "ground": GROUNDS[HoldGround(one.ground)]}
            for one in known.holds_of(actor, person_id, today)
        ],
        "orders": [
            {
                "row": one,
                "purpose": PURPOSES[Purpose(one.purpose)],
                "cause": CAUSES[RetentionCause(one.cause)],
                "state": ORDER_STATES[one.state_on(today)],
            }
            for one in known.orders_of(actor, person_id, today)
        ],
    }
    return render(request, "desk/privacy/consent.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def answer(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A yes or a no."""
    case, today = case_or_404(request, person_id), timezone.localdate()
    initial = {
        "on": today,
        "purpose": request.GET.get("purpose", ""),
        "language": case.person.contact_language or "de",
    }
    form = AnswerForm(request.POST if request.method == "POST" else None, today=today, initial=initial)
    if form.is_valid():
        try:
            _record_answer(form, case, actor_of(request))
        except privacy.CannotConsent as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The answer has been recorded."))
            return redirect("desk:consent", person_id)
    return show_form(request, case, form, title=_("Record an answer"), save=_("Save answer"))


def _record_answer(form: AnswerForm, case: CaseHeader, actor: Actor) -> None:
    cleaned, person = form.cleaned_data, case.person
    about: dict[str, Any] = {
        "network_id": person.network_id,
        "project_id": person.project_id,
        "subject_id": person.pk,
        "purpose": Purpose(cleaned["purpose"]),
        **form.said(),
    }
    if cleaned["answer"] == "yes":
        privacy.give_consent(given_on=cleaned["on"], ends_on=cleaned["ends_on"], actor=actor, **about)
    else:
        privacy.refuse_consent(refused_on=cleaned["on"], actor=actor, **about)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def withdraw(request: HttpRequest, person_id: UUID, consent_id: UUID) -> HttpResponse:
    """A yes is taken back; the page says first what follows from it."""
    actor, case, today = actor_of(request), case_or_404(request, person_id), timezone.localdate()
    given = known.consent_or_none(actor, person_id, consent_id)
    if given is None:
        raise Http404
    form = WithdrawalForm(
        request.POST if request.method == "POST" else None, today=today, initial={"on": today}
    )
    if form.is_valid():
        try:
            privacy.withdraw_consent(
                consent=given,
                carrier_id=case.person.carrier_id,
                withdrawn_on=form.cleaned_data["on"],
                today=today,
                actor=actor,
            )
        except privacy.CannotConsent as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The withdrawal has been recorded and works from now on."))
            return redirect("desk:consent", person_id)
    purpose = Purpose(given.purpose)
    return show_form(
        request,
        case,
        form,
        title=_("Withdraw the consent: %(purpose)s") % {"purpose": PURPOSES[purpose]},
        save=_("Record the withdrawal"),
        follows="counselling" if purpose is Purpose.COUNSELLING else "purpose",
        danger=True,
    )


@require_safe
@login_required
def notice(request: HttpRequest, person_id: UUID, purpose: str, language: str) -> HttpResponse:
    """The information on one purpose in the person's language, as PDF."""
    actor, case = actor_of(request), case_or_404(request, person_id)
    chosen = _informed(purpose)
    carrier = queries.carrier_of(case.person)
    decided = known.months_of(actor, carrier.pk, chosen)
    context = {
        "sheets": sheets(chosen, language, months=decided.months if decided else None),
        "controller": queries.controller_of(carrier),
        "version": TEXT_VERSION,
    }
    filename = f"datenschutz-{chosen.value}-{language}.pdf"
    return paper(request, "desk/privacy/notice.html", context, filename=filename)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def hand_over(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Put down that the person got the information."""
    actor, case = actor_of(request), case_or_404(request, person_id)
    if request.method == "POST":
        language = request.POST.get("language", "")
        if language not in SPOKEN:
            raise Http404
        privacy.hand_over_notice(
            network_id=case.person.network_id,
            project_id=case.person.project_id,
            subject_id=case.person.pk,
            purpose=_informed(request.POST.get("purpose", "")),
            given_on=timezone.localdate(),
            language=language,
            actor=actor,
        )
        messages.success(request, _("It has been recorded that the information was handed over."))
    return redirect("desk:consent", person_id)


def case_or_404(request: HttpRequest, person_id: UUID) -> CaseHeader:
    """Return the header of the case file; a stranger gets 404, as for nothing."""
    case = people.case_header(actor_of(request), person_id)
    if case is None:
        raise Http404
    return case


def show_form(
    request: HttpRequest,
    case: CaseHeader,
    form: Any,
    *,
    title: str,
    save: str,
    follows: str = "",
    danger: bool = False,
) -> HttpResponse:
    """Show one form of the tab; ``follows`` says what it will set off."""
    context = {
        "case": case, "form": form, "title": title, "save": save, "follows": follows,
        "kind": "danger" if danger else "primary",
    }  # fmt: skip
    return render(request, "desk/privacy/form.html", context, status=422 if form.errors else 200)


def _informed(code: str) -> Purpose:
    found = next((purpose for purpose in INFORMED if purpose.value == code), None)
    if found is None:
        raise Http404
    return found


def _answer(answer: known.Answer) -> dict[str, object]:
    return {
        "purpose": PURPOSES[answer.purpose],
        "code": answer.purpose.value,
        "state": STATES[answer.state],
        "tone": TONES[answer.state],
        "consent": answer.consent,
        "in_force": answer.state is ConsentState.GIVEN,
    }


def _given(given: Consent) -> dict[str, object]:
    return {
        "row": given,
        "purpose": PURPOSES[Purpose(given.purpose)],
        "way": CONSENT_WAYS[ConsentWay(given.way)],
        "language": SPOKEN.get(given.language, given.language),
    }


def _shared(sharing: SharingConsent, name: str, received: bool, today: date) -> dict[str, object]:
    withdrawn = sharing.withdrawn_on is not None
    return {
        "row": sharing,
        "name": name,
        "fields": _words(sharing.fields),
        "in_force": not withdrawn and sharing.given_on <= today < sharing.until_on,
        "to_tell": withdrawn and sharing.told_on is None and received,
    }


def _notices(actor: Actor, case: CaseHeader) -> list[dict[str, object]]:
    own = case.person.contact_language or "de"
    offered = own if own in languages() else "de"
    given = list(known.notices_of(actor, case.person_id))
    return [
        {
            "purpose": PURPOSES[purpose],
            "code": purpose.value,
            "language": offered,
            "language_name": SPOKEN[offered],
            "given": [
                {"on": one.given_on, "language": SPOKEN.get(one.language, one.language)}
                for one in given
                if one.purpose == purpose.value
            ],
        }
        for purpose in INFORMED
    ]


def _words(codes: list[str]) -> list[object]:
    return [SHARED[Shared(code)] for code in codes]
