"""Session and user of each request, read with statements that are compiled once (``kit.compiled``)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from wir.kit.compiled import compiled


class SessionStore(db.SessionStore):
    """Sessions in the database, as Django keeps them."""

    def _get_session_from_db(self) -> Session | None:
        found = _running(self.session_key, timezone.now()) if self.session_key else []
        if not found:
            self._session_key = None
        return found[0] if found else None


class Accounts(AuthenticationBackend):
    """allauth's sign-in by address."""

    def get_user(self, user_id: Any) -> AbstractBaseUser | None:
        """Return the user of a session, if they may still sign in."""
        found = _users(user_id)
        return found[0] if found and self.user_can_authenticate(found[0]) else None


@compiled
def _running(key: str, now: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=now)


@compiled
def _users(user_id: Any) -> QuerySet[AbstractBaseUser]:
    return get_user_model()._default_manager.filter(pk=user_id)
