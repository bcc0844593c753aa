"""Inviting somebody, and accepting."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from wir.accounts.models import User
from wir.accounts.queries import account_named
from wir.kit.acting import actor_of
from wir.network import actions, queries
from wir.network.adapters.mail import mail_invitation
from wir.network.forms import ACCEPT_PROBLEMS, ROLES, InviteForm, NewPasswordForm
from wir.network.queries import Offer
from wir.network.rules import INVITATION_LASTS, INVITES, Role, WorksFor


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def invite(request: HttpRequest) -> HttpResponse:
    actor, now = actor_of(request), timezone.now()
    mine = queries.positions_of(actor, timezone.localdate(now))
    projects = queries.projects_for_invitations(actor, mine)
    networks = list(queries.coordinated_networks(actor))
    if not projects and not networks:
        raise Http404
    roles = {
        role for held in mine for role in INVITES.get(held.role, ()) if role is not Role.PROGRAMME_OFFICE
    }
    data = request.POST if request.method == "POST" else None
    form = InviteForm(data, roles=roles, networks=networks, projects=projects)
    if form.is_valid():
        try:
            issued = actions.invite(
                email=form.cleaned_data["email"],
                position=form.position(),
                carrier_id=form.carrier_id(),
                works_for=WorksFor(form.cleaned_data["works_for"]),
                now=now,
                actor=actor,
            )
        except actions.CannotInvite as refusal:
            form.explain(refusal.problems)
        else:
            return show_invitation(request, issued)
    return render(request, "network/invite.html", {"form": form}, status=422 if form.errors else 200)


def show_invitation(request: HttpRequest, issued: actions.Issued) -> HttpResponse:
    """Say that the invitation is on its way, or show its link this once to hand it over."""
    link = request.build_absolute_uri(reverse("network:accept", args=[issued.token]))
    email = issued.invitation.email
    mailed = mail_invitation(email=email, url=link, days=INVITATION_LASTS.days)
    context = {"email": email, "mailed": mailed, "link": link, "days": INVITATION_LASTS.days}
    return render(request, "network/invited.html", context)


@require_POST
@login_required
def withdraw(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    actor, now = actor_of(request), timezone.now()
    invitation = queries.invitation_or_none(actor, invitation_id, now, timezone.localdate(now))
    if invitation is None:
        raise Http404
    actions.withdraw_invitation(invitation=invitation, now=now, actor=actor)
    messages.success(request, _("The invitation is withdrawn; its link no longer works."))
    return redirect("network:members")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    now = timezone.now()
    offer = queries.offer_of(token, now, timezone.localdate(now))
    if offer is None:
        return render(request, "network/invitation_gone.html", status=404)
    signed_in = request.user if isinstance(request.user, User) else None
    known = account_named(offer.email)
    data = request.POST if request.method == "POST" else None
    form = None if signed_in else NewPasswordForm(data, email=offer.email, known=known is not None)
    context = _offered(offer, signed_in, known) | {"form": form, "here": request.path}
    if request.method != "POST" or (form is not None and not form.is_valid()):
        return render(request, "network/accept.html", context, status=422 if form and form.errors else 200)
    cleaned = form.cleaned_data if form else {}
    try:
        user = actions.accept_invitation(
            token=token,
            name=cleaned.get("name", ""),
            password=cleaned.get("password1", ""),
            signed_in=signed_in,
            now=now,
            actor=actor_of(request),
        )
    except actions.CannotAccept as refusal:
        context["refusals"] = [ACCEPT_PROBLEMS[problem] for problem in refusal.problems]
        return render(request, "network/accept.html", context, status=422)
    return redirect("/") if signed_in else _sign_in(request, user)


def _sign_in(request: HttpRequest, user: User) -> HttpResponse:
    """Who has just set a password need not type it again; a second factor from before is asked for all the same."""
    record_authentication(request, user, method="password", reauthenticated=True)
    response: HttpResponse = perform_login(request, Login(user=user, redirect_url="/"))
    return response


def _offered(offer: Offer, signed_in: User | None, known: User | None) -> dict[str, Any]:
    return {
        "offer": offer,
        "role": ROLES.get(offer.role, offer.role.value),
        "where": offer.project or offer.network,
        "must_sign_in": signed_in is None and known is not None and known.is_active,
        "other_account": signed_in is not None and signed_in.email != offer.email,
        "signed_in": signed_in,
    }
