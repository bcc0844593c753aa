"""Who works here: looked through every six months, ended, helped."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wir.kit.acting import Actor, actor_of
from wir.kit.stepup import sure_of_user
from wir.network import actions, queries
from wir.network.forms import MEMBER_PROBLEMS, ROLES, EndForm
from wir.network.models import Invitation, Membership
from wir.network.rules import INVITES, Role, review_due


@require_safe
@login_required
def members(request: HttpRequest) -> HttpResponse:
    actor, today = _manager(request), timezone.localdate()
    rows = [_row(one, actor, today) for one in queries.manageable_members(actor, today)]
    waiting = queries.open_invitations(actor, timezone.now(), today)
    context = {
        "rows": rows,
        "due": sum(bool(row["due"]) for row in rows),
        "invitations": [_waiting(one) for one in waiting],
        "coordinates": bool(actor.overseen),
    }
    return render(request, "network/members.html", context)


@require_POST
@login_required
def confirm(request: HttpRequest) -> HttpResponse:
    """Those that are ticked are still right; without a tick nothing happens."""
    actor, today = _manager(request), timezone.localdate()
    chosen = set(request.POST.getlist("member"))
    found = [one for one in queries.manageable_members(actor, today) if str(one.pk) in chosen]
    number = actions.confirm_memberships(memberships=found, today=today, actor=actor)
    said = ngettext("%(number)s membership confirmed.", "%(number)s memberships confirmed.", number)
    messages.success(request, said % {"number": number})
    return redirect("network:members")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def end(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    member = _member(actor, membership_id, today)
    form = EndForm(request.POST if request.method == "POST" else None, initial={"last_day": today})
    if form.is_valid():
        until_on = form.cleaned_data["last_day"] + timedelta(days=1)
        try:
            actions.end_membership(membership=member, until_on=until_on, today=today, actor=actor)
        except actions.CannotChangeMember as refusal:
            for problem in refusal.problems:
                form.add_error("last_day", str(MEMBER_PROBLEMS[problem]))
        else:
            messages.success(request, _("The role ends on the day you entered."))
            return redirect("network:members")
    context = {"form": form, "member": _row(member, actor, today)}
    return render(request, "network/end.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@sure_of_user
def reset_link(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    """Show once a link with which the member sets a new password."""
    actor, today = actor_of(request), timezone.localdate()
    member = _member(actor, membership_id, today)
    context: dict[str, object] = {"member": _row(member, actor, today)}
    if request.method == "POST":
        try:
            uid, key = actions.issue_reset_link(member=member.user, today=today, actor=actor)
        except actions.CannotChangeMember as refusal:
            context["refusals"] = [MEMBER_PROBLEMS[problem] for problem in refusal.problems]
            return render(request, "network/reset_link.html", context, status=422)
        path = reverse("account_reset_password_from_key", args=[uid, key])
        context["link"] = request.build_absolute_uri(path)
    return render(request, "network/reset_link.html", context)


def _manager(request: HttpRequest) -> Actor:
    """Members are the business of those who may invite some."""
    actor = actor_of(request)
    if not actor.networks or not actor.roles & {role.value for role in INVITES}:
        raise Http404
    return actor


def _member(actor: Actor, membership_id: UUID, today: date) -> Membership:
    member = queries.member_or_none(actor, membership_id, today)
    if member is None:
        raise Http404
    return member


def _row(member: Membership, actor: Actor, today: date) -> dict[str, object]:
    return {
        "id": member.pk,
        "name": member.user.name,
        "role": ROLES.get(Role(member.role), member.role),
        "where": member.project or member.network,
        "since": member.from_on,
        "last_day": member.until_on - timedelta(days=1) if member.until_on else None,
        "reviewed_on": member.reviewed_on,
        "due": review_due(from_on=member.from_on, reviewed_on=member.reviewed_on, today=today),
        "own": member.user_id == actor.id,
    }


def _waiting(invitation: Invitation) -> dict[str, object]:
    return {
        "id": invitation.pk,
        "email": invitation.email,
        "role": ROLES.get(Role(invitation.role), invitation.role),
        "where": invitation.project or invitation.network,
        "expires_at": invitation.expires_at,
    }
