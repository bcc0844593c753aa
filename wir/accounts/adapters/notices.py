"""Mails that tell somebody what changed in how they sign in: whoever did it, its owner learns of it."""

from __future__ import annotations

import logging
from datetime import datetime
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from wir.accounts.rules import Device, SecurityChange
from wir.kit.mail import mail_is_sent

log = logging.getLogger(__name__)

HAPPENED = {
    SecurityChange.PASSWORD_CHANGED: _("The password of your account was changed."),
    SecurityChange.APP_ADDED: _("An authenticator app was set up as second factor of your account."),
    SecurityChange.APP_REMOVED: _("The authenticator app was removed from your account."),
    SecurityChange.PASSKEY_ADDED: _("A passkey was added to your account."),
    SecurityChange.PASSKEY_REMOVED: _("A passkey was removed from your account."),
    SecurityChange.CODES_RENEWED: _(
        "New recovery codes were made for your account; the former ones are void."
    ),
    SecurityChange.FACTORS_REMOVED: _(
        "App, passkeys and recovery codes were removed from your account by whoever runs this site."
    ),
    SecurityChange.NEW_DEVICE: _("Somebody signed in to your account on a device that was not known before."),
    SecurityChange.SIGNED_OUT: _("Your account was signed out on one or more devices."),
    SecurityChange.PROVIDER_LINKED: _("Your account can now be opened by the sign-in of your organisation."),
}


def tell_owner(
    *, email: str, language: str, change: SecurityChange, at: datetime, device: Device | None = None
) -> None:
    """Mail the owner of an account what changed, once this transaction has committed.

    ``language`` is that of the owner. The mail bears no name, no address of the network and no browser version.
    """
    if mail_is_sent():
        transaction.on_commit(partial(_send, email, language, change, at, device), robust=True)


def _send(email: str, language: str, change: SecurityChange, at: datetime, device: Device | None) -> None:
    with translation.override(language):
        happened = str(HAPPENED[change])
        words = {
            "happened": happened,
            "device": ", ".join(filter(None, (device.browser, device.system))) if device else "",
            "at": at,
            "password_url": settings.SITE_ADDRESS + reverse("account_reset_password"),
            "account_url": settings.SITE_ADDRESS + reverse("account"),
        }
        text = render_to_string("accounts/mail/change.txt", words)
    try:
        send_mail(f"WIR: {happened.rstrip('.')}", text, None, [email])
    except (OSError, SMTPException):
        log.warning("a mail about a change of %s could not be sent", change.value)
