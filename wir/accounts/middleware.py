"""What every request is asked about the session it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from time import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from wir.accounts.adapters.lockout import remember_device

Answer = Callable[[HttpRequest], HttpResponse]
SEEN, BEGAN = "seen_at", "began_at"
NOTED_EVERY = 5 * 60
"""Seconds between two notes that a session is in use: each is a write."""


class SessionLimitsMiddleware:
    """Ends a session after an hour without a request, and after a working day (NIST SP 800-63B-4, AAL2)."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._limit(request, time())
        return self.get_response(request)

    def _limit(self, request: HttpRequest, now: float) -> None:
        session = request.session
        began, seen = session.get(BEGAN), session.get(SEEN)
        if began is None or seen is None:
            session[BEGAN] = session[SEEN] = now
        elif now - seen > settings.IDLE_MINUTES * 60:
            logout(request)
            messages.info(
                request,
                _("You were signed out because nothing happened for %(minutes)s minutes.")
                % {"minutes": settings.IDLE_MINUTES},
            )
        elif now - began > settings.SESSION_COOKIE_AGE:
            logout(request)
            messages.info(request, _("Your working day here was long: please sign in once more."))
        elif now - seen > NOTED_EVERY:
            session[SEEN] = now


class ForgetMiddleware:
    """After signing out the browser forgets what it kept of the pages; the cookie of a known device stays.

    Clear-Site-Data (W3C) is heeded over HTTPS alone.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        was_in = request.user.is_authenticated
        response = self.get_response(request)
        if was_in and not request.user.is_authenticated:
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


class KnownDeviceMiddleware:
    """Remembers the browser in which somebody has just signed in or set a new password."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        login = vars(request).get("proved_login")
        if login:
            remember_device(request, response, login)
        return response
