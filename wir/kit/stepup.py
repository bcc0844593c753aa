"""Step-up: before something weighty, whoever is signed in proves once more that it is them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from time import time
from typing import Any, Concatenate, ParamSpec

from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

P = ParamSpec("P")
ASSERTED = "second_factor_asserted_for"
"""Session key: the user for whom a provider has vouched that a second factor was used."""


def sure_of_user(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Let only those in who signed in or confirmed within the last 15 minutes; others confirm and come back.

    Password, app and passkey all count. Stands below ``login_required``.
    """

    @wraps(view)
    def confirmed(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not recently_proved(request):
            raise ReauthenticationRequired  # allauth's middleware leads to the page that asks
        return view(request, *args, **kwargs)

    return confirmed


def recently_proved(request: HttpRequest) -> bool:
    """Whether somebody proved who they are in this session within the last 15 minutes."""
    records = get_authentication_records(request, request.user)
    latest = max((float(record["at"]) for record in records), default=0.0)
    return time() - latest < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def second_factor_proved(request: HttpRequest) -> bool:
    """Whether the signed-in user used a second factor in this session, here or at their provider."""
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records) or second_factor_asserted(
        request, request.user
    )


def second_factor_asserted(request: HttpRequest, user: Any) -> bool:
    """Whether a provider has vouched for this user's second factor, and the sign-in went through that provider."""
    through = [record["method"] for record in get_authentication_records(request, user)]
    return "socialaccount" in through and request.session.get(ASSERTED) == str(user.pk)
