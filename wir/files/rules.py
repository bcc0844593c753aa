"""What may be stored, how large, and what it may be called."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath

MEGABYTE = 1024 * 1024
MAX_BYTES = 10 * MEGABYTE
"""Size of one file as it arrives."""
MAX_FILES = 200
"""Files about one person; more is a mistake or an attack."""
MAX_AT_ONCE = 10
CHUNK_BYTES = 64 * 1024
"""How much of a file is encrypted, stored and sent as one piece."""
MAX_NAME = 120
"""Characters of a name with its ending; file systems allow 255 bytes."""


class FileKind(StrEnum):
    """What a stored file is to the people who work with it."""

    RESIDENCE = "residence"
    PASSPORT = "passport"
    CV = "cv"
    CERTIFICATE = "certificate"
    REFERENCE = "reference"
    """What an employer wrote (Arbeitszeugnis)."""
    LANGUAGE = "language"
    TRANSLATION = "translation"
    CONTRACT = "contract"
    NOTICE = "notice"
    CONSENT = "consent"
    OTHER = "other"


class Scan(StrEnum):
    """What a virus scanner said; without one nobody pretends."""

    CLEAN = "clean"
    NOT_SCANNED = "not_scanned"


class MediaType(StrEnum):
    """What may be stored, by content, whatever the name says."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"


ENDINGS = {
    MediaType.PDF: ".pdf",
    MediaType.JPEG: ".jpg",
    MediaType.PNG: ".png",
    MediaType.WEBP: ".webp",
    MediaType.DOCX: ".docx",
    MediaType.XLSX: ".xlsx",
    MediaType.ODT: ".odt",
    MediaType.ODS: ".ods",
}
PICTURES = frozenset({MediaType.JPEG, MediaType.PNG, MediaType.WEBP})


class FileProblem(StrEnum):
    """Why a file is not stored."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MUCH_AT_ONCE = "too_much_at_once"
    TOO_MANY = "too_many"
    ALREADY_THERE = "already_there"
    VALID_UNTIL_PAST = "valid_until_past"
    UNKNOWN_TYPE = "unknown_type"
    WEB_PAGE = "web_page"
    HEIC = "heic"
    OLD_OFFICE = "old_office"
    BROKEN = "broken"
    PICTURE_TOO_LARGE = "picture_too_large"
    PROTECTED = "protected"
    ACTIVE_PDF = "active_pdf"
    MACROS = "macros"
    BOMB = "bomb"
    VIRUS = "virus"
    SCANNER_AWAY = "scanner_away"


def obstacles_to_file(
    *, size: int, stored: int, known: bool, valid_until: date | None, today: date
) -> list[FileProblem]:
    """Return what stands in the way before anybody looks into the file; ``size`` in bytes as it arrived.

    ``known`` says that the same content is already stored about this person.
    """
    problems = []
    if size == 0:
        problems.append(FileProblem.EMPTY)
    if size > MAX_BYTES:
        problems.append(FileProblem.TOO_LARGE)
    if stored >= MAX_FILES:
        problems.append(FileProblem.TOO_MANY)
    if known:
        problems.append(FileProblem.ALREADY_THERE)
    if valid_until is not None and valid_until < today:
        problems.append(FileProblem.VALID_UNTIL_PAST)
    return problems


def clean_name(given: str, media_type: MediaType) -> str:
    """Return a name that no system misunderstands, with the ending of what the file really is.

    Paths, control and direction characters, reserved signs and a false ending go; letters of every script stay.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    plain = "".join(" " if unicodedata.category(sign).startswith(("C", "Z")) else sign for sign in last)
    plain = re.sub(r'[<>:"|?*%]', "_", plain)
    ending = ENDINGS[media_type]
    known = {".jpeg": ".jpg", ".jfif": ".jpg"}
    path = PurePosixPath(plain.strip(" ."))
    suffix = known.get(path.suffix.lower(), path.suffix.lower())
    stem = path.stem if suffix in ENDINGS.values() else path.name
    stem = re.sub(r"\s+", " ", stem).strip(" .")[: MAX_NAME - len(ending)].strip(" .")
    return f"{stem or 'Datei'}{ending}"
