"""One conversation: corrected, with what stood there before; undone, removed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.counselling import actions, queries
from wir.counselling.forms import CorrectionForm
from wir.counselling.forms.contacts import CONTACT_EXPLANATIONS
from wir.counselling.rules import ContactProblem
from wir.counselling.views.case import case_or_404
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.versions import ChangedMeanwhile
from wir.people import queries as people

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wir.counselling.models import Contact
    from wir.counselling.queries import Version
    from wir.kit.acting import Actor


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def contact(request: HttpRequest, person_id: UUID, contact_id: UUID) -> HttpResponse:
    case, actor, today = case_or_404(request, person_id), actor_of(request), timezone.localdate()
    known = _contact(actor, person_id, contact_id)
    form = CorrectionForm(
        request.POST if request.method == "POST" else None,
        known=queries.contact_values(actor, known),
        today=today,
        in_team=person_id in actor.team,
    )
    if form.is_valid():
        try:
            actions.correct_contact(
                contact=known, told=form.told(), seen=form.seen(), today=today, actor=actor
            )
        except ChangedMeanwhile as refusal:
            form.explain_changes(refusal)
        except actions.CannotRecord as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The contact has been corrected."))
            return htmx.go_to(request, reverse("counselling:contacts", args=[person_id]))
    versions = queries.versions_of(actor, known)
    context = {
        "case": case,
        "contact": known,
        "form": form,
        "changes": _changes(form, known, versions),
        "undoes": versions[0].number if versions and versions[0].changed_by == actor.id else None,
        "in_team": person_id in actor.team,
    }
    status = 422 if form.errors else 200
    return htmx.page(request, "counselling/contact.html", context, part="contact", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def undo_contact(request: HttpRequest, person_id: UUID, contact_id: UUID) -> HttpResponse:
    """Take one's own last correction back."""
    case_or_404(request, person_id)
    actor = actor_of(request)
    known = _contact(actor, person_id, contact_id)
    if request.method == "POST":
        try:
            number = request.POST.get("number", "")
            actions.undo_correction(
                contact=known,
                number=int(number) if number.isdecimal() else 0,
                today=timezone.localdate(),
                actor=actor,
            )
            messages.success(request, _("What stood there before stands again."))
        except actions.CannotRecord as refusal:
            messages.error(request, _not_undone(refusal))
    return redirect("counselling:contact", person_id, contact_id)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def remove_contact(request: HttpRequest, person_id: UUID, contact_id: UUID) -> HttpResponse:
    """Remove a conversation that was put down by mistake."""
    case_or_404(request, person_id)
    actor = actor_of(request)
    known = _contact(actor, person_id, contact_id)
    if request.method != "POST":
        return redirect("counselling:contact", person_id, contact_id)
    try:
        actions.remove_contact(contact=known, actor=actor)
        messages.success(request, _("The contact has been removed."))
    except actions.CannotRecord:
        messages.error(request, _("Nothing was removed: only whoever held it and the case team do that."))
    return redirect("counselling:contacts", person_id)


def _not_undone(refusal: actions.CannotRecord) -> str:
    if ContactProblem.NO_CONSENT in refusal.problems:
        return str(CONTACT_EXPLANATIONS[ContactProblem.NO_CONSENT][1])
    return _("Nothing was changed: the last correction was not yours, or it has been taken back already.")


def _contact(actor: Actor, person_id: UUID, contact_id: UUID) -> Contact:
    found = queries.contact_or_none(actor, person_id, contact_id)
    if found is None:
        raise Http404
    return found


def _changes(form: CorrectionForm, contact: Contact, versions: list[Version]) -> list[dict[str, Any]]:
    """Return each change as words: when, who, what stood there and what came."""
    users = people.names_of_users(version.changed_by for version in versions)
    now = {name: getattr(contact, name) for name in queries.CORRECTED}
    states: list[Mapping[str, Any]] = [now, *(version.facts() for version in versions)]
    return [
        {
            "at": version.changed_at,
            "who": users.get(version.changed_by, "") if version.changed_by else "",
            "field": _("Came") if name == "came" else form.fields[name].label,
            "before": _worded(form, name, before[name]),
            "after": _worded(form, name, after[name]),
        }
        for version, (after, before) in zip(versions, pairwise(states), strict=True)
        for name in queries.CORRECTED
        if before[name] != after[name]
    ]


def _worded(form: CorrectionForm, name: str, value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return form.worded(name, value)
