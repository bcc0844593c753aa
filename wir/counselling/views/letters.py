"""Letters to authorities, as PDF or as a text document to go on writing in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.counselling import actions
from wir.counselling.adapters.opendocument import MEDIA_TYPE, document_of
from wir.counselling.rules.letters import Letter
from wir.counselling.views.matters import matter_or_404
from wir.kit.acting import actor_of
from wir.kit.paper import paper

TEXT_DOCUMENT = "odt"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def write_letter(request: HttpRequest, person_id: UUID, matter_id: UUID) -> HttpResponse:
    case, found = matter_or_404(request, person_id, matter_id)
    asked = request.POST.get("letter", "")
    if request.method != "POST" or asked not in set(Letter):
        return redirect("counselling:matter", person_id, matter_id)
    try:
        letter = actions.write_letter(
            matter=found, letter=Letter(asked), today=timezone.localdate(), actor=actor_of(request)
        )
    except actions.CannotWrite:
        messages.error(request, _("This letter does not fit the procedure as it stands now."))
        return redirect("counselling:matter", person_id, matter_id)
    name = f"brief-{case.case_number}"
    if request.POST.get("as") != TEXT_DOCUMENT:
        return paper(request, "counselling/letter.html", {"letter": letter}, filename=f"{name}.pdf")
    response = HttpResponse(document_of(letter), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}.odt"'
    return response
