"""When somebody has proved who they are, their browser becomes a known one."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_reset
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from wir.accounts.models import User


@receiver(user_logged_in, dispatch_uid="accounts.device_at_sign_in")
@receiver(password_reset, dispatch_uid="accounts.device_at_reset")
def know_the_device(*, request: HttpRequest | None, user: User, **_rest: Any) -> None:
    """Let the middleware give this browser its cookie."""
    if request is not None:
        vars(request)["proved_login"] = user.email
