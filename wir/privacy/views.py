"""The trail for data protection officers: in words, without names of participants or staff."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.privacy import actions, queries
from wir.privacy.forms import InquiryForm, TrailForm
from wir.privacy.rules import Kind, Purpose

if TYPE_CHECKING:
    from wir.privacy.models import AuditEntry, AuditQuerySet

PER_PAGE = 50


@require_safe
@login_required
def trail(request: HttpRequest) -> HttpResponse:
    actor = _officer(request)
    form = TrailForm(request.GET)
    chosen = form.chosen()
    actions.note_trail_read(subject_id=chosen.get("subject_id"), actor=actor)
    page = _page(request, queries.lines_audited(actor, **chosen))
    context = {
        "form": form,
        "page": page,
        "rows": [_row(line) for line in page],
        "seal": queries.chain_state(actor),
    }
    return htmx.page(request, "privacy/trail.html", context, part="lines")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def inquire(request: HttpRequest) -> HttpResponse:
    actor = _officer(request)
    form = InquiryForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = actions.inquire(**form.cleaned_data, actor=actor)
        except actions.CannotInquire as refusal:
            form.explain(refusal.problems)
        else:
            return htmx.go_to(request, reverse("privacy:inquiry", args=[made.pk]))
    status = 422 if form.errors else 200
    return htmx.page(request, "privacy/inquire.html", {"form": form}, part="form", status=status)


@require_safe
@login_required
def inquiry(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    actor = _officer(request)
    made = queries.inquiry_or_none(actor, inquiry_id)
    if made is None:
        raise Http404
    actions.note_trail_read(subject_id=None, actor=actor)
    page = _page(request, queries.lines_audited(actor, by_id=made.about_id))
    context = {"inquiry": made, "page": page, "rows": [_row(line) for line in page]}
    return htmx.page(request, "privacy/inquiry.html", context, part="lines")


def _officer(request: HttpRequest) -> Actor:
    actor = actor_of(request)
    if not queries.audits(actor):
        raise Http404
    return actor


def _page(request: HttpRequest, lines: AuditQuerySet) -> Page[AuditEntry]:
    return Paginator(lines, PER_PAGE).get_page(request.GET.get("page"))


def _row(line: AuditEntry) -> dict[str, Any]:
    return {
        "line": line,
        "what": queries.sentence_of(line.verb, line.detail),
        "function": queries.words_of_roles(line.actor_kind, line.role),
        "purpose": queries.PURPOSES[Purpose(line.purpose)] if line.purpose else "",
        "kind": _("read") if line.kind == Kind.READ else _("done"),
    }
