"""An invitation as a letter by mail."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.core.mail import send_mail
from django.utils.translation import gettext as _

from wir.kit.mail import mail_is_sent

log = logging.getLogger(__name__)


def mail_invitation(*, email: str, url: str, days: int) -> bool:
    """Send the link; False when this site sends no mail or the server refused it: then somebody hands it over."""
    if not mail_is_sent():
        return False
    text = _(
        "Hello,\n\nyou are invited to work with the case files of your network. With this link you set up your"
        " account; it is good once, for %(days)s days:\n\n%(url)s\n\nIf you do not know what this is about, do"
        " nothing."
    )
    try:
        send_mail(_("WIR: your invitation"), text % {"days": days, "url": url}, None, [email])
    except (OSError, SMTPException):
        log.warning("an invitation could not be sent by mail")
        return False
    return True
