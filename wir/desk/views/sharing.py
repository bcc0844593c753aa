"""Who may know what about a person, who got it, and what is told them after a withdrawal."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.desk import actions, queries
from wir.desk.forms.consent import DisclosureForm, SharingForm, WithdrawalForm
from wir.desk.views.consent import case_or_404, show_form
from wir.kit.acting import actor_of
from wir.privacy import actions as privacy
from wir.privacy import queries as known

if TYPE_CHECKING:
    from wir.privacy.models import SharingConsent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def share(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Record that somebody may know certain things."""
    actor, case, today = actor_of(request), case_or_404(request, person_id), timezone.localdate()
    form = SharingForm(
        request.POST if request.method == "POST" else None,
        receivers=queries.receivers_for(actor, case.person.network_id, today),
        today=today,
        initial={"on": today, "language": case.person.contact_language or "de"},
    )
    if form.is_valid():
        try:
            actions.share(
                person=case.person,
                fields=form.shared(),
                receiver=form.to(),
                given_on=form.cleaned_data["on"],
                until_on=form.cleaned_data["until_on"],
                **form.said(),
                today=today,
                actor=actor,
            )
        except privacy.CannotShare as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The consent to sharing has been recorded."))
            return redirect("desk:consent", person_id)
    return show_form(
        request, case, form, title=_("Let somebody know"), save=_("Save consent"), follows="sharing"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def stop_sharing(request: HttpRequest, person_id: UUID, sharing_id: UUID) -> HttpResponse:
    """The person takes it back."""
    actor, case, today = actor_of(request), case_or_404(request, person_id), timezone.localdate()
    sharing = _sharing_or_404(request, person_id, sharing_id)
    form = WithdrawalForm(
        request.POST if request.method == "POST" else None, today=today, initial={"on": today}
    )
    if form.is_valid():
        try:
            privacy.withdraw_sharing(
                sharing=sharing, withdrawn_on=form.cleaned_data["on"], today=today, actor=actor
            )
        except privacy.CannotShare as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The withdrawal has been recorded and works from now on."))
            return redirect("desk:consent", person_id)
    return show_form(
        request,
        case,
        form,
        title=_("Withdraw the consent to sharing"),
        save=_("Record the withdrawal"),
        follows="stop_sharing",
        danger=True,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def disclose(request: HttpRequest, person_id: UUID, sharing_id: UUID) -> HttpResponse:
    """Put down what the receiver got."""
    actor, case, today = actor_of(request), case_or_404(request, person_id), timezone.localdate()
    sharing = _sharing_or_404(request, person_id, sharing_id)
    form = DisclosureForm(
        request.POST if request.method == "POST" else None,
        today=today,
        initial={"on": today, "fields_shared": sharing.fields},
    )
    if form.is_valid():
        try:
            privacy.disclose(sharing=sharing, fields=form.shared(), on=form.cleaned_data["on"], actor=actor)
        except privacy.CannotShare as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("It has been recorded what was passed on."))
            return redirect("desk:consent", person_id)
    return show_form(request, case, form, title=_("Record what was passed on"), save=_("Save"))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def told(request: HttpRequest, person_id: UUID, sharing_id: UUID) -> HttpResponse:
    """The receiver was told of the withdrawal."""
    case_or_404(request, person_id)
    sharing = _sharing_or_404(request, person_id, sharing_id)
    if request.method == "POST":
        try:
            actions.tell_receiver(sharing=sharing, today=timezone.localdate(), actor=actor_of(request))
        except privacy.CannotShare:
            messages.error(request, _("This consent to sharing was not withdrawn; nobody has to be told."))
        else:
            messages.success(request, _("It has been recorded that the receiver was told."))
    return redirect("desk:consent", person_id)


def _sharing_or_404(request: HttpRequest, person_id: UUID, sharing_id: UUID) -> SharingConsent:
    sharing = known.sharing_or_none(actor_of(request), person_id, sharing_id)
    if sharing is None:
        raise Http404
    return sharing
