"""Signing in and out, and one's own account."""

from allauth.account import views as account
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.accounts import actions, queries
from wir.accounts.adapters import openid
from wir.accounts.forms import ProfileForm
from wir.accounts.models import User
from wir.kit.mail import mail_is_sent
from wir.kit.stepup import sure_of_user


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long or came from elsewhere: say so, and how to go on."""
    return render(request, "accounts/form_expired.html", {"again_url": request.get_full_path()}, status=403)


def sign_in(request: HttpRequest) -> HttpResponse:
    """Password, passkey, or the provider whom the operator has named."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    view = account.LoginView.as_view(extra_context={"providers": apps})
    response: HttpResponse = view(request)
    return response


OWN_PAGE = frozenset({"same-origin", "none"})
"""``Sec-Fetch-Site`` of a click on a page of ours, or of an address that the reader opened (W3C Fetch Metadata)."""


@require_safe
def to_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead to the provider where the reader asked for it: a link on another site signs nobody in unnoticed."""
    if request.headers.get("Sec-Fetch-Site", "none") not in OWN_PAGE:
        return redirect("account_login")
    return openid.begin(request, provider_id)


def forgotten(request: HttpRequest) -> HttpResponse:
    """By mail where mail is sent; otherwise the page says who can help."""
    if not mail_is_sent():
        return render(request, "accounts/forgotten.html")
    response: HttpResponse = account.password_reset(request)
    return response


def password_is_set(request: HttpRequest) -> HttpResponse:
    """Allauth has said so in a message; the way on is the sign-in."""
    return redirect("account_login")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def account_page(request: HttpRequest) -> HttpResponse:
    user = _user_of(request)
    stored = {"name": user.name, "languages": user.languages, "mail_language": user.mail_language}
    form = ProfileForm(request.POST if request.method == "POST" else None, initial=stored)
    if form.is_valid():
        actions.change_profile(user=user, **form.cleaned_data)
        messages.success(request, _("Your profile has been saved."))
        return redirect("account")
    factors = queries.second_factors_of(user.pk)
    context = {
        "form": form,
        "has_app": Authenticator.Type.TOTP in factors,
        "passkeys": factors.count(Authenticator.Type.WEBAUTHN),
        "has_codes": Authenticator.Type.RECOVERY_CODES in factors,
    }
    return render(request, "accounts/account.html", context, status=422 if form.errors else 200)


@require_safe
@login_required
@sure_of_user
def sessions(request: HttpRequest) -> HttpResponse:
    user = _user_of(request)
    key = request.session.session_key or ""
    found = queries.open_sessions(user.pk, current_key=key, now=timezone.now())
    return render(request, "accounts/sessions.html", {"sessions": found})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@sure_of_user
def end_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """Whoever had to confirm first comes back without the form: the list is there."""
    if request.method != "POST":
        return redirect("sessions")
    if not actions.end_session(user=_user_of(request), session_id=session_id, now=timezone.now()):
        raise Http404
    messages.success(request, _("That device is signed out."))
    return redirect("sessions")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@sure_of_user
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """The button of the list; opened by hand the address leads there."""
    if request.method != "POST":
        return redirect("sessions")
    actions.sign_out_everywhere(user=_user_of(request), now=timezone.now())
    logout(request)
    messages.success(request, _("You are signed out on every device."))
    return redirect("account_login")


@require_safe
@login_required
def second_factor_required(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/second_factor_required.html")


def _user_of(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user
