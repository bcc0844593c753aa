"""Argon2id as OWASP recommends it (19 MiB, two passes), with a bound on how many are worked out at once."""

from threading import BoundedSemaphore

from django.contrib.auth.hashers import Argon2PasswordHasher

_AT_ONCE = BoundedSemaphore(2)


class BoundedArgon2(Argon2PasswordHasher):
    """Argon2id whose memory stays bounded when many sign in at the same moment."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        with _AT_ONCE:
            return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        with _AT_ONCE:
            return super().verify(password, encoded)
