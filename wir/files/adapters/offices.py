"""Documents of offices are zipped XML: looked through for bombs, macros and commands, then taken as they are."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from wir.files.adapters.refusals import UnfitFile
from wir.files.rules import FileProblem, MediaType

MAX_PARTS = 2_000
MAX_UNPACKED = 100 * 1024 * 1024  # bytes
MAX_RATIO = 200
RATIO_MATTERS_FROM = 5 * 1024 * 1024  # bytes unpacked; tiny files of blanks may well pack better
_MAIN_PARTS = {"word/document.xml": MediaType.DOCX, "xl/workbook.xml": MediaType.XLSX}
_OPEN_DOCUMENTS = {media_type.value.encode(): media_type for media_type in (MediaType.ODT, MediaType.ODS)}
_ENCRYPTED = 0x1  # APPNOTE.TXT 4.4.4, general purpose bit 0
# macros, controls and embedded objects of both families
_ACTIVE_PART = re.compile(
    r"vbaproject|vbadata|activex|/embeddings/|macrosheets|^basic/|^scripts/|^object \d|oleobject",
    re.IGNORECASE,
)
_ACTIVE_XML = (b"macroEnabled", b"DDEAUTO", b"<ddeLink", b"/attachedTemplate", b"script:event-listener")
_DOCUMENT_TYPE = (b"<!DOCTYPE", b"<!ENTITY")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def kind_of(data: bytes) -> MediaType:
    """Return what kind of document a ZIP file is; raises UnfitFile when it is none that may be stored."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {part.filename: part for part in archive.infolist()}
            for main, media_type in _MAIN_PARTS.items():
                if main in parts and "[Content_Types].xml" in parts:
                    return media_type
            if "mimetype" in parts and parts["mimetype"].file_size < MAX_PARTS:
                named = archive.read("mimetype").strip()
                if named in _OPEN_DOCUMENTS:
                    return _OPEN_DOCUMENTS[named]
    except _BROKEN as error:
        raise UnfitFile(FileProblem.BROKEN) from error
    raise UnfitFile(FileProblem.UNKNOWN_TYPE, ".zip")


def check_office(data: bytes) -> None:
    """Raise UnfitFile for a document that is a bomb, broken, protected, or does something by itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_directory(parts)
            for part in parts:
                _check_part(archive, part)
    except _BROKEN as error:
        raise UnfitFile(FileProblem.BROKEN) from error


def _check_directory(parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    too_dense = unpacked > RATIO_MATTERS_FROM and unpacked > packed * MAX_RATIO
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or too_dense:
        raise UnfitFile(FileProblem.BOMB)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise UnfitFile(FileProblem.PROTECTED)
    for part in parts:
        if part.filename.startswith("/") or ".." in part.filename.split("/"):
            raise UnfitFile(FileProblem.BROKEN)
        if _ACTIVE_PART.search(part.filename):
            raise UnfitFile(FileProblem.MACROS)


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if not part.filename.lower().endswith((".xml", ".rels")):
        return
    content = archive.read(part)  # never more than the directory says: zipfile stops there
    plain = content.replace(b"\0", b"")  # without zeros UTF-16 reads like ASCII
    if any(sign in plain for sign in _DOCUMENT_TYPE):
        raise UnfitFile(FileProblem.BOMB)
    if b"encryption-data" in plain:
        raise UnfitFile(FileProblem.PROTECTED)
    if any(sign in plain for sign in _ACTIVE_XML):
        raise UnfitFile(FileProblem.MACROS)
