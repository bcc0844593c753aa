"""What follows when somebody proves who they are, or changes how they do: a known browser, other sessions, a mail."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.account.signals import user_logged_in as signed_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.signals import social_account_added
from allauth.usersessions.models import UserSession
from allauth.usersessions.signals import on_user_logged_in
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from wir.accounts import actions
from wir.accounts.adapters.lockout import known_device
from wir.accounts.models import User
from wir.accounts.rules import SecurityChange, device_of

ADDED = {
    Authenticator.Type.TOTP: SecurityChange.APP_ADDED,
    Authenticator.Type.WEBAUTHN: SecurityChange.PASSKEY_ADDED,
}
REMOVED = {
    Authenticator.Type.TOTP: SecurityChange.APP_REMOVED,
    Authenticator.Type.WEBAUTHN: SecurityChange.PASSKEY_REMOVED,
}
"""Recovery codes come and go with these, which is no news of its own."""


@receiver(user_logged_in, dispatch_uid="accounts.device_at_sign_in")
def know_the_device(*, request: HttpRequest | None, user: User, **_rest: Any) -> None:
    """Let the middleware give this browser its cookie; of one that had none the owner is told."""
    if request is None:
        return
    if not known_device(request, user.email):
        _tell(request, user, SecurityChange.NEW_DEVICE)
    vars(request)["proved_login"] = user.email


@receiver(signed_in, dispatch_uid="accounts.session_at_sign_in")
def list_the_session(*, request: HttpRequest, user: User, **_rest: Any) -> None:
    """The owner finds this session among theirs; allauth would open each of the others to see whether it is over."""
    actions.forget_ended_sessions(user=user, now=timezone.now())
    UserSession.objects.create_from_request(request)


signed_in.disconnect(on_user_logged_in)


@receiver(password_reset, dispatch_uid="accounts.device_at_reset")
def know_the_device_of_a_reset(*, request: HttpRequest, user: User, **_rest: Any) -> None:
    """Whoever held the link proved enough to be no stranger at the sign-in that follows."""
    vars(request)["proved_login"] = user.email


@receiver(password_changed, dispatch_uid="accounts.password_changed")
@receiver(password_set, dispatch_uid="accounts.password_set")
@receiver(password_reset, dispatch_uid="accounts.password_reset")
def tell_of_the_password(*, request: HttpRequest, user: User, **_rest: Any) -> None:
    """The owner is told; Django itself ends the other sessions, which rest on the former password."""
    _tell(request, user, SecurityChange.PASSWORD_CHANGED)


@receiver(authenticator_added, dispatch_uid="accounts.factor_added")
def tell_of_a_new_factor(
    *, request: HttpRequest, user: User, authenticator: Authenticator, **_rest: Any
) -> None:
    """The owner is told, and other sessions end."""
    _factor_changed(request, user, ADDED.get(authenticator.type))


@receiver(authenticator_removed, dispatch_uid="accounts.factor_removed")
def tell_of_a_lost_factor(
    *, request: HttpRequest, user: User, authenticator: Authenticator, **_rest: Any
) -> None:
    """The owner is told, and other sessions end."""
    _factor_changed(request, user, REMOVED.get(authenticator.type))


@receiver(authenticator_reset, dispatch_uid="accounts.codes_renewed")
def tell_of_new_codes(*, request: HttpRequest, user: User, **_rest: Any) -> None:
    """The owner is told, and other sessions end."""
    _factor_changed(request, user, SecurityChange.CODES_RENEWED)


@receiver(social_account_added, dispatch_uid="accounts.provider_linked")
def tell_of_a_provider(*, request: HttpRequest, sociallogin: SocialLogin, **_rest: Any) -> None:
    """A provider vouched for the address of an account and opens it from now on."""
    if isinstance(sociallogin.user, User):
        _tell(request, sociallogin.user, SecurityChange.PROVIDER_LINKED)


def _factor_changed(request: HttpRequest, user: User, change: SecurityChange | None) -> None:
    if change is None:
        return
    actions.end_other_sessions(user=user, but=request.session.session_key or "")
    _tell(request, user, change)


def _tell(request: HttpRequest, user: User, change: SecurityChange) -> None:
    device = device_of(request.headers.get("User-Agent", ""))
    actions.tell(user=user, change=change, at=timezone.now(), device=device)
