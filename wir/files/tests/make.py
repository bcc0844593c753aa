"""Builders for tests: files as people send them, and files as attackers do."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from uuid import UUID

from PIL import Image

from tests.cast import TODAY
from wir.files.actions import store_file
from wir.files.models import StoredFile
from wir.files.rules import FileKind
from wir.kit.acting import Actor

MARK = b"Selam-Tesfay-Klartext-4711"
"""Words that must be found nowhere once they are stored."""


def pdf(body: bytes = b"", *, packed: bytes | None = None) -> bytes:
    """Return a small PDF; ``packed`` becomes a compressed part (an object stream)."""
    parts = [b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R ", body, b">>\nendobj\n"]
    parts.append(b"2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n")
    if packed is not None:
        stream = zlib.compress(packed)
        head = b"3 0 obj\n<</Type/ObjStm/Filter/FlateDecode/Length %d>>\nstream\n" % len(stream)
        parts.append(head + stream + b"\nendstream\nendobj\n")
    return b"".join([*parts, b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"])


def picture(
    form: str = "JPEG", *, size: tuple[int, int] = (60, 40), with_place: bool = False, orientation: int = 1
) -> bytes:
    """Return a picture, left half red, right half blue; ``with_place`` puts a GPS position into it."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    if with_place:
        exif[0x010F] = MARK.decode()
        exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    out = BytesIO()
    image.save(out, form, exif=exif.tobytes())
    return out.getvalue()


def png_header(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that claims to be this large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))

    head = struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def office(parts: Mapping[str, bytes] | None = None) -> bytes:
    """Return a Word document; ``parts`` come on top."""
    plain = {
        "[Content_Types].xml": b"<?xml version='1.0'?><Types/>",
        "word/document.xml": b"<?xml version='1.0'?><w:document>Lebenslauf</w:document>",
    }
    return zipped(plain | dict(parts or {}))


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def stored(
    place: tuple[UUID, UUID],
    subject_id: UUID,
    actor: Actor,
    *,
    data: bytes,
    name: str = "ausweis.pdf",
    valid_until: date | None = None,
    kind: FileKind = FileKind.RESIDENCE,
) -> StoredFile:
    """Store a file about somebody; ``place`` is network, sub-project."""
    return store_file(
        place=place,
        subject_id=subject_id,
        kind=kind,
        name=name,
        data=data,
        valid_until=valid_until,
        today=TODAY,
        actor=actor,
    )
