"""Assessment of needs: the conversations so far, one phase to fill in, one conversation beside the one before."""

from __future__ import annotations

from itertools import zip_longest
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
from wir.counselling.forms import talks as forms
from wir.counselling.rules.guide import HIGHEST, TalkProblem, changed, guide, moved
from wir.counselling.views.case import case_or_404, done
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.languages import SPOKEN
from wir.people import queries as people

if TYPE_CHECKING:
    from wir.counselling.models import NeedsTalk
    from wir.counselling.rules.guide import Guide, Phase
    from wir.kit.acting import Actor
    from wir.people.queries import CaseHeader


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def talks(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """List the conversations; POST begins one."""
    case, actor, today = case_or_404(request, person_id), actor_of(request), timezone.localdate()
    if request.method == "POST":
        try:
            talk = actions.begin_talk(person=case.person, today=today, actor=actor)
        except actions.CannotTalk as refusal:
            for problem in refusal.problems:
                messages.warning(request, str(forms.EXPLANATIONS[problem][1]))
            return htmx.go_to(request, reverse("counselling:talks", args=[person_id]))
        return _to_phase(request, talk, guide(talk.guide).phases[0])
    stopped = queries.is_stopped(case.person, today)
    found = [] if stopped else list(queries.talks_of(actor, person_id))
    rows = [_row(talk, before) for talk, before in zip_longest(found, found[1:])]
    context = {
        "case": case,
        "counselling_stopped": stopped,
        "closed": forms.EXPLANATIONS[TalkProblem.NO_CONSENT][1] if stopped else "",
        "in_team": person_id in actor.team,
        "rows": rows,
        "open": next((talk for talk in found if talk.finished_on is None), None),
    }
    return htmx.page(request, "counselling/talks.html", context, part="talks")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def talk_phase(request: HttpRequest, person_id: UUID, talk_id: UUID, phase: str) -> HttpResponse:
    """One phase of an open conversation; saving leads to the next one."""
    case, talk, before = _talk(request, person_id, talk_id)
    edition = guide(talk.guide)
    here = edition.phase(phase)
    if here is None:
        raise Http404
    if talk.finished_on:
        return htmx.go_to(request, reverse("counselling:talk", args=[person_id, talk_id]))
    known = talk.answers | {forms.SCALE + code: value for code, value in talk.scales.items()}
    data = request.POST if request.method == "POST" else None
    form = forms.PhaseForm(data, phase=here, guide=edition, known=known)
    if done(form, lambda: _save(request, talk, form), actions.CannotTalk):
        following = edition.after(phase)
        if following:
            return _to_phase(request, talk, following)
        messages.success(request, _("Everything is saved. Look at it, then finish the conversation."))
        return htmx.go_to(request, reverse("counselling:talk", args=[person_id, talk_id]))
    context = {
        "case": case,
        "talk": talk,
        "form": form,
        "phases": _steps(edition, talk, here),
        "title": forms.worded(here.wording),
        "is_last": edition.after(phase) is None,
        "facts": _facts(actor_of(request), case, phase),
        "before": _answers_before(before, here),
        "is_family": phase == "family",
    }
    status = 422 if form.errors else 200
    return htmx.page(request, "counselling/talk_phase.html", context, part="phase", status=status)


@require_safe
@login_required
def talk(request: HttpRequest, person_id: UUID, talk_id: UUID) -> HttpResponse:
    """A whole conversation, with what changed since the one before."""
    case, found, before = _talk(request, person_id, talk_id)
    edition = guide(found.guide)
    news = changed(before.answers, found.answers) if before else frozenset()
    phases = [
        {
            "title": forms.worded(phase.wording),
            "url": reverse("counselling:talk_phase", args=[person_id, talk_id, phase.code]),
            "answers": [
                {
                    "question": forms.worded(question.wording),
                    "answer": forms.answer_words(question, found.answers.get(question.code, "")),
                    "is_new": question.code in news,
                    "before": forms.answer_words(
                        question, before.answers.get(question.code, "") if before else ""
                    ),
                }
                for question in phase.questions
            ],
        }
        for phase in edition.phases
    ]
    context = {
        "case": case,
        "talk": found,
        "before": before,
        "phases": phases,
        "scales": _scales(edition, found, before),
        **_row(found, before),
    }
    return htmx.page(request, "counselling/talk.html", context, part="talk")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def finish_talk(request: HttpRequest, person_id: UUID, talk_id: UUID) -> HttpResponse:
    _case, found, _before = _talk(request, person_id, talk_id)
    if request.method == "POST":
        try:
            actions.finish_talk(talk=found, today=timezone.localdate(), actor=actor_of(request))
        except actions.CannotTalk as refusal:
            for problem in refusal.problems:
                messages.warning(request, str(forms.EXPLANATIONS[problem][1]))
        else:
            messages.success(request, _("The conversation is finished. The next one shows what changed."))
    return htmx.go_to(request, reverse("counselling:talk", args=[person_id, talk_id]))


def _save(request: HttpRequest, found: NeedsTalk, form: forms.PhaseForm) -> None:
    actions.save_phase(
        talk=found,
        answers=form.answers(),
        scales=form.scales(),
        today=timezone.localdate(),
        actor=actor_of(request),
    )


def _talk(
    request: HttpRequest, person_id: UUID, talk_id: UUID
) -> tuple[CaseHeader, NeedsTalk, NeedsTalk | None]:
    case = case_or_404(request, person_id)
    found = queries.talk_and_before(actor_of(request), person_id, talk_id)
    if found is None or queries.is_stopped(case.person, timezone.localdate()):
        raise Http404
    return case, *found


def _to_phase(request: HttpRequest, found: NeedsTalk, phase: Phase) -> HttpResponse:
    return htmx.go_to(
        request, reverse("counselling:talk_phase", args=[found.person_id, found.pk, phase.code])
    )


def _steps(edition: Guide, found: NeedsTalk, here: Phase) -> list[dict[str, Any]]:
    return [
        {
            "label": forms.worded(phase.wording),
            "url": reverse("counselling:talk_phase", args=[found.person_id, found.pk, phase.code]),
            "is_here": phase == here,
            "answered": sum(question.code in found.answers for question in phase.questions),
            "asked": len(phase.questions),
        }
        for phase in edition.phases
    ]


def _facts(actor: Actor, case: CaseHeader, phase: str) -> list[tuple[str, str]]:
    """Return what the file already says about this phase; it is changed there, not typed again."""
    person = case.person
    if phase == "language":
        spoken = [
            f"{SPOKEN.get(skill.language, skill.language)} {skill.level}".strip()
            for skill in people.languages_of(actor, case.person_id)
        ]
        return [(_("Languages"), ", ".join(spoken)), (_("Language of the conversation"), _spoken(case))]
    if phase == "work":
        return [(_("School"), person.schooling), (_("Occupation"), person.occupation)]
    return [(_("Wishes"), person.wishes)] if phase == "goals" else []


def _spoken(case: CaseHeader) -> str:
    return str(SPOKEN.get(case.person.contact_language, ""))


def _answers_before(before: NeedsTalk | None, phase: Phase) -> list[tuple[str, str]]:
    if before is None:
        return []
    return [
        (forms.worded(question.wording), forms.answer_words(question, before.answers[question.code]))
        for question in phase.questions
        if question.code in before.answers
    ]


def _scales(edition: Guide, found: NeedsTalk, before: NeedsTalk | None) -> list[dict[str, Any]]:
    moves = moved(before.scales, found.scales) if before else {}
    return [
        {
            "label": forms.worded(scale.wording),
            "value": found.scales[scale.code],
            "most": HIGHEST,
            "moved": moves.get(scale.code, 0),
            "step": f"{moves.get(scale.code, 0):+d}",
        }
        for scale in edition.scales
        if scale.code in found.scales
    ]


def _row(found: NeedsTalk, before: NeedsTalk | None) -> dict[str, Any]:
    reached = found.distance()
    moves = moved(before.scales, found.scales) if before else {}
    return {
        "talk": found,
        "distance": reached,
        "nearness": forms.NEARNESS[reached.nearness] if reached else "",
        "better": sum(step > 0 for step in moves.values()),
        "worse": sum(step < 0 for step in moves.values()),
        "compared": before is not None,
    }
