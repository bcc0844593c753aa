"""Accounts are opened, switched off and on, sessions end. Whoever calls from above writes the audit line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from wir.accounts.models import User


@transaction.atomic
def open_account(*, email: str, name: str, password: str) -> User:
    """Open an account for somebody who proved to hold an invitation; the password has been checked before."""
    return User.objects.create_user(email, password, name=name)


@transaction.atomic
def reopen_account(*, user: User, password: str) -> User:
    """Switch an account on again with a new password; its second factor stays as it was."""
    end_sessions(user_ids=[user.pk])
    user.set_password(password)
    user.is_active = True
    user.save(update_fields=["password", "is_active"])
    return user


@transaction.atomic
def switch_off(*, user_ids: Collection[UUID]) -> int:
    """Switch accounts off and end their sessions at once; returns how many were on."""
    end_sessions(user_ids=user_ids)
    return User.objects.filter(pk__in=user_ids, is_active=True).update(is_active=False)


@transaction.atomic
def end_sessions(*, user_ids: Collection[UUID], but: str = "") -> int:
    """Sign these users out on every device, except in the session with the key ``but``; returns how many ended."""
    ended = UserSession.objects.filter(user_id__in=user_ids).exclude(session_key=but)
    keys = list(ended.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    ended.delete()
    return len(keys)


@transaction.atomic
def end_session(*, user_id: UUID, session_id: int) -> bool:
    """Sign a user out on one of their devices; False when that session is not theirs or has ended."""
    found = UserSession.objects.filter(user_id=user_id, pk=session_id).first()
    if found is None:
        return False
    Session.objects.filter(session_key=found.session_key).delete()
    found.delete()
    return True


@transaction.atomic
def change_profile(*, user: User, name: str, languages: Sequence[str]) -> User:
    """Change what colleagues see of somebody, and the languages in which they can counsel."""
    user.name, user.languages = name, list(languages)
    user.save(update_fields=["name", "languages"])
    return user


@transaction.atomic
def remove_second_factors(*, user_id: UUID) -> int:
    """Remove app, passkeys and recovery codes, and sign the user out; returns how many there were."""
    end_sessions(user_ids=[user_id])
    removed, _ = Authenticator.objects.filter(user_id=user_id).delete()
    return int(removed)
