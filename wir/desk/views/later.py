"""What the house noticed about somebody is put off with a reason, and comes back as a task."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.desk.forms.later import NOTICED, LaterForm
from wir.kit import htmx, registry
from wir.kit.acting import actor_of
from wir.people import queries as people
from wir.tasks import actions as tasks
from wir.tasks.models import WORDS


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def later(request: HttpRequest, person_id: UUID, what: str) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    case, reason = people.case_header(actor, person_id), NOTICED.get(what)
    if case is None or reason is None:
        raise Http404
    form = LaterForm(request.POST if request.method == "POST" else None, today=today)
    if form.is_valid():
        person = case.person
        try:
            tasks.note_for_later(
                place=(person.network_id, person.project_id),
                subject_id=person.pk,
                reason=reason,
                until=form.cleaned_data["until"],
                why=form.cleaned_data["why"],
                link=registry.case_url(person.pk),
                today=today,
                actor=actor,
            )
        except tasks.CannotChangeTask as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("Put off. Until then it stands in the list of what was put off."))
            return htmx.go_to(request, reverse("desk:day"))
    context = {"case": case, "form": form, "words": WORDS[reason]}
    return render(request, "desk/later.html", context, status=422 if form.errors else 200)
