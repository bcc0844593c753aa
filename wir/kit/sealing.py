"""Sealed values: AES-256-GCM (NIST SP 800-38D), each bound to the place where it stands, each naming its key.

A value is ``version (1 byte) · key id (4) · nonce (12, random) · ciphertext with tag``. Of every key of the ring
sub-keys are derived (HKDF-SHA256, RFC 5869), one per use, so that no key seals two kinds of things. The newest key
seals, all of them open: a key can be replaced while the site runs. Nothing sealed can be searched for, by design.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import os
import secrets
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

VERSION = b"\x01"
KEY_BYTES = 32
ID_BYTES = 4
NONCE_BYTES = 12
HEADER_BYTES = len(VERSION) + ID_BYTES + NONCE_BYTES


class Use(StrEnum):
    """What a sub-key is for; never rename one, values of that use could no longer be opened."""

    KEY_ID = "key id"
    FIELDS = "fields"
    FINGERPRINTS = "fingerprints"
    SECOND_FACTOR = "second factor"
    ADDRESSES = "addresses"


class CannotUnseal(Exception):
    """The value was changed, moved to another place, or never was a sealed one."""


class KeyMissing(Exception):
    """There is no key to seal with, or not the one a value was sealed with; the text says what helps."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The keys in the order they were added; the last one seals."""

    keys: tuple[bytes, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the id of each key, eight hexadecimal digits derived from it, oldest first."""
        return tuple(_id_of(key).hex() for key in self.keys)

    def newest(self) -> bytes:
        """Return the key that seals."""
        if not self.keys:
            raise KeyMissing(
                "There is no key to seal with. Set WIR_KEYS or WIR_KEY_FILE (docs/operations.md, Keys);"
                " `wir keys new` prints a key."
            )
        return self.keys[-1]

    def named(self, key_id: bytes) -> bytes:
        """Return the key with that id."""
        for key in self.keys:
            if _id_of(key) == key_id:
                return key
        raise KeyMissing(
            f"The key {key_id.hex()} is missing, so what it sealed cannot be read."
            " Add it to WIR_KEYS or to the file WIR_KEY_FILE; it may be in a backup of the key file."
        )


def seal(content: bytes, *, use: Use, place: str) -> bytes:
    """Return the content sealed with the newest key; only at the same ``place`` can it be opened again."""
    key = ring().newest()
    nonce = os.urandom(NONCE_BYTES)
    header = VERSION + _id_of(key)
    return header + nonce + _cipher(key, use).encrypt(nonce, content, header + place.encode())


def unseal(sealed: bytes, *, use: Use, place: str) -> bytes:
    """Return what was sealed.

    Raises CannotUnseal for a value that was changed or stands elsewhere, KeyMissing without its key.
    """
    if len(sealed) <= HEADER_BYTES or not sealed.startswith(VERSION):
        raise CannotUnseal("This is no sealed value.")
    header, nonce = sealed[: HEADER_BYTES - NONCE_BYTES], sealed[HEADER_BYTES - NONCE_BYTES : HEADER_BYTES]
    key = ring().named(header[len(VERSION) :])
    try:
        return _cipher(key, use).decrypt(nonce, sealed[HEADER_BYTES:], header + place.encode())
    except InvalidTag as error:
        raise CannotUnseal("The sealed value was changed or moved to another place.") from error


def key_id_of(sealed: bytes) -> str:
    """Return the id of the key that sealed this."""
    return sealed[len(VERSION) : len(VERSION) + ID_BYTES].hex()


def fingerprints(content: bytes, *, place: str) -> tuple[bytes, ...]:
    """Return the keyed hash (HMAC-SHA256) of the content under every key, newest first.

    Without the keys nobody can tell from it whether a known content is among the stored ones.
    """
    ring().newest()
    return tuple(
        hmac.digest(_derived(key, Use.FINGERPRINTS), place.encode() + b"\0" + content, "sha256")
        for key in reversed(ring().keys)
    )


def ring() -> KeyRing:
    """Return the keys in force: those of ``WIR_KEYS``, else those of the key file as it is at this moment."""
    if settings.WIR_KEYS:
        return _ring_of(settings.WIR_KEYS)
    if not settings.WIR_KEY_FILE:
        return KeyRing(())
    file = Path(settings.WIR_KEY_FILE)
    try:
        return _ring_in(file, file.stat().st_mtime_ns)
    except OSError as error:
        raise KeyMissing(f"The key file {file} cannot be read: {error.strerror}.") from error


def new_key() -> str:
    """Return a new random key as it is written into ``WIR_KEYS`` or the key file."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()


@lru_cache(maxsize=4)
def _ring_in(file: Path, _changed_at: int) -> KeyRing:
    return _ring_of(file.read_text())


@lru_cache(maxsize=4)
def _ring_of(text: str) -> KeyRing:
    return KeyRing(tuple(_key_of(word, number) for number, word in enumerate(text.split(), 1)))


def _key_of(word: str, number: int) -> bytes:
    try:
        key = base64.b64decode(word, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:  # the key itself is not quoted: it may be a good one with a slip
        raise KeyMissing(f"Key {number} is not 32 bytes in base64; `wir keys new` prints one that is.")
    return key


@lru_cache(maxsize=64)
def _derived(key: bytes, use: Use) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=f"wir/{use}".encode()).derive(key)


@lru_cache(maxsize=64)
def _cipher(key: bytes, use: Use) -> AESGCM:
    return AESGCM(_derived(key, use))


def _id_of(key: bytes) -> bytes:
    return _derived(key, Use.KEY_ID)[:ID_BYTES]
