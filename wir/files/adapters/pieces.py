"""A content in encrypted pieces (the STREAM construction): read one by one, and none can be missing or exchanged.

Each file has a key of its own, so a counter serves as nonce; whether a piece is the last one is part of it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from wir.files.rules import CHUNK_BYTES


class DamagedFile(Exception):
    """A piece was changed, exchanged, or is missing."""


def new_content_key() -> bytes:
    """Return a random key for one file."""
    return AESGCM.generate_key(256)


def encrypted(content: bytes, *, key: bytes) -> Iterator[bytes]:
    """Yield the encrypted pieces of a content that is not empty."""
    cipher, count = AESGCM(key), number_of_pieces(len(content))
    for number in range(count):
        piece = content[number * CHUNK_BYTES : (number + 1) * CHUNK_BYTES]
        yield cipher.encrypt(_nonce(number, last=number == count - 1), piece, None)


def decrypted(piece: bytes, *, key: bytes, number: int, last: bool) -> bytes:
    """Return what is in one piece; raises DamagedFile when it is not the piece of that number."""
    try:
        return AESGCM(key).decrypt(_nonce(number, last=last), piece, None)
    except InvalidTag as error:
        raise DamagedFile(f"piece {number}") from error


def number_of_pieces(size: int) -> int:
    """Return into how many pieces a content of so many bytes is cut."""
    return -(-size // CHUNK_BYTES)


def _nonce(number: int, *, last: bool) -> bytes:
    return bytes(7) + struct.pack("!I?", number, last)
