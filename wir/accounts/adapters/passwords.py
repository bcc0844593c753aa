"""Argon2id as OWASP recommends it (19 MiB, two passes), with a bound on how many are worked out at once."""

from threading import BoundedSemaphore
from unicodedata import normalize

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from wir.accounts.rules import is_made_of_context

_AT_ONCE = BoundedSemaphore(2)


class BoundedArgon2(Argon2PasswordHasher):
    """Argon2id whose memory stays bounded when many sign in at the same moment.

    Passwords are normalised (NFKC, NIST SP 800-63B-4, 3.1.1.2): an umlaut is the same on every keyboard.
    """

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        with _AT_ONCE:
            return super().encode(normalize("NFKC", password), salt)

    def verify(self, password: str, encoded: str) -> bool:
        with _AT_ONCE:
            # what was stored before passwords were normalised still opens
            spellings = dict.fromkeys([normalize("NFKC", password), password])
            return any(super(BoundedArgon2, self).verify(one, encoded) for one in spellings)


class ListedPasswordValidator(CommonPasswordValidator):
    """Refuses the passwords of the operator's own list: one a line, plain or gzip, small letters."""

    def get_error_message(self) -> str:
        return _("This password stands on a list of known passwords. Please choose another one.")


class ContextValidator:
    """Refuses passwords that are little more than words of the programme (OWASP ASVS 5.0, 6.2.11)."""

    def validate(self, password: str, user: object = None) -> None:
        if is_made_of_context(password):
            raise ValidationError(
                _(
                    "This password is made of words that everybody here would try. Please choose four words that have"
                    " nothing to do with your work."
                ),
                code="password_of_context",
            )

    def get_help_text(self) -> str:
        """Allauth and Django list it beside the field, where the house says it in its own words."""
        return ""
