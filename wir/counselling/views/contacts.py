"""Conversations of a person: the form to put one down beside the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_htmx.http import reswap, retarget

from wir.counselling import actions, queries
from wir.counselling.forms import MODES, ContactForm, words_of_topics
from wir.counselling.rules import ContactMode
from wir.counselling.views.unsent import keeping_what_was_typed, taken_back, typed_in
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.ids import id_or_none
from wir.kit.languages import SPOKEN
from wir.people import queries as people

if TYPE_CHECKING:
    from wir.counselling.models import Appointment, Contact

PER_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@keeping_what_was_typed
def contacts(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    case = people.case_header(actor, person_id)
    if case is None:
        raise Http404
    in_team = person_id in actor.team
    data = request.POST if request.method == "POST" else None
    form = ContactForm(data, person=case.person, today=today, in_team=in_team)
    draft = None if data else queries.draft_of(actor, person_id)
    unsent = None if data else taken_back(request, person_id)
    expected = _expected(request, person_id)
    if expected and not data:
        form.propose(expected)
    if unsent or draft:
        form.fill_in(unsent or (draft.typed if draft else {}), expected=expected)
    if form.is_valid():
        try:
            actions.record_contact(
                person=case.person, **form.values(), appointment=expected, today=today, actor=actor
            )
        except actions.CannotRecord as refusal:
            form.explain(refusal.problems)
        else:
            if request.POST.get("draft"):
                actions.drop_draft(person=case.person, actor=actor)
            messages.success(request, _("The contact has been recorded."))
            return htmx.go_to(request, reverse("counselling:contacts", args=[person_id]))
    page = Paginator(queries.contacts_of(actor, person_id), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "case": case,
        "form": form,
        "page": page,
        "rows": [_row(contact, corrects=in_team or contact.by_id == actor.id) for contact in page],
        "in_team": in_team,
        "draft": draft,
        "is_kept": bool(draft or request.POST.get("draft")),
        "unsent": unsent,
    }
    status = 422 if form.errors else 200
    return htmx.page(request, "counselling/contacts.html", context, part="contacts", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@keeping_what_was_typed
def contact_draft(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Keep what is being typed; asked by the form every few seconds, or by a button."""
    actor, now = actor_of(request), timezone.now()
    person = people.person_or_none(actor, person_id)
    if person is None:
        raise Http404
    if request.method == "POST":
        actions.keep_draft(person=person, typed=typed_in(request), now=now, actor=actor)
        if htmx.is_htmx(request):
            # not 200: no page of the file was shown
            answer = render(request, "counselling/draft.html", {"saved_at": now, "is_kept": True}, status=202)
            return reswap(retarget(answer, "#draft"), "outerHTML")
        messages.success(request, _("The draft has been saved; it stands here when you come back."))
    return redirect("counselling:contacts", person_id)


def _expected(request: HttpRequest, person_id: UUID) -> Appointment | None:
    """Return the appointment of which the contact tells: in the address at first, later in the form."""
    named = request.POST.get("appointment") if request.method == "POST" else request.GET.get("termin")
    if not named:
        return None
    appointment_id = id_or_none(named)
    found = appointment_id and queries.appointment_or_none(actor_of(request), person_id, appointment_id)
    if not found:
        raise Http404
    return found


def _row(contact: Contact, *, corrects: bool) -> dict[str, object]:
    return {
        "contact": contact,
        "corrects": corrects,
        "mode": MODES[ContactMode(contact.mode)],
        "topics": words_of_topics(contact.topics),
        "language": SPOKEN.get(contact.language, contact.language),
        "note": contact.readable_note() if contact.has_note else "",
    }
