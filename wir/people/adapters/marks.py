"""Keyed slow hashes of spellings: without the installation's key nobody can try out names and birth dates.

Argon2id (RFC 9106) with 64 MiB and three passes, about a tenth of a second a spelling, salted and keyed by
the installation; a dump of the database alone gives nothing away.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from threading import BoundedSemaphore

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PASSES = 3
KIBIBYTES = 64 * 1024
_AT_ONCE = BoundedSemaphore(2)


def marks(spellings: Iterable[str]) -> list[bytes]:
    """Return the mark of each spelling, 32 bytes, in an order that says nothing."""
    return sorted(_mark(spelling) for spelling in spellings)


def _mark(spelling: str) -> bytes:
    key = _key(settings.WIR_DUPLICATE_KEY or settings.SECRET_KEY)
    with _AT_ONCE:
        slow = hash_secret_raw(
            spelling.encode(),
            salt=hmac.digest(key, b"salt", sha256)[:16],
            time_cost=PASSES,
            memory_cost=KIBIBYTES,
            parallelism=1,
            hash_len=32,
            type=Type.ID,
        )
    return hmac.digest(key, slow, sha256)


@lru_cache(maxsize=4)
def _key(secret: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"wir: duplicates between networks, 1")
    return derived.derive(secret.encode())
