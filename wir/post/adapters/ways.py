"""How a message leaves: a mail server, or a gateway for text messages. Each attempt says what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from wir.kit.mail import delivery_backend, mail_is_sent
from wir.kit.outgoing import CannotAsk, ask
from wir.post.rules import Failure

LAST_WORD = 500
"""From this SMTP code on asking again does not help (RFC 5321, 4.2.1)."""
TRY_AGAIN = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})


class NotDelivered(Exception):
    """The message was not taken; ``is_final`` when another attempt would not help."""

    def __init__(self, failure: Failure, *, is_final: bool) -> None:
        super().__init__(failure.value)
        self.failure, self.is_final = failure, is_final


def text_messages_are_sent() -> bool:
    """Return whether the operator has named a gateway."""
    return bool(settings.SMS_URL)


def send_mail(message_id: UUID, recipient: str, values: Mapping[str, str]) -> None:
    """Hand a mail to the server; a second attempt bears the same Message-ID, so that readers see it once.

    Raises NotDelivered.
    """
    if not mail_is_sent():
        raise NotDelivered(Failure.NO_WAY, is_final=True)
    host = urlsplit(settings.SITE_ADDRESS).hostname or "localhost"
    mail = EmailMessage(
        values["subject"],
        values["body"],
        values.get("from") or None,
        [recipient],
        connection=get_connection(delivery_backend()),
        headers={"Message-ID": f"<{message_id}@{host}>", "Auto-Submitted": "auto-generated"},
    )
    try:
        mail.send()
    except SMTPRecipientsRefused as error:
        final = all(code >= LAST_WORD for code, _ in error.recipients.values())
        raise NotDelivered(Failure.REFUSED, is_final=final) from error
    except SMTPResponseException as error:
        raise NotDelivered(Failure.REFUSED, is_final=error.smtp_code >= LAST_WORD) from error
    except (OSError, SMTPException) as error:
        raise NotDelivered(Failure.UNREACHABLE, is_final=False) from error
    except ValueError as error:  # an address or a subject that no server would take
        raise NotDelivered(Failure.REFUSED, is_final=True) from error


def send_text_message(message_id: UUID, recipient: str, text: str) -> None:
    """Hand a text message to the gateway: POST of JSON with ``to``, ``text`` and ``reference``, any 2xx is a yes.

    ``reference`` is the same at a second attempt, so that the gateway can tell. Raises NotDelivered.
    """
    if not text_messages_are_sent():
        raise NotDelivered(Failure.NO_WAY, is_final=True)
    body = json.dumps({"to": recipient, "text": text, "reference": str(message_id)}).encode()
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {settings.SMS_TOKEN}"}
    try:
        reply = ask(settings.SMS_URL, method="POST", body=body, headers=headers, most_bytes=65_536)
    except CannotAsk as error:
        raise NotDelivered(Failure.UNREACHABLE, is_final=False) from error
    if HTTPStatus.OK <= reply.status < HTTPStatus.MULTIPLE_CHOICES:
        return
    again = reply.status >= HTTPStatus.INTERNAL_SERVER_ERROR or reply.status in TRY_AGAIN
    raise NotDelivered(Failure.UNREACHABLE if again else Failure.REFUSED, is_final=not again)
