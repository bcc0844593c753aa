"""The virus scanner ClamAV (``clamd``), if the operator runs one: ``WIR_CLAMD`` is ``unix:/path`` or ``host:port``."""

from __future__ import annotations

import socket
import struct

from django.conf import settings

from wir.files.adapters.refusals import UnfitFile
from wir.files.rules import FileProblem, Scan

SECONDS = 20
"""How long the scanner may take; beyond that the file is refused, not waved through."""
_CHUNK = 64 * 1024
_MAX_ANSWER = 4096


def scanned(data: bytes) -> Scan:
    """Return what a scanner said of the file; ``NOT_SCANNED`` where the operator runs none.

    Raises UnfitFile when it found something, and when a scanner is set but does not answer.
    """
    if not settings.WIR_CLAMD:
        return Scan.NOT_SCANNED
    try:
        answer = _asked(settings.WIR_CLAMD, data)
    except (OSError, ValueError) as error:
        raise UnfitFile(FileProblem.SCANNER_AWAY) from error
    if answer.endswith(" FOUND"):
        raise UnfitFile(FileProblem.VIRUS, answer.removeprefix("stream: ").removesuffix(" FOUND"))
    if answer != "stream: OK":
        raise UnfitFile(FileProblem.SCANNER_AWAY)
    return Scan.CLEAN


def _asked(address: str, data: bytes) -> str:
    """Send the file (INSTREAM: pieces with their length before them, an empty one last) and return the answer."""
    with _connected(address) as line:
        line.sendall(b"zINSTREAM\0")
        for start in range(0, len(data), _CHUNK):
            piece = data[start : start + _CHUNK]
            line.sendall(struct.pack("!L", len(piece)) + piece)
        line.sendall(struct.pack("!L", 0))
        answer = b""
        while not answer.endswith(b"\0") and len(answer) < _MAX_ANSWER:
            heard = line.recv(_MAX_ANSWER)
            if not heard:
                break
            answer += heard
    return answer.rstrip(b"\0").decode(errors="replace").strip()


def _connected(address: str) -> socket.socket:
    if address.startswith("unix:"):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(SECONDS)
        try:
            line.connect(address.removeprefix("unix:"))
        except OSError:
            line.close()
            raise
        return line
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=SECONDS)
