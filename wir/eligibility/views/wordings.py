from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wir.eligibility import actions, queries
from wir.eligibility.adapters.languages import name_of, reads_from_right
from wir.eligibility.adapters.sentences import EASY, ENGLISH, GERMAN, Kind, codes, sentence
from wir.eligibility.forms.wordings import ChoiceForm, ReleaseForm, WordingForm
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.network import queries as networks

if TYPE_CHECKING:
    from uuid import UUID

    from wir.eligibility.models import SentenceRelease
    from wir.kit.acting import Actor


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence in our own languages, and what is known of it in the one looked at."""

    code: str
    german: str
    easy: str
    english: str
    wording: SentenceRelease | None

    @property
    def state(self) -> str:
        """Return released, proposed or missing."""
        if self.wording is None:
            return "missing"
        return "proposed" if self.wording.released_on is None else "released"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def wordings(request: HttpRequest) -> HttpResponse:
    """Sentences in the participants' languages: missing, proposed, released; one of them to work on."""
    if request.method != "POST":
        return _page(request)
    network_id, actor = _overseen(request), actor_of(request)
    language, _kind = ChoiceForm(request.POST.dict()).chosen()
    form = WordingForm(request.POST, language=language)
    if form.is_valid() and _done(
        form,
        lambda: actions.propose_wording(
            network_id=network_id,
            language=language,
            today=timezone.localdate(),
            actor=actor,
            **form.cleaned_data,
        ),
    ):
        messages.success(request, _("The wording was recorded. It is shown once it is released."))
        return _back(request)
    return _page(request, wording=form)


@login_required
@require_POST
def release(request: HttpRequest) -> HttpResponse:
    """Record who has checked a wording, and show it from now on."""
    network_id, actor = _overseen(request), actor_of(request)
    language, _kind = ChoiceForm(request.POST.dict()).chosen()
    form = ReleaseForm(request.POST, today=timezone.localdate())
    if form.is_valid() and _done(
        form,
        lambda: actions.release_sentence(
            network_id=network_id,
            language=language,
            code=request.POST.get("code", ""),
            for_demonstration=False,
            actor=actor,
            **form.cleaned_data,
        ),
    ):
        messages.success(request, _("The sentence is released and shown from now on."))
        return _back(request)
    return _page(request, release=form)


@login_required
@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """Show a sentence no longer."""
    network_id, actor = _overseen(request), actor_of(request)
    language, _kind = ChoiceForm(request.POST.dict()).chosen()
    form = WordingForm(request.POST, language=language)
    form.errors.pop("text", None)  # a sentence is taken back, not worded
    if _done(
        form,
        lambda: actions.withdraw_release(
            network_id=network_id, language=language, code=request.POST.get("code", ""), actor=actor
        ),
    ):
        messages.success(request, _("The release was withdrawn; the sentence is shown no longer."))
        return _back(request)
    return _page(request, wording=form)


def _done(form: WordingForm | ReleaseForm, act: Callable[[], object]) -> bool:
    try:
        act()
    except actions.CannotDecide as refusal:
        form.explain(refusal.problems)
        return False
    return True


def _overseen(request: HttpRequest) -> UUID:
    network_id = _network(actor_of(request))
    if network_id is None or network_id not in actor_of(request).overseen:
        raise Http404
    return network_id


def _network(actor: Actor) -> UUID | None:
    """Return the network whose sentences are shown: the one coordinated, else the first one belongs to."""
    here = list(networks.networks_of(actor).values_list("pk", flat=True))
    return next((pk for pk in here if pk in actor.overseen), here[0] if here else None)


def _back(request: HttpRequest) -> HttpResponse:
    language, kind = ChoiceForm(request.POST.dict()).chosen()
    query = urlencode({"language": language, "kind": kind.value})
    return htmx.go_to(request, f"{reverse('eligibility:wordings')}?{query}")


def _page(
    request: HttpRequest, *, wording: WordingForm | None = None, release: ReleaseForm | None = None
) -> HttpResponse:
    actor, sent = actor_of(request), request.POST if request.method == "POST" else request.GET
    choice = ChoiceForm(sent.dict())
    language, kind = choice.chosen()
    network_id = _network(actor)
    known = {} if network_id is None else queries.wordings_of(actor, network_id, language)
    rows = [_row(kind, one, known.get(f"{kind}.{one}")) for one in codes(kind)]
    chosen = next((row for row in rows if row.code == sent.get("code")), None)
    if chosen is not None and wording is None:
        text = chosen.wording.text if chosen.wording else ""
        wording = WordingForm(language=language, initial={"code": chosen.code, "text": text})
    context = {
        "choice": choice,
        "language": language,
        "language_name": name_of(language),
        "direction": "rtl" if reads_from_right(language) else "ltr",
        "kind": kind.value,
        "rows": rows,
        "released": sum(row.state == "released" for row in rows),
        "chosen": chosen,
        "wording": wording,
        "release": release or ReleaseForm(today=timezone.localdate()),
        "decides": network_id is not None and network_id in actor.overseen,
    }
    refused = bool(request.method == "POST")
    return render(request, "eligibility/wordings.html", context, status=422 if refused else 200)


def _row(kind: Kind, code: str, wording: SentenceRelease | None) -> Row:
    german, easy, english = (sentence(kind, code, one) for one in (GERMAN, EASY, ENGLISH))
    return Row(f"{kind}.{code}", german, easy, english, wording)
