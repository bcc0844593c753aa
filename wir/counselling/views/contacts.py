"""Conversations of a person: the form to put one down beside the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.counselling import actions, queries
from wir.counselling.forms import MODES, ContactForm, words_of_topics
from wir.counselling.rules import ContactMode
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.languages import SPOKEN
from wir.people import queries as people

if TYPE_CHECKING:
    from wir.counselling.models import Contact

PER_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def contacts(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    case = people.case_header(actor, person_id)
    if case is None:
        raise Http404
    in_team = person_id in actor.team
    data = request.POST if request.method == "POST" else None
    form = ContactForm(data, person=case.person, today=today, in_team=in_team)
    if form.is_valid():
        try:
            actions.record_contact(person=case.person, **form.values(), today=today, actor=actor)
        except actions.CannotRecord as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The contact has been recorded."))
            return htmx.go_to(request, reverse("counselling:contacts", args=[person_id]))
    page = Paginator(queries.contacts_of(actor, person_id), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "case": case,
        "form": form,
        "page": page,
        "rows": [_row(contact) for contact in page],
        "in_team": in_team,
    }
    status = 422 if form.errors else 200
    return htmx.page(request, "counselling/contacts.html", context, part="contacts", status=status)


def _row(contact: Contact) -> dict[str, object]:
    return {
        "contact": contact,
        "mode": MODES[ContactMode(contact.mode)],
        "topics": words_of_topics(contact.topics),
        "language": SPOKEN.get(contact.language, contact.language),
        "note": contact.readable_note() if contact.has_note else "",
    }
