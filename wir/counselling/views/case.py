"""What every view of a case file in this app begins with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.routes import address
from wir.people import queries as people

if TYPE_CHECKING:
    from django.forms import Form

    from wir.counselling.forms.words import ExplainedForm
    from wir.counselling.models import Appointment
    from wir.people.queries import CaseHeader


def case_or_404(request: HttpRequest, person_id: UUID) -> CaseHeader:
    """Return the header of the case file; a stranger learns nothing."""
    case = people.case_header(actor_of(request), person_id)
    if case is None:
        raise Http404
    return case


def record_url(appointment: Appointment) -> str:
    """Return where what came of an appointment is put down, with what it says already."""
    return f"{address('counselling:contacts', appointment.person_id)}?termin={appointment.pk}"


def ask(
    request: HttpRequest, case: CaseHeader, form: Form, *, title: str, save: str, back: str
) -> HttpResponse:
    """Show one form of a case on a page of its own; a refused one comes back as typed."""
    context = {"case": case, "form": form, "title": title, "save": save, "back": back}
    status = 422 if form.errors else 200
    return htmx.page(request, "counselling/form.html", context, part="form", status=status)


def done(form: ExplainedForm, act: Callable[[], object], refusal: type[Exception]) -> bool:
    """Do what a valid form asks for; a refusal carries ``problems``, which the form explains."""
    if not form.is_valid():
        return False
    try:
        act()
    except refusal as refused:
        form.explain(getattr(refused, "problems", ()))
        return False
    return True
