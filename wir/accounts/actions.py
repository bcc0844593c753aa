"""Accounts are opened, switched off and on, sessions end. Whoever calls from above writes the audit line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from wir.accounts.adapters.notices import tell_owner
from wir.accounts.models import User
from wir.accounts.rules import Device, SecurityChange


@transaction.atomic
def open_account(*, email: str, name: str, password: str) -> User:
    """Open an account for somebody who proved to hold an invitation; the password has been checked before."""
    return User.objects.create_user(email, password, name=name)


@transaction.atomic
def reopen_account(*, user: User, password: str, now: datetime) -> User:
    """Switch an account on again with a new password; its second factor stays as it was."""
    _end_sessions([user.pk])
    user.set_password(password)
    user.is_active = True
    user.save(update_fields=["password", "is_active"])
    tell(user=user, change=SecurityChange.PASSWORD_CHANGED, at=now)
    return user


@transaction.atomic
def switch_off(*, user_ids: Collection[UUID]) -> int:
    """Switch accounts off and end their sessions at once; returns how many were on."""
    _end_sessions(user_ids)
    return User.objects.filter(pk__in=user_ids, is_active=True).update(is_active=False)


@transaction.atomic
def sign_out_everywhere(*, user: User, now: datetime) -> int:
    """Sign somebody out on every device; returns on how many."""
    ended = _end_sessions([user.pk])
    tell(user=user, change=SecurityChange.SIGNED_OUT, at=now)
    return ended


@transaction.atomic
def end_session(*, user: User, session_id: int, now: datetime) -> bool:
    """Sign a user out on one of their devices; False when that session is not theirs or has ended."""
    found = UserSession.objects.filter(user=user, pk=session_id).first()
    if found is None:
        return False
    Session.objects.filter(session_key=found.session_key).delete()
    found.delete()
    tell(user=user, change=SecurityChange.SIGNED_OUT, at=now)
    return True


@transaction.atomic
def end_other_sessions(*, user: User, but: str) -> int:
    """Sign a user out everywhere except in the session with the key ``but``; returns how many ended.

    What changes how somebody signs in does this: whoever was in before has to prove themselves anew.
    """
    return _end_sessions([user.pk], but=but)


@transaction.atomic
def change_profile(*, user: User, name: str, languages: Sequence[str], mail_language: str) -> User:
    """Change what colleagues see of somebody, the languages in which they can counsel, and that of mails to them."""
    user.name, user.languages, user.mail_language = name, list(languages), mail_language
    user.save(update_fields=["name", "languages", "mail_language"])
    return user


@transaction.atomic
def remove_second_factors(*, user: User, now: datetime) -> int:
    """Remove app, passkeys and recovery codes, and sign the user out; returns how many there were."""
    _end_sessions([user.pk])
    removed, _ = Authenticator.objects.filter(user=user).delete()
    if removed:
        tell(user=user, change=SecurityChange.FACTORS_REMOVED, at=now)
    return int(removed)


def tell(*, user: User, change: SecurityChange, at: datetime, device: Device | None = None) -> None:
    """Let the owner of an account know of a change, by mail, once it has been committed."""
    tell_owner(email=user.email, language=user.mail_language, change=change, at=at, device=device)


@transaction.atomic
def forget_ended_sessions(*, user: User, now: datetime) -> int:
    """Take the sessions that are over off the user's list; returns how many."""
    running = Session.objects.filter(expire_date__gt=now)
    over = UserSession.objects.filter(user=user).exclude(session_key__in=running.values("session_key"))
    return int(over.delete()[0])


def _end_sessions(user_ids: Collection[UUID], *, but: str = "") -> int:
    ended = UserSession.objects.filter(user_id__in=user_ids).exclude(session_key=but)
    keys = list(ended.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    ended.delete()
    return len(keys)
