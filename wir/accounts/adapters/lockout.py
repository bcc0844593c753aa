"""Guessing passwords is slow, and nobody can lock somebody else out (OWASP, "device cookies").

A browser in which somebody has signed in before is known: its failures are counted apart, so neither an attacker
nor a colleague behind the same address closes its way in. Strangers are counted by account and address; and as a
crowd by address alone and by account alone, against guessing from many addresses or over many accounts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.conf import settings
from django.core import signing
from django.db.models import Q, Sum
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from wir.kit.addresses import address_of

COOKIE = "__Host-wir-device" if settings.HTTPS else "wir-device"
COOKIE_LASTS = timedelta(days=180)
MOST_USERS_OF_A_DEVICE = 5
SALT = "wir.accounts.device"
MARK = "#"
"""Stands between an address and the device; no e-mail address of a sign-in form holds it unquoted."""

MOST_FROM_ONE_ADDRESS = 50
MOST_FOR_ONE_ACCOUNT = 100
"""Failures of strangers within an hour, over all accounts or over all addresses."""


class DeviceAwareHandler(AxesDatabaseHandler):
    """Counts as axes does, and strangers as a crowd besides."""

    def is_locked(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        if super().is_locked(request, credentials):
            return True
        login = _login_of(request, credentials)
        if known_device(request, login):
            return False
        since = timezone.now() - timedelta(hours=settings.AXES_COOLOFF_TIME)
        address = address_of(request)
        strangers = AccessAttempt.objects.filter(attempt_time__gte=since).exclude(username__contains=MARK)
        crowd = strangers.filter(Q(ip_address=address) | Q(username=login)).aggregate(
            address=Sum("failures_since_start", filter=Q(ip_address=address)),
            account=Sum("failures_since_start", filter=Q(username=login)),
        )
        return (crowd["address"] or 0) >= MOST_FROM_ONE_ADDRESS or (
            crowd["account"] or 0
        ) >= MOST_FOR_ONE_ACCOUNT


def forget_sign_ins(*, before: datetime) -> int:
    """Delete what is kept of sign-ins and failures before a moment; return how many rows."""
    kept = (AccessLog, AccessFailureLog, AccessAttempt)
    old = (model.objects.filter(attempt_time__lt=before).delete() for model in kept)
    return sum(int(number) for number, _ in old)


def counted_name(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """Return under which name a failure is counted: the account, and the device where it is known."""
    login = _login_of(request, credentials)
    device = known_device(request, login)
    return f"{login}{MARK}{device}" if device else login


def codes_are_locked(request: HttpRequest, login: str) -> bool:
    """Whether too many wrong codes of a second factor were tried for this account, by strangers or by this device."""
    since = timezone.now() - timedelta(hours=settings.AXES_COOLOFF_TIME)
    tried = AccessAttempt.objects.filter(username=_code_name(request, login), attempt_time__gte=since)
    return (tried.aggregate(all=Sum("failures_since_start"))["all"] or 0) >= settings.AXES_FAILURE_LIMIT


def note_wrong_code(request: HttpRequest, login: str) -> None:
    """Count one wrong code."""
    AccessAttempt.objects.create(
        username=_code_name(request, login),
        ip_address=address_of(request),
        user_agent=token_hex(8),  # each wrong code is a row of its own: no two requests wait for each other
        failures_since_start=1,
        attempt_time=timezone.now(),
    )


def forget_wrong_codes(request: HttpRequest, login: str) -> None:
    """A right code ends the count."""
    AccessAttempt.objects.filter(username=_code_name(request, login)).delete()


def _code_name(request: HttpRequest, login: str) -> str:
    return f"{counted_name(request, {'email': login})}{MARK}code"


def known_device(request: HttpRequest, login: str) -> str:
    """Return what this account's signed cookie calls this browser; empty when it has never signed in here."""
    return _devices(request).get(_key(login), "")


def remember_device(request: HttpRequest, response: HttpResponse, login: str) -> None:
    """Give the browser, in which somebody has just proved who they are, a cookie that says so."""
    devices = _devices(request)
    key = _key(login)
    latest = {key: token_hex(8)} | {one: name for one, name in devices.items() if one != key}
    response.set_cookie(
        COOKIE,
        signing.dumps(dict(list(latest.items())[:MOST_USERS_OF_A_DEVICE]), salt=SALT),
        max_age=COOKIE_LASTS,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def _devices(request: HttpRequest) -> dict[str, str]:
    try:
        found = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=COOKIE_LASTS)
    except signing.BadSignature:
        return {}
    return {str(key): str(name) for key, name in found.items()}


def _key(login: str) -> str:
    return salted_hmac(SALT, login, algorithm="sha256").hexdigest()[:16]


def _login_of(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str:
    given = credentials or {}
    named = next((given[key] for key in ("login", "email", "username") if given.get(key)), None)
    return str(named or request.POST.get("login", "")).strip().lower()[:200].replace(MARK, "")
