"""Documents of a person: the list, bringing some, opening one, deleting one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from wir.files import actions as files
from wir.files import queries as stored_files
from wir.files.rules import MAX_BYTES, PICTURES, FileKind, FileProblem
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.people import queries
from wir.people.forms import DocumentForm, row_of
from wir.privacy.rules import Purpose

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from wir.files.models import StoredFile
    from wir.people.queries import CaseHeader

ALONE = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""What a document is sent with: whatever is in it, it runs nothing, and no other site may take it in."""


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def documents(request: HttpRequest, person_id: UUID) -> HttpResponse:
    case, today = _case(request, person_id), timezone.localdate()
    sent = request.method == "POST"
    asked = {"kind": request.GET.get("art", "")}
    form = DocumentForm(request.POST, request.FILES) if sent else DocumentForm(initial=asked)
    done = ""
    if sent and form.is_valid():
        count = sum(_stored(request, case, form, file) for file in form.cleaned_data["documents"])
        done = _words_of(count)
        if not form.errors:
            messages.success(request, done)
            return htmx.go_to(request, reverse("people:documents", args=[person_id]))
    found = stored_files.files_of(actor_of(request), person_id)
    context = {"case": case, "form": form, "done": done, "rows": [row_of(stored, today) for stored in found]}
    status = 422 if form.errors else 200
    return htmx.page(request, "people/documents.html", context, part="documents", status=status)


@login_required
@require_GET
def download(request: HttpRequest, person_id: UUID, file_id: UUID) -> HttpResponseBase:
    return _sent(request, _file(request, person_id, file_id), as_attachment=True)


@login_required
@require_GET
def preview(request: HttpRequest, person_id: UUID, file_id: UUID) -> HttpResponseBase:
    """Pictures alone are shown in the browser: they were drawn anew, so nothing else is in them."""
    stored = _file(request, person_id, file_id)
    if stored.media_type not in set(PICTURES):
        raise Http404
    response = _sent(request, stored, as_attachment=False)
    response["Content-Security-Policy"] = f"style-src 'unsafe-inline'; {ALONE['Content-Security-Policy']}"
    return response  # the browser's own page around a picture fits it to the window by a style


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, person_id: UUID, file_id: UUID) -> HttpResponse:
    case, stored = _case(request, person_id), _file(request, person_id, file_id)
    if request.method == "POST":
        files.remove_file(stored=stored, actor=actor_of(request))
        messages.success(request, _("The document was deleted."))
        return htmx.go_to(request, reverse("people:documents", args=[person_id]))
    context = {"case": case, "row": row_of(stored, timezone.localdate())}
    return htmx.page(request, "people/document_remove.html", context, part="ask")


def _words_of(count: int) -> str:
    if not count:
        return ""
    said = ngettext("%(count)d document was stored.", "%(count)d documents were stored.", count)
    return said % {"count": count}


def _stored(request: HttpRequest, case: CaseHeader, form: DocumentForm, file: UploadedFile[Any]) -> bool:
    """Store one of the files; what is wrong with it is said in the form, the others are stored all the same."""
    name, size, data = file.name or "", file.size or 0, file.read()
    if len(data) < size:
        problem = FileProblem.TOO_LARGE if size > MAX_BYTES else FileProblem.TOO_MUCH_AT_ONCE
        form.explain(name, size, [problem], "")
        return False
    try:
        files.store_file(
            place=(case.person.network_id, case.person.project_id),
            subject_id=case.person_id,
            kind=FileKind(form.cleaned_data["kind"]),
            name=name,
            data=data,
            valid_until=form.cleaned_data.get("valid_until"),
            today=timezone.localdate(),
            actor=actor_of(request),
        )
    except files.CannotStore as refusal:
        form.explain(name, size, refusal.problems, refusal.detail)
        return False
    return True


def _sent(request: HttpRequest, stored: StoredFile, *, as_attachment: bool) -> StreamingHttpResponse:
    content = files.hand_out(stored=stored, purpose=Purpose.COUNSELLING.value, actor=actor_of(request))
    response = StreamingHttpResponse(content, content_type=stored.media_type, headers=ALONE)
    response["Content-Length"] = str(stored.size)
    response["Content-Disposition"] = content_disposition_header(as_attachment, stored.name) or "inline"
    return response


def _case(request: HttpRequest, person_id: UUID) -> CaseHeader:
    case = queries.case_header(actor_of(request), person_id)
    if case is None:
        raise Http404
    return case


def _file(request: HttpRequest, person_id: UUID, file_id: UUID) -> StoredFile:
    stored = stored_files.file_or_none(actor_of(request), person_id, file_id)
    if stored is None:
        raise Http404
    return stored
