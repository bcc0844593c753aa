from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.rates import EXPORT, UPLOAD, limited
from wir.kit.stepup import sure_of_user
from wir.network.queries import projects_of
from wir.people import actions
from wir.people.adapters.lists import CannotReadList, write_refused
from wir.people.forms import UploadForm, sentence_of
from wir.people.models import ListPreview
from wir.people.queries.lists import ListLook, RowState, look_at, preview_or_none

ROWS_A_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@limited(UPLOAD)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    projects = projects_of(actor)
    form = UploadForm(request.POST or None, request.FILES or None, projects=projects)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            preview = actions.preview_list(
                project=form.cleaned_data["project"], content=file.read(), name=file.name or "", actor=actor
            )
        except CannotReadList as refusal:
            form.explain(refusal)
        else:
            return htmx.go_to(request, reverse("people:list", args=[preview.pk]))
    context = {"form": form, "projects": projects}
    return htmx.page(request, "people/upload.html", context, part="form", status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def show_list(request: HttpRequest, preview_id: UUID) -> HttpResponse:
    preview = _preview(request, preview_id)
    actor, today = actor_of(request), timezone.localdate()
    if request.method == "POST":
        try:
            actions.confirm_list(
                preview_id=preview.pk, project=preview.project, today=today, at=timezone.now(), actor=actor
            )
        except actions.CannotConfirm:
            if preview.confirmed_at is not None:  # else it is no longer kept, and the page says so
                messages.warning(
                    request, _("This list was taken over before. Nothing was written a second time.")
                )
        return htmx.go_to(request, reverse("people:list", args=[preview.pk]))
    look = look_at(actor, preview, today=today) if preview.content else None
    return htmx.page(request, "people/list.html", _shown(request, preview, look), part="rows")


@limited(EXPORT)
@login_required
@require_safe
@sure_of_user
def refused_rows(request: HttpRequest, preview_id: UUID) -> HttpResponse:
    preview = _preview(request, preview_id)
    if not preview.content:
        raise Http404
    look = look_at(actor_of(request), preview, today=timezone.localdate())
    rows = [
        (raw, " ".join(sentence_of(problem) for problem in row.refused))
        for raw, row in look.raw_rows(RowState.REFUSED)
    ]
    actions.note_refused_read(preview=preview, number=len(rows), actor=actor_of(request))
    response = HttpResponse(write_refused(look.raw.header, rows), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="abgelehnte-zeilen.xlsx"'
    return response


def _preview(request: HttpRequest, preview_id: UUID) -> ListPreview:
    preview = preview_or_none(actor_of(request), preview_id)
    if preview is None:
        raise Http404
    return preview


def _shown(request: HttpRequest, preview: ListPreview, look: ListLook | None) -> dict[str, object]:
    if look is None:
        return {"preview": preview, "look": None}
    # once taken over, every new row is a known one: only what is left to do is shown
    wanted = RowState.REFUSED.value if preview.confirmed_at else request.GET.get("state", "")
    rows = look.of_state(RowState(wanted)) if wanted in set(RowState) else look.by_need()
    page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    return {
        "preview": preview,
        "look": look,
        "page": page,
        "state": wanted,
        "all": len(look.rows),
        "counts": [(state, len(look.of_state(state))) for state in RowState],
        "new": len(look.of_state(RowState.NEW)),
        "to_check": len(look.to_check),
        "known": len(look.of_state(RowState.KNOWN)),
        "refused": len(look.of_state(RowState.REFUSED)),
        "strange_columns": [column for column in look.columns if column.column is None],
    }
