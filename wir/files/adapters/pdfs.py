"""A PDF is taken as it is, but not one that does something by itself."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from wir.files.adapters.refusals import UnfitFile
from wir.files.rules import FileProblem

MAX_UNPACKED = 200 * 1024 * 1024
"""Bytes of all compressed parts together, pictures aside; each piece is thrown away once it was looked through."""
MAX_PARTS = 20_000
# ISO 32000-1: 12.6.4.16 JavaScript, 12.6.4.5 Launch, 7.11.4 embedded files, 12.7.8 XFA, 13.6 RichMedia
_ACTIVE = re.compile(
    rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z0-9_-])|/(XFA)\s*(?:\[|\d+ \d+ R)"
)
_PROTECTED = re.compile(rb"/Encrypt\s*(?:<<|\d+ \d+ R)")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")  # 7.3.5: a name may be written /Java#53cript
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 2_000  # bytes before a stream in which its description stands
_OVERLAP = 64  # a name may lie across two pieces
_PIECE = 256 * 1024


def check_pdf(data: bytes) -> None:
    """Raise UnfitFile for a PDF that runs scripts, starts programs, carries other files, or is protected.

    Their names are looked for in the whole file and in its compressed parts, where newer files keep them.
    """
    if b"%%EOF" not in data[-4096:] and b"startxref" not in data[-4096:]:
        raise UnfitFile(FileProblem.BROKEN)
    _look(data)
    if _PROTECTED.search(_plain(data)):
        raise UnfitFile(FileProblem.PROTECTED)
    unpacked = 0
    for part, (start, end) in enumerate(_packed_parts(data)):
        for piece in _unpacked(data, start, end):
            _look(piece)
            unpacked += len(piece)
            if unpacked > MAX_UNPACKED:
                raise UnfitFile(FileProblem.BOMB)
        if part > MAX_PARTS:
            raise UnfitFile(FileProblem.BOMB)


def _packed_parts(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where compressed parts begin and end; those that are pictures hold no objects and are passed over."""
    for found in _STREAM.finditer(data):
        about = _plain(data[max(0, found.start() - _DICTIONARY) : found.start()].rpartition(b" obj")[2])
        if b"/ObjStm" in about or b"/Image" not in about:
            end = data.find(b"endstream", found.end())
            yield found.end(), len(data) if end == -1 else end


def _unpacked(data: bytes, start: int, end: int) -> Iterator[bytes]:
    """Yield what is packed there, each piece with the end of the one before; nothing if it is packed otherwise."""
    unpacker, tail = zlib.decompressobj(), b""
    try:
        for at in range(start, end, _PIECE):
            rest = data[at : min(at + _PIECE, end)]
            while rest and not unpacker.eof:
                piece = unpacker.decompress(rest, _PIECE)
                rest = unpacker.unconsumed_tail
                yield tail + piece
                tail = piece[-_OVERLAP:]
    except zlib.error:
        return


def _look(data: bytes) -> None:
    found = _ACTIVE.search(_plain(data))
    if found:
        raise UnfitFile(FileProblem.ACTIVE_PDF, (found.group(1) or found.group(2)).decode())


def _plain(data: bytes) -> bytes:
    if b"#" not in data:
        return data
    return _ESCAPE.sub(lambda found: bytes([int(found.group(1), 16)]), data)
