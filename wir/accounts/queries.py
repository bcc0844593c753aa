"""What pages and other apps ask about accounts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from wir.accounts.models import User
from wir.accounts.rules import device_of

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A device on which somebody is signed in, roughly told: no address, no version."""

    id: int
    browser: str
    system: str
    since: datetime
    current: bool


def account_named(email: str) -> User | None:
    """Return the account with this address, switched on or off."""
    return User.objects.filter(email=email.strip().lower()).first()


def account_or_none(user_id: UUID) -> User | None:
    """Return one account."""
    return User.objects.filter(pk=user_id).first()


def has_second_factor(user_id: UUID) -> bool:
    """Whether the user is asked for an app or a passkey at every sign-in."""
    return bool(Authenticator.objects.filter(user_id=user_id, type__in=SECOND_FACTORS).exists())


def users_with_second_factor(user_ids: Collection[UUID]) -> set[UUID]:
    """Return who of these users is asked for an app or a passkey at every sign-in."""
    found = Authenticator.objects.filter(user_id__in=user_ids, type__in=SECOND_FACTORS)
    return set(found.values_list("user_id", flat=True))


def open_sessions(user_id: UUID, *, current_key: str, now: datetime) -> list[OpenSession]:
    """Return where the user is signed in, the latest first."""
    sessions = list(UserSession.objects.filter(user_id=user_id).order_by("-created_at"))
    alive = set(
        Session.objects.filter(
            session_key__in=[one.session_key for one in sessions], expire_date__gt=now
        ).values_list("session_key", flat=True)
    )
    return [
        OpenSession(
            id=one.pk,
            browser=(device := device_of(one.user_agent)).browser,
            system=device.system,
            since=one.created_at,
            current=one.session_key == current_key,
        )
        for one in sessions
        if one.session_key in alive
    ]


def reset_key(user: User) -> tuple[str, str]:
    """Return the two secret parts of a link with which this user sets a new password; good once, for a day."""
    return user_pk_to_url_str(user), PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)


def second_factors_of(user_id: UUID) -> list[str]:
    """Return the kinds of second factor that a user has set up, one for each."""
    return list(Authenticator.objects.filter(user_id=user_id).values_list("type", flat=True))
