"""Background work of accounts: who signed in when and from where is kept for a while only."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from wir.accounts.adapters.lockout import forget_sign_ins


@app.periodic(cron="40 2 * * *")
@app.task(
    name="accounts.forget_sign_ins", lock="accounts.forget_sign_ins", queueing_lock="accounts.forget_sign_ins"
)
def forget(timestamp: int) -> None:
    """Delete records of sign-ins, successful or not, that are older than ``SIGN_INS_KEPT``."""
    forget_sign_ins(before=timezone.now() - settings.SIGN_INS_KEPT)
