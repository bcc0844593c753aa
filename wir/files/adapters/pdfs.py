"""A PDF is taken as it is, but not one that does something by itself."""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections.abc import Iterator

from wir.files.adapters.refusals import UnfitFile
from wir.files.rules import FileProblem

MAX_UNPACKED = 200 * 1024 * 1024
"""Bytes of all compressed parts together, pictures aside; each piece is thrown away once it was looked through."""
MAX_PARTS = 20_000
MAX_ESCAPES = 20_000
"""In one piece; names with escapes are rare, and each costs time."""
# ISO 32000-1: 12.6.4.16 JavaScript, 12.6.4.5 Launch, 7.11.4 embedded files, 12.7.8 XFA, 13.6 RichMedia
_ACTIVE = re.compile(
    rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z0-9_-])|/(XFA)\s*(?:\[|\d+ \d+ R)"
)
_PROTECTED = re.compile(rb"/Encrypt\s*(?:<<|\d+ \d+ R)")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")  # 7.3.5: a name may be written /Java#53cript
_END = re.compile(rb"endstream")
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
    for start, end in _packed_parts(data):
        for piece in _unpacked(data, start, end):
            _look(piece)
            unpacked += len(piece)
            if unpacked > MAX_UNPACKED:
                raise UnfitFile(FileProblem.BOMB)


def _packed_parts(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where compressed parts begin and end; those that are pictures hold no objects and are passed over.

    Also parts inside parts: the table at the end of a file may lead a reader there.
    """
    ends = [found.start() for found in _END.finditer(data)]
    for number, found in enumerate(_STREAM.finditer(data)):
        if number > MAX_PARTS:
            raise UnfitFile(FileProblem.BOMB)
        about = _plain(data[max(0, found.start() - _DICTIONARY) : found.start()].rpartition(b" obj")[2])
        if b"/ObjStm" in about or b"/Image" not in about:
            at = bisect_left(ends, found.end())
            yield found.end(), ends[at] if at < len(ends) else len(data)


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
            if unpacker.eof:
                return
    except zlib.error:
        return


def _look(data: bytes) -> None:
    found = _ACTIVE.search(_plain(data))
    if found:
        raise UnfitFile(FileProblem.ACTIVE_PDF, (found.group(1) or found.group(2)).decode())


def _plain(data: bytes) -> bytes:
    if b"#" not in data:
        return data
    plain, escapes = _ESCAPE.subn(lambda found: bytes([int(found.group(1), 16)]), data, MAX_ESCAPES)
    if escapes == MAX_ESCAPES:
        raise UnfitFile(FileProblem.BOMB)
    return plain
