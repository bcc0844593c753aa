from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.network import actions, queries
from wir.network.forms import ROLES, FaceForm
from wir.network.models import Membership
from wir.network.rules import Role


@require_safe
@login_required
def faces(request: HttpRequest) -> HttpResponse:
    """Show somebody what participants see of them, role by role."""
    held = queries.own_memberships(actor_of(request), timezone.localdate())
    rows = [{"membership": one, "role": ROLES[Role(one.role)], "form": _form(one)} for one in held]
    context = {"rows": rows}
    return render(request, "network/faces.html", context)


@require_POST
@login_required
def face(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    membership = queries.membership_or_none(actor, membership_id, timezone.localdate())
    if membership is None:
        raise Http404
    form = FaceForm(request.POST, auto_id=f"{membership_id}_%s")
    if not form.is_valid():
        row = {"membership": membership, "role": ROLES[Role(membership.role)], "form": form}
        context = {"rows": [row]}
        return render(request, "network/faces.html", context, status=422)
    actions.choose_face(membership=membership, actor=actor, **form.cleaned_data)
    messages.success(request, _("Your choice is recorded."))
    return htmx.go_to(request, reverse("network:faces"))


def _form(membership: Membership) -> FaceForm:
    values = {"first_contact": membership.first_contact, "shows_name": membership.shows_name}
    return FaceForm(initial=values, auto_id=f"{membership.pk}_%s")
