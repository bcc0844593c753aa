"""Whether mail leaves this site at all."""

from django.conf import settings


def mail_is_sent() -> bool:
    """Return whether the operator has named a way for mail; without one pages show what else can be done."""
    return not settings.EMAIL_BACKEND.endswith("dummy.EmailBackend")
