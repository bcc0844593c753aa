"""Whether mail leaves this site at all, and through what."""

from django.conf import settings

OUTBOX = "wir.post.reactions.OutboxBackend"
"""Takes mail in, in the transaction of whoever writes it; a job delivers it."""


def delivery_backend() -> str:
    """Return the class of Django's that hands mail to a server."""
    return str(settings.MAIL_DELIVERY if settings.EMAIL_BACKEND == OUTBOX else settings.EMAIL_BACKEND)


def mail_is_sent() -> bool:
    """Return whether the operator has named a way for mail; without one pages show what else can be done."""
    return not delivery_backend().endswith("dummy.EmailBackend")
