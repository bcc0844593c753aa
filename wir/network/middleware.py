"""Where a network demands a second factor, the way leads to its set-up until it is there."""

from __future__ import annotations

from collections.abc import Callable
from time import time

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wir.accounts.queries import has_second_factor
from wir.kit.acting import actor_of
from wir.kit.htmx import go_to
from wir.kit.stepup import second_factor_proved
from wir.network.queries import must_use_second_factor

Answer = Callable[[HttpRequest], HttpResponse]
OPEN = ("/konto/", "/einladung/", "/sprache/", "/static/")
"""What can be used before: one's own account, an invitation, the language."""
ASKED = "second_factor_not_needed_until"
ASK_AGAIN_AFTER = 10 * 60
"""Seconds for which the answer "not needed" is remembered: a network may change its mind."""


class SecondFactorMiddleware:
    """Leads to the set-up page whoever must use a second factor and has none."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        free = not request.user.is_authenticated or request.path.startswith(OPEN)
        if free or second_factor_proved(request) or not self._missing(request):
            return self.get_response(request)
        return go_to(request, reverse("second_factor_required"))

    @staticmethod
    def _missing(request: HttpRequest) -> bool:
        now = time()
        if request.session.get(ASKED, 0) > now:
            return False
        actor = actor_of(request)
        if actor.id is None or not must_use_second_factor(actor, timezone.localdate()):
            request.session[ASKED] = now + ASK_AGAIN_AFTER
            return False
        # who has one was asked for it at the sign-in, or has just set it up
        return not has_second_factor(actor.id)
